package io.qingfen.console;

import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue;
import io.qingfen.review.CaseQueue.Filter;
import io.qingfen.review.CaseSelections;
import io.qingfen.review.CaseSelections.Selection;
import io.qingfen.review.Resolution;
import io.qingfen.review.Resolutions;
import io.qingfen.review.Waiting;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Many cases decided at once: exactly those that were looked at, proposed by one person, approved by another. */
@OnlyServing
@Controller
class SelectionsPage {
    private static final int SHOWN = 200;
    private final CaseSelections selections;
    private final CaseQueue queue;

    SelectionsPage(CaseSelections selections, CaseQueue queue) {
        this.selections = selections;
        this.queue = queue;
    }

    /** Those of one kind that a view of the queue shows and that are open. */
    @GetMapping("/cases/many")
    String look(@ModelAttribute("view") QueueView view, Model model) {
        if (view.kind() == null) {
            return "redirect:/cases?" + view.query();
        }
        try {
            CaseSelections.Seen seen = selections.look(view.filter(SHOWN, ""));
            model.addAttribute("seen", seen);
            model.addAttribute(
                    "cases",
                    seen.cases().subList(0, Math.min(SHOWN, seen.cases().size())));
            model.addAttribute("choices", choices(view.kind()));
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
        }
        return "many";
    }

    /** What some case of the kind may get; whether each of them may is asked when they are proposed. */
    private static Set<Resolution> choices(CaseKind kind) {
        Set<Resolution> choices = EnumSet.noneOf(Resolution.class);
        Arrays.stream(Waiting.values()).forEach(waiting -> choices.addAll(Resolutions.allowed(kind, waiting)));
        choices.remove(Resolution.LINK);
        return choices;
    }

    /** @param seal of what was looked at */
    @PostMapping("/cases/many")
    String propose(
            Principal maker,
            @ModelAttribute("view") QueueView view,
            @RequestParam Resolution resolution,
            @RequestParam Optional<LocalDate> until,
            @RequestParam String comment,
            @RequestParam String seal,
            Model model,
            HttpServletResponse response) {
        Optional<LocalDate> date = until.filter(one -> resolution == Resolution.WAIT);
        try {
            Selection done = selections.propose(
                    new Actor(maker.getName()), view.filter(SHOWN, ""), resolution, date, comment, seal);
            return "redirect:/cases/selections/" + done.id();
        } catch (Refusal refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            String page = look(view, model);
            model.addAttribute("refused", refused.problems());
            return page;
        }
    }

    @GetMapping("/cases/selections/{selection}")
    String one(@PathVariable String selection, Model model) {
        model.addAttribute(
                "standing",
                selections.find(selection).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute(
                "cases",
                queue.list(new Filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Filter.ANY,
                        SHOWN,
                        Optional.of(selection),
                        Optional.empty(),
                        Optional.empty())));
        return "selection";
    }

    /**
     * @param count as the checker saw it
     * @param sum as the checker saw it, with the digits of its currency
     */
    @PostMapping("/cases/selections/{selection}/approve")
    String approve(
            Principal checker,
            @PathVariable String selection,
            @RequestParam long count,
            @RequestParam String sum,
            Model model,
            HttpServletResponse response) {
        return attempt(
                selection,
                model,
                response,
                () -> selections.approve(new Actor(checker.getName()), selection, count, sum));
    }

    @PostMapping("/cases/selections/{selection}/reject")
    String reject(
            Principal checker,
            @PathVariable String selection,
            @RequestParam String comment,
            Model model,
            HttpServletResponse response) {
        return attempt(
                selection, model, response, () -> selections.reject(new Actor(checker.getName()), selection, comment));
    }

    private String attempt(String selection, Model model, HttpServletResponse response, Runnable act) {
        try {
            act.run();
            return "redirect:/cases/selections/" + selection;
        } catch (Refusal refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", refused.problems());
            return one(selection, model);
        }
    }
}

package io.qingfen.console;

import io.qingfen.review.CaseDecisions;
import io.qingfen.review.CaseEffects;
import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue;
import io.qingfen.review.CaseSelections;
import io.qingfen.review.CaseState;
import io.qingfen.review.Effect;
import io.qingfen.review.Proposal;
import io.qingfen.review.Resolution;
import io.qingfen.review.Resolutions;
import io.qingfen.review.SavedViews;
import io.qingfen.review.Situation;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The review queue: what a person must decide, one case with both its records, and the decision of two people. */
@OnlyServing
@Controller
class CasesPage {
    private static final int MOST = 200;
    private final CaseQueue queue;
    private final CaseDecisions decisions;
    private final CaseEffects effects;
    private final CaseSelections selections;
    private final SavedViews views;

    CasesPage(
            CaseQueue queue,
            CaseDecisions decisions,
            CaseEffects effects,
            CaseSelections selections,
            SavedViews views) {
        this.queue = queue;
        this.decisions = decisions;
        this.effects = effects;
        this.selections = selections;
        this.views = views;
    }

    /** The address is the whole state of the page. */
    @GetMapping("/cases")
    String list(
            Principal who,
            @ModelAttribute("view") QueueView view,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var page = PageOf.of(queue.list(view.filter(MOST + 1, after)), MOST, CaseQueue.Item::id);
        model.addAttribute("cases", page.rows());
        model.addAttribute("next", page.next());
        model.addAttribute("wantAPerson", count(view, false));
        model.addAttribute("mayResolve", count(view, true));
        model.addAttribute("kinds", CaseKind.values());
        model.addAttribute("states", CaseState.values());
        model.addAttribute("views", views.of(actor(who)));
        model.addAttribute("selections", selections.waiting());
        return "cases";
    }

    private long count(QueueView view, boolean expected) {
        return queue.count(view.expecting(expected).filter(MOST, ""));
    }

    @GetMapping("/cases/{id}")
    String one(@PathVariable String id, Model model) {
        CaseQueue.Item item = queue.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Situation situation = effects.of(id);
        model.addAttribute("item", item);
        model.addAttribute("situation", situation);
        model.addAttribute("standing", decisions.standing(id).orElse(null));
        model.addAttribute("history", decisions.history(id));
        if (!item.state().isClosed()) {
            book(id, model);
        }
        if (item.state() == CaseState.OPEN) {
            model.addAttribute("choices", Resolutions.allowed(item.kind(), situation.waiting()));
        }
        return "case";
    }

    /** What a checker lets happen, or why it cannot happen any more. */
    private void book(String id, Model model) {
        try {
            decisions.booking(id).ifPresent(effect -> model.addAttribute("effect", effect));
        } catch (Refusal outdated) {
            if (!model.containsAttribute("refused")) {
                model.addAttribute("refused", outdated.problems());
            }
        }
    }

    /** What a proposal would do; nothing is kept. */
    @PostMapping("/cases/{id}/preview")
    String preview(
            @PathVariable String id,
            @RequestParam Resolution resolution,
            @RequestParam Optional<String> with,
            @RequestParam Optional<LocalDate> until,
            @RequestParam(defaultValue = "") String comment,
            Model model) {
        Proposal proposal = proposal(id, resolution, with, until, comment);
        try {
            Effect effect = decisions.preview(proposal);
            model.addAttribute("effect", effect);
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
        }
        model.addAttribute("proposal", proposal);
        return one(id, model);
    }

    @PostMapping("/cases/{id}/propose")
    String propose(
            Principal maker,
            @PathVariable String id,
            @RequestParam Resolution resolution,
            @RequestParam Optional<String> with,
            @RequestParam Optional<LocalDate> until,
            @RequestParam String comment,
            Model model) {
        return act(id, model, () -> decisions.propose(actor(maker), proposal(id, resolution, with, until, comment)));
    }

    /** @param proposal key of the one that the page showed */
    @PostMapping("/cases/{id}/approve")
    String approve(Principal checker, @PathVariable String id, @RequestParam String proposal, Model model) {
        return act(id, model, () -> decisions.approve(actor(checker), id, proposal));
    }

    @PostMapping("/cases/{id}/reject")
    String reject(Principal checker, @PathVariable String id, @RequestParam String comment, Model model) {
        return act(id, model, () -> decisions.reject(actor(checker), id, comment));
    }

    /** The maker takes the own proposal back; that of somebody else is for whoever approves. */
    @PostMapping("/cases/{id}/back")
    String back(Principal maker, @PathVariable String id, @RequestParam String comment, Model model) {
        return act(id, model, () -> {
            decisions
                    .standing(id)
                    .filter(one -> actor(maker).isSamePersonAs(new Actor(one.maker())))
                    .orElseThrow(() -> new Refusal(
                            Exit.REFUSED, "case " + id + ": you did not propose it, so you cannot take it back"));
            decisions.reject(actor(maker), id, comment);
        });
    }

    @PostMapping("/cases/{id}/comment")
    String comment(Principal who, @PathVariable String id, @RequestParam String comment, Model model) {
        return act(id, model, () -> decisions.comment(actor(who), id, comment));
    }

    @PostMapping("/cases/{id}/assign")
    String assign(Principal who, @PathVariable String id, @RequestParam String assignee, Model model) {
        return act(id, model, () -> decisions.assign(actor(who), id, assignee));
    }

    /** What is done is shown under the address of the case, so that loading it again does nothing again. */
    private String act(String id, Model model, Runnable act) {
        try {
            act.run();
            return "redirect:/cases/" + id;
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
            return one(id, model);
        }
    }

    private static Actor actor(Principal who) {
        return new Actor(who.getName());
    }

    private static Proposal proposal(
            String id, Resolution resolution, Optional<String> with, Optional<LocalDate> until, String comment) {
        return new Proposal(
                id,
                resolution,
                with.filter(other -> resolution == Resolution.LINK && !other.isBlank()),
                until.filter(date -> resolution == Resolution.WAIT),
                comment);
    }
}

package io.qingfen.console;

import io.qingfen.adjustments.Adjustments;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Corrections of fees of closed dates: proposed by one person, approved by another, booked by the next night. */
@OnlyServing
@Controller
class AdjustmentsPage {
    private static final int MOST = 500;
    private final Adjustments adjustments;
    private final FeeDesk desk;

    AdjustmentsPage(Adjustments adjustments, FeeDesk desk) {
        this.adjustments = adjustments;
        this.desk = desk;
    }

    @GetMapping("/adjustments")
    String list(@RequestParam(defaultValue = "false") boolean all, Model model) {
        model.addAttribute("adjustments", adjustments.list(all));
        model.addAttribute("all", all);
        return "adjustments";
    }

    @GetMapping("/adjustments/{adjustment}")
    String one(Principal who, @PathVariable("adjustment") String id, Model model) {
        Adjustments.Shown shown = adjustments.show(id);
        model.addAttribute("shown", shown);
        model.addAttribute(
                "lines", shown.lines().subList(0, Math.min(MOST, shown.lines().size())));
        model.addAttribute("more", Math.max(0, shown.lines().size() - MOST));
        model.addAttribute(
                "asked",
                desk.last(who.getName())
                        .filter(one -> one.kind() == FeeDesk.Kind.APPROVE)
                        .filter(one -> one.adjustment().equals(id))
                        .orElse(null));
        return "adjustment";
    }

    @PostMapping("/adjustments/{adjustment}/approve")
    String approve(Principal checker, @PathVariable("adjustment") String id, Model model) {
        return attempt(checker, id, model, () -> desk.approve(new Actor(checker.getName()), id));
    }

    @PostMapping("/adjustments/{adjustment}/reject")
    String reject(Principal checker, @PathVariable("adjustment") String id, @RequestParam String reason, Model model) {
        return attempt(checker, id, model, () -> adjustments.reject(new Actor(checker.getName()), id, reason));
    }

    @PostMapping("/adjustments/{adjustment}/withdraw")
    String withdraw(Principal who, @PathVariable("adjustment") String id, @RequestParam String reason, Model model) {
        return attempt(who, id, model, () -> adjustments.withdraw(new Actor(who.getName()), id, reason));
    }

    private String attempt(Principal who, String id, Model model, Runnable act) {
        try {
            act.run();
            return "redirect:/adjustments/" + id;
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
            return one(who, id, model);
        }
    }
}

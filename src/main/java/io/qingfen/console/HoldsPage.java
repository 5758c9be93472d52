package io.qingfen.console;

import io.qingfen.risk.Holds;
import io.qingfen.risk.Holds.Subject;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whose money stays where it is until somebody lets it go. */
@OnlyServing
@Controller
class HoldsPage {
    private final Holds holds;

    HoldsPage(Holds holds) {
        this.holds = holds;
    }

    @GetMapping("/holds")
    String list(@RequestParam(defaultValue = "false") boolean all, Model model) {
        model.addAttribute("holds", holds.list(all));
        model.addAttribute("all", all);
        return "holds";
    }

    /** What became of payouts that were prepared before is told once, on the answer. */
    @PostMapping("/holds")
    String place(
            Principal who,
            @RequestParam boolean terminal,
            @RequestParam String id,
            @RequestParam String reason,
            @RequestParam Optional<LocalDate> until,
            Model model) {
        Subject subject = terminal ? Subject.terminal(id.strip()) : Subject.merchant(id.strip());
        return attempt(
                model,
                () -> model.addAttribute("placed", holds.place(new Actor(who.getName()), subject, reason, until)));
    }

    @PostMapping("/holds/{hold}/lift")
    String lift(Principal who, @PathVariable String hold, @RequestParam String reason, Model model) {
        return attempt(model, () -> model.addAttribute("lifted", holds.lift(new Actor(who.getName()), hold, reason)));
    }

    private String attempt(Model model, Runnable act) {
        try {
            act.run();
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
        }
        return list(false, model);
    }
}

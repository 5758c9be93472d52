package io.qingfen.console;

import io.qingfen.run.AuditTrail;
import io.qingfen.run.AuditTrail.End;
import io.qingfen.run.AuditTrail.Wanted;
import io.qingfen.run.OnlyServing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, latest first; and whether the chain of records is whole. */
@OnlyServing
@Controller
class AuditPage {
    private static final int MOST = 200;
    private final AuditTrail trail;

    AuditPage(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * The address is the whole state of the page.
     *
     * @param check walks the whole chain, which takes a while when it is long
     * @param kept an end of the chain as it was kept elsewhere; empty without
     */
    @GetMapping("/audit")
    String list(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "false") boolean check,
            @RequestParam(defaultValue = "") String kept,
            Model model) {
        var wanted = new Wanted(actor.strip(), action.strip(), subject.strip(), from, to, before, MOST + 1);
        var page = PageOf.of(trail.find(wanted), MOST, AuditTrail.Entry::no);
        model.addAttribute("entries", page.rows());
        model.addAttribute("next", page.next());
        model.addAttribute("end", trail.end());
        model.addAttribute("actor", actor);
        model.addAttribute("action", action);
        model.addAttribute("subject", subject);
        model.addAttribute("from", from.map(LocalDate::toString).orElse(""));
        model.addAttribute("to", to.map(LocalDate::toString).orElse(""));
        model.addAttribute("kept", kept);
        if (check) {
            check(kept.strip(), model);
        }
        return "audit";
    }

    private void check(String kept, Model model) {
        Optional<End> end = End.of(kept);
        if (kept.isEmpty() || end.isPresent()) {
            model.addAttribute("problems", trail.problems(end.map(List::of).orElse(List.of())));
        } else {
            model.addAttribute("unread", true);
        }
    }
}

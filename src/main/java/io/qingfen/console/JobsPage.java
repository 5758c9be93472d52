package io.qingfen.console;

import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.ScheduleChanges;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the schedule starts, and what people change about it. */
@OnlyServing
@Controller
class JobsPage {
    private final ScheduleChanges schedule;

    JobsPage(ScheduleChanges schedule) {
        this.schedule = schedule;
    }

    @GetMapping("/jobs")
    String list(Model model) {
        model.addAttribute("jobs", schedule.all());
        return "jobs";
    }

    /** @param until last day of the pause, where the job lives */
    @PostMapping("/jobs/{job}/pause")
    String pause(
            Principal who,
            @PathVariable String job,
            @RequestParam String reason,
            @RequestParam Optional<LocalDate> until,
            Model model) {
        return attempt(model, () -> schedule.pause(actor(who), job, reason, until));
    }

    @PostMapping("/jobs/{job}/skip")
    String skip(
            Principal who,
            @PathVariable String job,
            @RequestParam LocalDate date,
            @RequestParam String reason,
            @RequestParam Optional<LocalDate> until,
            Model model) {
        return attempt(model, () -> schedule.skip(actor(who), job, date, reason, until));
    }

    @PostMapping("/jobs/{job}/resume")
    String resume(
            Principal who,
            @PathVariable String job,
            @RequestParam Optional<LocalDate> date,
            @RequestParam String reason,
            Model model) {
        return attempt(model, () -> schedule.resume(actor(who), job, date, reason));
    }

    private String attempt(Model model, Runnable act) {
        try {
            act.run();
            return "redirect:/jobs";
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
            return list(model);
        }
    }

    private static Actor actor(Principal who) {
        return new Actor(who.getName());
    }
}

package io.qingfen.console;

import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccounts;
import io.qingfen.overview.NightAccounts.Headline;
import io.qingfen.overview.NightHours;
import io.qingfen.overview.Stage;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.FileBoard;
import io.qingfen.serve.NightActs;
import io.qingfen.serve.NightActs.Act;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Home: every business date and how far it is; and one date in detail, live while it runs. */
@OnlyServing
@Controller
class NightsPage {
    private static final int DATES = 60;
    private final NightAccounts accounts;
    private final NightHours hours;
    private final NightSchedule schedule;
    private final NightProgress progress;
    private final NightActs acts;

    NightsPage(
            NightAccounts accounts, NightHours hours, NightSchedule schedule, NightProgress progress, NightActs acts) {
        this.accounts = accounts;
        this.hours = hours;
        this.schedule = schedule;
        this.progress = progress;
        this.acts = acts;
    }

    @GetMapping("/")
    String nights(Model model) {
        List<Headline> latest = accounts.latest(DATES);
        model.addAttribute("stages", Stage.values());
        if (!latest.isEmpty()) {
            LocalDate first = latest.get(latest.size() - 1).day().date();
            NightCalendar calendar = new NightCalendar(schedule::deadline, schedule.now());
            var rows = calendar.rows(latest, hours.since(first), accounts::steps, schedule.lastDue());
            model.addAttribute("rows", rows);
            model.addAttribute("map", NightMap.of(rows));
            NightAccount.Day last = latest.get(0).day();
            LocalDate awaited = last.state().equals("CLOSED") ? last.date().plusDays(1) : last.date();
            model.addAttribute("awaited", awaited);
            var board = schedule.files(awaited);
            model.addAttribute("board", board);
            model.addAttribute("missing", last.isComplete() && !board.stream().allMatch(FileBoard.Line::isEnough));
            model.addAttribute("act", acts.last(awaited).orElse(null));
        }
        return "nights";
    }

    @GetMapping("/nights/{date}")
    String night(@PathVariable LocalDate date, Model model) {
        NightAccount night = accounts.of(date).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Act act = acts.last(date).filter(one -> !one.kind().isAgain()).orElse(null);
        boolean asked = act != null && act.runs();
        boolean runs = asked || night.day().state().equals("OPEN");
        model.addAttribute("night", night);
        model.addAttribute("chain", ChainRow.of(night.flow()));
        model.addAttribute("ways", FlowChart.of(night.flow()));
        model.addAttribute("boundaries", ChainRow.boundaries(night.controls()));
        model.addAttribute("timeline", StepTimeline.of(accounts.steps(date), night, hours.usual(date)));
        model.addAttribute("look", runs ? progress.look(date) : null);
        model.addAttribute("card", asked || night.day().failure().isEmpty() ? null : FailureCard.of(night.day()));
        model.addAttribute("asked", asked ? act : null);
        boolean news = act != null
                && !String.join("\n", act.problems()).equals(night.day().failure());
        if (news && !act.problems().isEmpty()) {
            model.addAttribute("refused", act.problems());
        }
        model.addAttribute("rerun", accounts.rerun(date).orElse(null));
        model.addAttribute("board", schedule.files(date));
        return "night";
    }

    /** The date goes on where it stopped, beside this page, which shows how far it is. */
    @PostMapping("/nights/{date}/restart")
    String restart(Principal who, @PathVariable LocalDate date, Model model) {
        try {
            acts.restart(date, new Actor(who.getName()));
            return "redirect:/nights/" + date;
        } catch (Refusal refused) {
            String page = night(date, model);
            model.addAttribute("refused", refused.problems());
            return page;
        }
    }

    /** The date that is next begins though files are missing that it waits for. */
    @PostMapping("/nights/{date}/without-files")
    String withoutFiles(Principal who, @PathVariable LocalDate date, @RequestParam String reason, Model model) {
        try {
            acts.withoutFiles(date, new Actor(who.getName()), reason);
            return "redirect:/";
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
            return nights(model);
        }
    }

    /** A part of the page of a date, asked for again and again; when the date has ended the whole page is. */
    @GetMapping("/nights/{date}/progress")
    String progress(@PathVariable LocalDate date, Model model, HttpServletResponse response) {
        NightAccount night = accounts.of(date).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean asked = acts.last(date).filter(Act::runs).isPresent();
        if (!asked && !night.day().state().equals("OPEN")) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("look", progress.look(date));
        return "progress :: live";
    }
}

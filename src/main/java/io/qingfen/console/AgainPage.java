package io.qingfen.console;

import io.qingfen.nightly.RerunDiff;
import io.qingfen.nightly.Reruns;
import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccounts;
import io.qingfen.overview.NightAccounts.Rerun;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import io.qingfen.serve.NightActs;
import io.qingfen.serve.NightActs.Act;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A date that goes on, and a date that is run again: first what it would change, then with a reason. */
@OnlyServing
@Controller
class AgainPage {
    /** Rows of each kind that a page shows; the others are counted. */
    private static final int MOST = 200;

    private final NightActs acts;
    private final NightAccounts accounts;
    private final Reruns reruns;

    AgainPage(NightActs acts, NightAccounts accounts, Reruns reruns) {
        this.acts = acts;
        this.accounts = accounts;
        this.reruns = reruns;
    }

    @GetMapping("/nights/{date}/again")
    String page(@PathVariable LocalDate date, Model model) {
        NightAccount night = accounts.of(date).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<Rerun> rerun = accounts.rerun(date);
        Act act = acts.last(date).filter(one -> one.kind().isAgain()).orElse(null);
        boolean previewed = act != null && act.kind() == NightActs.Kind.PREVIEW;
        RerunDiff diff = act != null && act.diff() != null
                ? act.diff()
                : rerun.map(one -> reruns.diff(date)).orElse(null);
        model.addAttribute("night", night);
        model.addAttribute("rerun", rerun.orElse(null));
        model.addAttribute("generation", rerun.map(Rerun::generation).orElse(1));
        model.addAttribute("act", act);
        model.addAttribute("previewed", previewed && act.diff() != null);
        model.addAttribute("diff", act != null && act.runs() ? null : diff);
        model.addAttribute("most", MOST);
        return "again";
    }

    /** A part of the page, asked for again and again; when the act has ended the whole page is. */
    @GetMapping("/nights/{date}/again/act")
    String act(@PathVariable LocalDate date, Model model, HttpServletResponse response) {
        Act act = acts.last(date).orElse(null);
        if (act == null || !act.runs()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("act", act);
        return "acting :: live";
    }

    /** @param generation as the page had it: whoever looked at an older result looks anew */
    @PostMapping("/nights/{date}/again/preview")
    String preview(Principal who, @PathVariable LocalDate date, @RequestParam int generation, Model model) {
        return attempt(date, model, () -> {
            requireLatest(date, generation);
            acts.preview(date, new Actor(who.getName()));
        });
    }

    @PostMapping("/nights/{date}/again")
    String again(
            Principal who,
            @PathVariable LocalDate date,
            @RequestParam String reason,
            @RequestParam(defaultValue = "0") long preview,
            Model model) {
        return attempt(date, model, () -> acts.rerun(date, new Actor(who.getName()), reason, preview));
    }

    private void requireLatest(LocalDate date, int generation) {
        if (accounts.rerun(date).map(Rerun::generation).orElse(1) != generation) {
            throw new Refusal(
                    Exit.REFUSED, "business date " + date + " was run again meanwhile; look at its result first");
        }
    }

    private String attempt(LocalDate date, Model model, Runnable act) {
        try {
            act.run();
            return "redirect:/nights/" + date + "/again";
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
            return page(date, model);
        }
    }
}

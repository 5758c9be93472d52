package io.qingfen.console;

import io.qingfen.payouts.PayoutReleases;
import io.qingfen.payouts.PayoutState;
import io.qingfen.payouts.ReleasePage;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The payouts of a date on their way out: what leaves, what speaks against it, and two people who let it go. */
@OnlyServing
@Controller
class ReleasesPage {
    private final PayoutReleases releases;

    ReleasesPage(PayoutReleases releases) {
        this.releases = releases;
    }

    @GetMapping("/payouts/{date}")
    String page(@PathVariable LocalDate date, Model model) {
        ReleasePage page = releases.page(date);
        model.addAttribute("page", page);
        model.addAttribute("toSend", page.byState().containsKey(PayoutState.RELEASED));
        return "release";
    }

    /** @param totals the exact sums where they are above the limit, by comma or space */
    @PostMapping("/payouts/{date}/propose")
    String propose(
            Principal maker,
            @PathVariable LocalDate date,
            @RequestParam(defaultValue = "") String totals,
            Model model) {
        List<String> confirmed = Arrays.stream(totals.split("[,\\s]+"))
                .filter(total -> !total.isEmpty())
                .toList();
        return act(date, model, () -> releases.propose(date, new Actor(maker.getName()), confirmed));
    }

    @PostMapping("/payouts/{date}/approve")
    String approve(Principal checker, @PathVariable LocalDate date, Model model) {
        return act(date, model, () -> releases.approve(date, new Actor(checker.getName())));
    }

    @PostMapping("/payouts/{date}/withdraw")
    String withdraw(Principal who, @PathVariable LocalDate date, @RequestParam String reason, Model model) {
        return act(date, model, () -> releases.withdraw(date, new Actor(who.getName()), reason));
    }

    @PostMapping("/payouts/{date}/sent")
    String sent(Principal who, @PathVariable LocalDate date, Model model) {
        return act(date, model, () -> releases.sent(date, new Actor(who.getName())));
    }

    private String act(LocalDate date, Model model, Runnable act) {
        try {
            act.run();
            return "redirect:/payouts/" + date;
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
            return page(date, model);
        }
    }
}

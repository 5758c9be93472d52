package io.qingfen.console;

import io.qingfen.access.User;
import io.qingfen.access.Users;
import io.qingfen.payouts.PayoutReleases;
import io.qingfen.payouts.PayoutState;
import io.qingfen.payouts.ReleasePage;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import jakarta.servlet.http.HttpSession;
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
    private final Users users;
    private final StepUp stepUp;

    ReleasesPage(PayoutReleases releases, Users users, StepUp stepUp) {
        this.releases = releases;
        this.users = users;
        this.stepUp = stepUp;
    }

    @GetMapping("/payouts/{date}")
    String page(Principal who, @PathVariable LocalDate date, HttpSession session, Model model) {
        model.addAttribute("confirmed", StepUp.isFresh(session, who.getName()));
        model.addAttribute(
                "external", users.find(who.getName()).filter(User::external).isPresent());
        ReleasePage page = releases.page(date);
        model.addAttribute("page", page);
        model.addAttribute("prepared", page.byState().containsKey(PayoutState.PREPARED));
        model.addAttribute("toSend", page.byState().containsKey(PayoutState.RELEASED));
        return "release";
    }

    /** @param totals the exact sums where they are above the limit, by comma or space */
    @PostMapping("/payouts/{date}/propose")
    String propose(
            Principal maker,
            @PathVariable LocalDate date,
            @RequestParam(defaultValue = "") String totals,
            HttpSession session,
            Model model) {
        List<String> confirmed = Arrays.stream(totals.split("[,\\s]+"))
                .filter(total -> !total.isEmpty())
                .toList();
        return act(maker, date, session, model, () -> releases.propose(date, new Actor(maker.getName()), confirmed));
    }

    /**
     * @param password of the checker, unless it was given a few minutes ago
     * @param proposal number of the one that the page showed
     */
    @PostMapping("/payouts/{date}/approve")
    String approve(
            Principal checker,
            @PathVariable LocalDate date,
            @RequestParam(defaultValue = "") String password,
            @RequestParam int proposal,
            HttpSession session,
            Model model) {
        return act(checker, date, session, model, () -> {
            stepUp.require(session, checker.getName(), password);
            releases.approve(date, new Actor(checker.getName()), proposal);
        });
    }

    @PostMapping("/payouts/{date}/withdraw")
    String withdraw(
            Principal who,
            @PathVariable LocalDate date,
            @RequestParam String reason,
            HttpSession session,
            Model model) {
        return act(who, date, session, model, () -> releases.withdraw(date, new Actor(who.getName()), reason));
    }

    /** Takes one payout out of the files of the date; what it is of is asked of the payout, not of the address. */
    @PostMapping("/payouts/{date}/out")
    String out(
            Principal who,
            @PathVariable LocalDate date,
            @RequestParam String payout,
            @RequestParam String reason,
            HttpSession session,
            Model model) {
        String id = payout.strip();
        return act(who, date, session, model, () -> {
            if (!releases.payout(id).businessDate().equals(date)) {
                throw new Refusal(Exit.REFUSED, "payout " + id + " is not one of " + date);
            }
            releases.withdrawPayout(id, new Actor(who.getName()), reason);
        });
    }

    @PostMapping("/payouts/{date}/sent")
    String sent(Principal who, @PathVariable LocalDate date, HttpSession session, Model model) {
        return act(who, date, session, model, () -> releases.sent(date, new Actor(who.getName())));
    }

    private String act(Principal who, LocalDate date, HttpSession session, Model model, Runnable act) {
        try {
            act.run();
            return "redirect:/payouts/" + date;
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
            return page(who, date, session, model);
        }
    }
}

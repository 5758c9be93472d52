package io.qingfen.console;

import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccounts;
import io.qingfen.run.OnlyServing;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Home: every business date and how far it is; and one date in detail. */
@OnlyServing
@Controller
class NightsPage {
    private static final int DATES = 60;
    private final NightAccounts accounts;

    NightsPage(NightAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/")
    String nights(Model model) {
        model.addAttribute("nights", accounts.latest(DATES));
        return "nights";
    }

    @GetMapping("/nights/{date}")
    String night(@PathVariable LocalDate date, Model model) {
        NightAccount night = accounts.of(date).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("night", night);
        model.addAttribute("steps", accounts.steps(date));
        model.addAttribute("position", accounts.position(date).orElse(null));
        model.addAttribute("rerun", accounts.rerun(date).orElse(null));
        return "night";
    }
}

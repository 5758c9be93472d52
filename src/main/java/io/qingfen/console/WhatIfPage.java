package io.qingfen.console;

import io.qingfen.console.FeeDesk.Asked;
import io.qingfen.console.FeeDesk.Plans;
import io.qingfen.repricing.Comparison;
import io.qingfen.run.Actor;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Home;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What merchants would have paid under other fee plans, and the adjustment that is proposed from it. */
@OnlyServing
@Controller
class WhatIfPage {
    private static final int MOST = 200;
    private static final String FILE = "fee-plans.yml";
    private final FeeDesk desk;
    private final BusinessDays days;
    private final Home home;

    WhatIfPage(FeeDesk desk, BusinessDays days, Home home) {
        this.desk = desk;
        this.days = days;
        this.home = home;
    }

    /** What this person asked for last; the plans that stand in reference/ otherwise. */
    @GetMapping("/what-if")
    String page(Principal who, Model model) {
        Asked asked = desk.last(who.getName())
                .filter(one -> one.kind() != FeeDesk.Kind.APPROVE)
                .orElse(null);
        model.addAttribute("asked", asked);
        if (!model.containsAttribute("plans")) {
            model.addAttribute("plans", asked == null ? inForce() : asked.plans());
        }
        if (asked != null && asked.comparison() != null) {
            Comparison comparison = asked.comparison();
            var changed = comparison.changedMerchants();
            model.addAttribute("comparison", comparison);
            model.addAttribute("merchants", changed.subList(0, Math.min(MOST, changed.size())));
            model.addAttribute("more", changed.size() - Math.min(MOST, changed.size()));
        }
        return "what-if";
    }

    private Plans inForce() {
        LocalDate last = days.latestClosed().orElse(null);
        Path file = home.reference().resolve(FILE);
        try {
            return new Plans(last, last, FILE, Files.readString(file));
        } catch (IOException unreadable) {
            return new Plans(last, last, FILE, "");
        }
    }

    /** A part of the page, asked for again and again; when it has ended the whole page is. */
    @GetMapping("/what-if/act")
    String act(Principal who, Model model, HttpServletResponse response) {
        Asked asked = desk.last(who.getName()).orElse(null);
        if (asked == null || !asked.runs()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("asked", asked);
        return "reckoning :: live";
    }

    @PostMapping("/what-if")
    String compare(
            Principal who,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam String name,
            @RequestParam String plans,
            Model model) {
        Plans asked = new Plans(from, to, name.strip(), plans);
        model.addAttribute("plans", asked);
        return attempt(who, model, () -> desk.compare(new Actor(who.getName()), asked));
    }

    /**
     * @param no of the comparison that was looked at
     * @param merchants ids by comma or space; empty for all that differ
     */
    @PostMapping("/what-if/propose")
    String propose(
            Principal who,
            @RequestParam long no,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String merchants,
            Model model) {
        TreeSet<String> only = Arrays.stream(merchants.split("[,\\s]+"))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return attempt(who, model, () -> desk.propose(new Actor(who.getName()), no, reason, only));
    }

    private String attempt(Principal who, Model model, Runnable act) {
        try {
            act.run();
            return "redirect:/what-if";
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
            return page(who, model);
        }
    }
}

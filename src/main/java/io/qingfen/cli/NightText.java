package io.qingfen.cli;

import io.qingfen.cli.NightAccount.OpenCases;
import io.qingfen.cli.NightAccount.Paid;
import io.qingfen.cli.NightAccount.Settled;
import io.qingfen.cli.NightAccount.Sum;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One night in words: what came in, what became of it, who is paid when, what a person must look at. */
final class NightText {
    private static final Map<String, String> DEPOSITS = Map.of(
            "OPENING", "held already",
            "PREPAID", "paid in advance",
            "SOLD", "sold",
            "WITHHELD", "withheld from settlement",
            "REFUNDED", "given back, turnover reached",
            "RETURNED", "given back, terminal returned",
            "FORFEITED", "forfeited",
            "CONVERTED", "kept as the price of the terminal");
    private static final Map<String, String> DECISIONS = Map.of(
            "NEGATIVE", "owed by %s, taken from later payouts",
            "HOLD", "owed to %s on hold, stays owed",
            "BELOW_MINIMUM", "owed to %s below their minimum payout, stays owed");

    private final Console console;
    private final NightAccount account;
    private final List<String> lines = new ArrayList<>();

    private NightText(Console console, NightAccount account) {
        this.console = console;
        this.account = account;
    }

    /** In full, after an empty line and with a title beside the date. */
    static List<String> titled(Console console, NightAccount account, String title) {
        List<String> lines = full(console, account);
        lines.set(0, lines.get(0) + (title.isEmpty() ? "" : "  " + title));
        lines.add(0, "");
        return lines;
    }

    /** With the control chain and a line for each kind of case. */
    static List<String> full(Console console, NightAccount account) {
        NightText text = new NightText(console, account);
        text.headline();
        text.lines.addAll(ChainText.of(account.flow()));
        text.money();
        text.cases();
        account.openCases().stream()
                .sorted(Comparator.comparing(OpenCases::exposureMinor).reversed())
                .forEach(text::caseLine);
        return text.lines;
    }

    static List<String> brief(Console console, NightAccount account) {
        NightText text = new NightText(console, account);
        text.headline();
        text.money();
        text.cases();
        return text.lines;
    }

    private void headline() {
        String weekday = account.day().date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        String state = account.day().state();
        lines.add(console.strong(account.day().date() + " " + weekday) + "  "
                + (state.equals("CLOSED") ? console.good("closed") : console.bad(state.toLowerCase(Locale.ROOT))));
        String files = Words.counted(account.files().size(), "file");
        lines.add(line(
                "in",
                files + ", " + Words.counted(account.flow().count("CAPTURES_PRESENT"), "slip") + ", "
                        + Words.counted(account.flow().count("AUTHORIZATIONS_PRESENT"), "authorization")
                        + notices() + rejects()));
        lines.add(line("controls", controls()));
    }

    private String notices() {
        return account.notices().isEmpty()
                ? ""
                : "; " + Words.counted(account.notices().size(), "notice");
    }

    private String rejects() {
        long rejects = account.rejects().stream()
                .mapToLong(NightAccount.Rejects::count)
                .sum();
        return rejects == 0 ? "" : "; " + Words.counted(rejects, "record") + " rejected";
    }

    private String controls() {
        List<NightAccount.Control> controls = account.controls();
        List<NightAccount.Control> open =
                controls.stream().filter(each -> !each.closed()).toList();
        if (open.isEmpty()) {
            return console.good(controls.size() + " of " + controls.size() + " closed") + ", trial balance " + trial();
        }
        NightAccount.Control first = open.get(0);
        return console.bad(open.size() + " of " + controls.size() + " open") + ", the first: " + first.boundary() + ", "
                + first.side() + ": " + first.count() + " / " + Words.money(first.amountMinor(), first.currency())
                + " against " + first.counterpartCount() + " / "
                + Words.money(first.counterpartMinor(), first.currency());
    }

    private String trial() {
        return account.trialBalance().isEmpty()
                ? "0"
                : account.trialBalance().stream()
                        .map(sum -> Words.money(sum.amountMinor(), sum.currency()))
                        .collect(Collectors.joining(", "));
    }

    private void money() {
        for (Paid paid : account.payouts()) {
            lines.add(line(
                    "payouts",
                    Words.counted(paid.payouts(), "merchant") + " get "
                            + Words.money(paid.amountMinor(), paid.currency()) + ", at their bank on "
                            + paid.valueDate()));
        }
        if (account.payouts().isEmpty()) {
            lines.add(line("payouts", "none"));
        }
        account.positions().stream()
                .filter(each -> DECISIONS.containsKey(each.decision()))
                .forEach(this::carried);
        for (Sum deposit : account.deposits()) {
            lines.add(line(
                    "deposits",
                    Words.money(deposit.amountMinor(), deposit.currency()) + " "
                            + DEPOSITS.getOrDefault(deposit.name(), deposit.name())
                            + " (" + Words.counted(deposit.count(), "terminal") + ")"));
        }
    }

    private void carried(Settled settled) {
        String merchants = Words.counted(settled.merchants(), "merchant");
        lines.add(line(
                "carried",
                Words.money(Math.abs(settled.carriedMinor()), settled.currency()) + " "
                        + String.format(DECISIONS.get(settled.decision()), merchants)));
    }

    private void cases() {
        long count = account.openCases().stream().mapToLong(OpenCases::count).sum();
        lines.add(line("cases", count == 0 ? "none open" : Words.counted(count, "case") + " open" + exposure()));
    }

    private String exposure() {
        Map<String, Long> byCurrency = account.openCases().stream()
                .filter(each -> each.exposureMinor() != 0)
                .collect(Collectors.groupingBy(
                        OpenCases::currency,
                        java.util.TreeMap::new,
                        Collectors.reducing(0L, OpenCases::exposureMinor, Math::addExact)));
        return byCurrency.isEmpty()
                ? ""
                : ", "
                        + byCurrency.entrySet().stream()
                                .map(each -> Words.money(each.getValue(), each.getKey()))
                                .collect(Collectors.joining(", "))
                        + " at stake";
    }

    private void caseLine(OpenCases cases) {
        String amount = cases.exposureMinor() == 0 ? "" : Words.amount(cases.exposureMinor(), cases.currency());
        lines.add(String.format(
                "  %11s %12s  %s  (%s)", cases.count() + " x", amount, CaseWords.of(cases.kind()), cases.kind()));
    }

    private static String line(String label, String text) {
        return String.format("  %-9s %s", label, text);
    }
}

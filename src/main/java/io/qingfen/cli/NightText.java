package io.qingfen.cli;

import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccount.Control;
import io.qingfen.overview.NightAccount.Paid;
import io.qingfen.overview.NightAccount.Settled;
import io.qingfen.overview.NightAccount.Sum;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One night in words: what came in, what became of it, who is paid when, what a person must look at. */
final class NightText {
    private static final Map<String, String> DEPOSITS = Map.of(
            "OPENING", "held already when the books began",
            "PREPAID", "paid in advance",
            "SOLD", "sold with the terminal",
            "WITHHELD", "withheld from settlement",
            "REFUNDED", "given back, turnover reached",
            "RETURNED", "given back, terminal returned",
            "FORFEITED", "forfeited, turnover not reached in time",
            "CONVERTED", "kept as the price of the terminal");
    private static final Map<String, String> DECISIONS = Map.of(
            "NEGATIVE", "%s owed by %s, taken from later payouts",
            "HOLD", "%s owed to %s on hold",
            "BELOW_MINIMUM", "%s owed to %s below the minimum payout");

    private final Console console;
    private final NightAccount account;
    private final List<String> lines = new ArrayList<>();

    private NightText(Console console, NightAccount account) {
        this.console = console;
        this.account = account;
    }

    /** After an empty line and with a title beside the date; with the control chain and what is new in the queue. */
    static List<String> titled(Console console, NightAccount account, String title) {
        NightText text = new NightText(console, account);
        text.lines.add("");
        text.headline(title.isEmpty() ? "" : "  " + title);
        text.lines.addAll(ChainText.of(account.flow()));
        text.money();
        text.lines.addAll(CasesText.kinds("new:", account.newCases()));
        return text.lines;
    }

    /** With the control chain and everything in the queue. */
    static List<String> full(Console console, NightAccount account) {
        NightText text = new NightText(console, account);
        text.headline("");
        text.lines.addAll(ChainText.of(account.flow()));
        text.money();
        text.lines.addAll(CasesText.kinds("open:", account.openCases()));
        return text.lines;
    }

    static List<String> brief(Console console, NightAccount account) {
        NightText text = new NightText(console, account);
        text.headline("");
        text.money();
        return text.lines;
    }

    private void headline(String title) {
        String weekday = account.day().date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        String state = account.day().state();
        String painted = Set.of("CLOSED", "RETIRED").contains(state)
                ? console.good(state.toLowerCase(Locale.ROOT))
                : console.bad(state.toLowerCase(Locale.ROOT));
        lines.add(console.strong(account.day().date() + " " + weekday + title) + "  " + painted);
        add("in", in());
        add("controls", controls());
    }

    /** Files of later dates that wait are no news. */
    private String in() {
        long rejects = account.rejects().stream()
                .mapToLong(NightAccount.Rejects::count)
                .sum();
        long notices = account.notices().stream()
                .filter(notice -> !notice.notice().equals("FUTURE_DATE"))
                .count();
        return Words.counted(account.files().size(), "file") + ", "
                + Words.counted(account.flow().count("CAPTURES_PRESENT"), "slip") + ", "
                + Words.counted(account.flow().count("AUTHORIZATIONS_PRESENT"), "authorization")
                + (rejects == 0 ? "" : "; " + Words.counted(rejects, "record") + " rejected")
                + (notices == 0 ? "" : "; " + Words.counted(notices, "notice"));
    }

    private String controls() {
        List<Control> controls = account.controls();
        List<Control> open = controls.stream().filter(each -> !each.closed()).toList();
        if (!open.isEmpty()) {
            return console.bad(open.size() + " of " + controls.size() + " open") + ", first "
                    + bothNumbers(open.get(0));
        }
        return controls.isEmpty()
                ? "not proved yet"
                : console.good(controls.size() + " of " + controls.size() + " closed") + ", trial balance " + trial();
    }

    private static String bothNumbers(Control control) {
        return control.boundary() + ", " + control.side() + ": " + control.count() + " / "
                + Words.money(control.amountMinor(), control.currency()) + " against " + control.counterpartCount()
                + " / " + Words.money(control.counterpartMinor(), control.currency());
    }

    private String trial() {
        return account.trialBalance().isEmpty()
                ? "0"
                : account.trialBalance().stream()
                        .map(sum -> Words.money(sum.amountMinor(), sum.currency()))
                        .collect(Collectors.joining(" and "));
    }

    private void money() {
        account.payouts().forEach(this::paid);
        if (account.payouts().isEmpty()) {
            add("payouts", "none");
        }
        account.positions().stream()
                .filter(each -> DECISIONS.containsKey(each.decision()))
                .forEach(this::carried);
        account.deposits().forEach(this::deposit);
        add("cases", CasesText.headline(account));
    }

    private void paid(Paid paid) {
        add(
                "payouts",
                Words.money(paid.amountMinor(), paid.currency()) + " to " + Words.counted(paid.payouts(), "merchant")
                        + ", at the bank on " + paid.valueDate());
    }

    private void carried(Settled settled) {
        String amount = Words.money(Math.abs(settled.carriedMinor()), settled.currency());
        String merchants = Words.counted(settled.merchants(), "merchant");
        add("carried", String.format(DECISIONS.get(settled.decision()), amount, merchants));
    }

    private void deposit(Sum deposit) {
        add(
                "deposits",
                Words.money(deposit.amountMinor(), deposit.currency()) + " "
                        + DEPOSITS.getOrDefault(deposit.name(), deposit.name()) + " ("
                        + Words.counted(deposit.count(), "terminal") + ")");
    }

    private void add(String label, String text) {
        lines.add(String.format("  %-9s %s", label, text));
    }
}

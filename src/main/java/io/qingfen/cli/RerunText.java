package io.qingfen.cli;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.nightly.RerunDiff;
import io.qingfen.nightly.RerunDiff.CaseChange;
import io.qingfen.nightly.RerunDiff.PayoutChange;
import io.qingfen.nightly.RerunDiff.PositionChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a re-run changed, for people and for machines. */
final class RerunText {
    private static final int MOST = 50;

    private RerunText() {}

    static List<String> lines(LocalDate date, RerunDiff diff) {
        List<String> lines = new ArrayList<>();
        diff.voided()
                .forEach(proposal -> lines.add("void: proposal " + proposal.no() + " of " + proposal.maker()
                        + " to release the payouts; look at them and propose again: qingfen payouts propose --date "
                        + date));
        if (diff.isEmpty()) {
            lines.add("changes: none; positions, payouts and cases are what they were");
            return lines;
        }
        add(lines, "positions", diff.positions(), RerunText::position);
        add(lines, "payouts", diff.payouts(), RerunText::payout);
        add(lines, "cases", diff.cases(), RerunText::reviewCase);
        return lines;
    }

    private static <T> void add(
            List<String> lines, String title, List<T> changes, java.util.function.Function<T, String> text) {
        lines.add("changed " + title + ": " + changes.size());
        changes.stream().limit(MOST).map(text).forEach(line -> lines.add("  " + line));
        if (changes.size() > MOST) {
            lines.add("  ... and " + (changes.size() - MOST) + " more; all of them with --json");
        }
    }

    private static String position(PositionChange change) {
        String lines = change.lines().entrySet().stream()
                .map(line -> line.getKey() + " " + signed(line.getValue(), change.currency()))
                .collect(Collectors.joining(", "));
        return String.format(
                "%-15s net %s -> %s, %s -> %s%s",
                change.merchantId(),
                Words.money(change.netBefore(), change.currency()),
                Words.money(change.netAfter(), change.currency()),
                none(change.decisionBefore()),
                none(change.decisionAfter()),
                lines.isEmpty() ? "" : "  (" + lines + ")");
    }

    private static String payout(PayoutChange change) {
        return String.format(
                "%-26s %s -> %s",
                change.payoutId(),
                change.before() == 0 ? "none" : Words.money(change.before(), change.currency()),
                change.after() == 0 ? "none" : Words.money(change.after(), change.currency()));
    }

    private static String reviewCase(CaseChange change) {
        String stake = change.currency().isEmpty()
                ? ""
                : switch (change.change()) {
                    case OPENED -> Words.money(change.after(), change.currency());
                    case GONE -> Words.money(change.before(), change.currency());
                    case CHANGED ->
                        Words.money(change.before(), change.currency()) + " -> "
                                + Words.money(change.after(), change.currency());
                };
        return String.format("%-8s %-22s %-24s %s", change.change(), change.caseId(), change.kind(), stake)
                .stripTrailing();
    }

    private static String none(String decision) {
        return decision.isEmpty() ? "none" : decision;
    }

    private static String signed(long minor, String currency) {
        return (minor > 0 ? "+" : "") + Words.money(minor, currency);
    }

    /** Amounts as decimal strings beside their currency. */
    static Map<String, Object> json(RerunDiff diff) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("positions", diff.positions().stream().map(RerunText::json).toList());
        json.put("payouts", diff.payouts().stream().map(RerunText::json).toList());
        json.put("cases", diff.cases().stream().map(RerunText::json).toList());
        json.put(
                "voidedProposals",
                diff.voided().stream()
                        .map(proposal -> Json.object("proposal", proposal.no(), "maker", proposal.maker()))
                        .toList());
        return json;
    }

    private static Map<String, Object> json(PositionChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("merchantId", change.merchantId());
        json.put("currency", change.currency());
        json.put("netBefore", decimal(change.netBefore(), change.currency()));
        json.put("netAfter", decimal(change.netAfter(), change.currency()));
        json.put("decisionBefore", change.decisionBefore());
        json.put("decisionAfter", change.decisionAfter());
        json.put("payoutBefore", decimal(change.payoutBefore(), change.currency()));
        json.put("payoutAfter", decimal(change.payoutAfter(), change.currency()));
        Map<String, Object> lines = new LinkedHashMap<>();
        change.lines().forEach((line, minor) -> lines.put(line, decimal(minor, change.currency())));
        json.put("lines", lines);
        return json;
    }

    private static Map<String, Object> json(PayoutChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("payoutId", change.payoutId());
        json.put("currency", change.currency());
        json.put("before", decimal(change.before(), change.currency()));
        json.put("after", decimal(change.after(), change.currency()));
        return json;
    }

    private static Map<String, Object> json(CaseChange change) {
        boolean money = !change.currency().isEmpty();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("caseId", change.caseId());
        json.put("kind", change.kind());
        json.put("merchantId", change.merchantId());
        json.put("change", change.change().name());
        json.put("currency", change.currency());
        json.put("exposureBefore", money ? decimal(change.before(), change.currency()) : null);
        json.put("exposureAfter", money ? decimal(change.after(), change.currency()) : null);
        return json;
    }

    private static String decimal(long minor, String currency) {
        return Amounts.format(minor, Currency.of(currency));
    }
}

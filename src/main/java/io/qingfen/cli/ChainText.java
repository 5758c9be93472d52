package io.qingfen.cli;

import io.qingfen.overview.Flow;
import java.util.ArrayList;
import java.util.List;

/**
 * The control chain of a night as a table: what came in, and the one place where each record ended. Rows that are empty
 * on both sides are left out.
 */
final class ChainText {
    private static final String ROW = "  %-34s %9s %17s   %9s %17s";

    private final Flow flow;
    private final String currency;

    private ChainText(Flow flow, String currency) {
        this.flow = flow;
        this.currency = currency;
    }

    static List<String> of(Flow flow) {
        List<String> lines = new ArrayList<>();
        for (String currency : flow.currencies()) {
            new ChainText(flow, currency).write(lines);
        }
        return lines;
    }

    private void write(List<String> lines) {
        lines.add(String.format(ROW, "control chain, " + name(), "slips", "amount", "host", "amount"));
        row(lines, "in the files", "PRESENT");
        row(lines, "= accepted", "ACCEPTED");
        row(lines, "+ rejected, line and reason kept", "REJECTED");
        if (flow.of("CAPTURES_CARRIED_IN", currency).count()
                        + flow.of("AUTHORIZATIONS_CARRIED_IN", currency).count()
                > 0) {
            row(lines, "accepted", "IN");
            row(lines, "+ waiting from earlier dates", "CARRIED_IN");
        }
        row(lines, "= settled", "SETTLED");
        row(lines, "+ not settled", "NOT_SETTLED");
        row(lines, "+ held or waiting", "OPEN");
        row(lines, "+ failed at the terminal", "FAILED");
        row(lines, "+ no money moves", "NOT_FINANCIAL");
        row(lines, "+ batch delivered twice", "DUPLICATE_BATCH");
    }

    private String name() {
        return currency.equals("XXX") ? "currency unreadable" : currency;
    }

    private void row(List<String> lines, String label, String measure) {
        Flow.Measured captures = flow.of("CAPTURES_" + measure, currency);
        Flow.Measured authorizations = flow.of("AUTHORIZATIONS_" + measure, currency);
        if (captures.count() == 0 && authorizations.count() == 0) {
            return;
        }
        lines.add(String.format(
                ROW,
                "  " + label,
                Words.grouped(captures.count()),
                Words.amount(captures.amountMinor(), currency),
                Words.grouped(authorizations.count()),
                Words.amount(authorizations.amountMinor(), currency)));
    }
}

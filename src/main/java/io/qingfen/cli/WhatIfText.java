package io.qingfen.cli;

import io.qingfen.repricing.Comparison;
import io.qingfen.repricing.FeeChange;
import io.qingfen.repricing.MerchantLine;
import io.qingfen.repricing.Repriced;
import io.qingfen.repricing.Sum;
import io.qingfen.settlement.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A comparison in words: in total, by rule, and the merchants with the largest differences. */
final class WhatIfText {
    private static final int SHOWN = 20;
    private static final String ROW = "  %-40s %12s %16s %16s %16s  %s";
    private final Console console;
    private final Comparison comparison;

    WhatIfText(Console console, Comparison comparison) {
        this.console = console;
        this.comparison = comparison;
    }

    /** @param proposed whether an adjustment of the differences was stored with it */
    List<String> lines(String feePlans, boolean proposed) {
        List<String> lines = new ArrayList<>();
        boolean one = comparison.from().equals(comparison.to());
        lines.add(console.strong("What if " + feePlans + " had been in force on " + comparison.from()
                + (one ? "" : " to " + comparison.to())));
        lines.add(head("in total", "items"));
        comparison
                .totals()
                .forEach((change, sum) ->
                        lines.add(row(change.line() == Line.MERCHANT_FEES ? "fees" : "instant fees", change, sum)));
        lines.add(head("by rule", "items"));
        comparison
                .changes()
                .forEach((change, sum) -> lines.add(row(
                        (change.line() == Line.INSTANT_FEE ? "instant fee " : "") + change.oldRule() + " -> "
                                + change.newRule(),
                        change,
                        sum)));
        merchants(lines);
        comparison.kept().forEach((why, count) -> lines.add("  as booked: " + words(why, count)));
        lines.add(
                proposed
                        ? "  the books stay as they are until the next night; the proposal is stored"
                        : "  nothing was written to the books");
        return lines;
    }

    private String head(String what, String items) {
        return console.strong(String.format(ROW, what, items, "charged", "other plans", "difference", "")
                .stripTrailing());
    }

    private static String row(String what, FeeChange change, Sum sum) {
        return row(what, change.currency(), sum);
    }

    private static String row(String what, String currency, Sum sum) {
        String difference = Words.amount(sum.differenceMinor(), currency);
        return String.format(
                ROW,
                what,
                Words.grouped(sum.items()),
                Words.amount(sum.chargedMinor(), currency),
                Words.amount(sum.otherMinor(), currency),
                sum.differenceMinor() > 0 ? "+" + difference : difference,
                currency);
    }

    private void merchants(List<String> lines) {
        lines.add(head("by merchant", "items"));
        List<Map.Entry<MerchantLine, Sum>> changed = comparison.changedMerchants();
        changed.stream().limit(SHOWN).forEach(one -> {
            MerchantLine merchant = one.getKey();
            String what = merchant.merchantId() + (merchant.line() == Line.INSTANT_FEE ? " instant fee" : "");
            lines.add(row(what, merchant.currency(), one.getValue()));
        });
        if (changed.isEmpty()) {
            lines.add("  no merchant would have paid another fee");
        } else if (changed.size() > SHOWN) {
            lines.add("  and " + (changed.size() - SHOWN) + " more; all with --csv FILE or --json");
        }
    }

    private static String words(Repriced.Kept why, long count) {
        String items = Words.counted(count, "transaction");
        return switch (why) {
            case UNPRICED -> items + " that no rule of the other plans prices; they would have been held as UNPRICED";
            case ORIGINAL_GONE -> items + " whose original, or the reference data of its date, are gone";
            case ORIGIN_UNKNOWN ->
                items + " of cards whose origin nobody knows any more: the archived input file is gone";
        };
    }
}

package io.qingfen.adjustments;

import io.qingfen.repricing.FeeChange;
import io.qingfen.repricing.Sum;
import java.time.LocalDate;
import java.util.Comparator;

/** The fees of a merchant on one closed date that went, or would have gone, from one rule to another. */
public record AdjustmentLine(LocalDate date, String merchantId, FeeChange change, Sum sum) {
    /** By merchant, currency, line, date, old and new rule. */
    public static final Comparator<AdjustmentLine> ORDER = Comparator.comparing(AdjustmentLine::merchantId)
            .thenComparing(line -> line.change().currency())
            .thenComparing(line -> line.change().line())
            .thenComparing(AdjustmentLine::date)
            .thenComparing(AdjustmentLine::change, FeeChange.ORDER);

    /** Above 0: the merchant owes more. Minor units. */
    public long differenceMinor() {
        return sum.differenceMinor();
    }

    String text() {
        return String.join(
                        "|",
                        merchantId,
                        change.currency(),
                        change.line().name(),
                        date.toString(),
                        change.oldRule(),
                        change.newRule())
                + "|" + sum.items() + "|" + sum.amountMinor() + "|" + sum.chargedMinor() + "|" + sum.otherMinor();
    }
}

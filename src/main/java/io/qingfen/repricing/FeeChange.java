package io.qingfen.repricing;

import io.qingfen.settlement.Line;
import java.util.Comparator;

/**
 * From which rule to which a fee would have gone.
 *
 * @param line MERCHANT_FEES or INSTANT_FEE
 * @param oldRule as booked; {@code taken} or {@code none} for the surcharge
 * @param newRule under the other plans, likewise; or why it stays as booked, see {@link Repriced.Kept}
 */
public record FeeChange(String currency, Line line, String oldRule, String newRule) {
    /** Ascending by every part. */
    public static final Comparator<FeeChange> ORDER = Comparator.comparing(FeeChange::currency)
            .thenComparing(FeeChange::line)
            .thenComparing(FeeChange::oldRule)
            .thenComparing(FeeChange::newRule);
}

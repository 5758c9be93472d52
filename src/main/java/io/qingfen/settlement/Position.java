package io.qingfen.settlement;

import io.qingfen.money.Currency;
import java.time.LocalDate;

/**
 * What a merchant gets for one business date in one currency, and what is done about it.
 *
 * @param salesCount cleared sales, offline sales and completions
 * @param valueDate when the payout counts at the merchant's bank; null without payout
 */
public record Position(
        LocalDate businessDate,
        String merchantId,
        Currency currency,
        long salesCount,
        Lines lines,
        Decision decision,
        LocalDate valueDate) {

    public Position {
        if ((decision == Decision.PAYOUT) != (valueDate != null)) {
            throw new IllegalArgumentException("a payout has a value date, nothing else has: " + merchantId);
        }
    }

    /** The sum of all lines, minor units; positive = owed to the merchant. */
    public long netMinor() {
        return lines.net();
    }

    /** What is paid: the net or 0. */
    public long payoutMinor() {
        return decision == Decision.PAYOUT ? netMinor() : 0;
    }

    /** What was not paid and is brought forward on the next business date; negative when the merchant owes. */
    public long carriedForwardMinor() {
        return Math.subtractExact(netMinor(), payoutMinor());
    }
}

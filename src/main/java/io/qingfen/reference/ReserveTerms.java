package io.qingfen.reference;

import io.qingfen.money.Rate;
import io.qingfen.money.Rounding;
import java.time.LocalDate;

/**
 * What is kept back of a merchant's sales, and for how long.
 *
 * @param effectiveFrom first business date of these terms
 * @param rate of sales less voids and refunds; 0 ends the withholding
 * @param days calendar days until the release, at least 1
 */
public record ReserveTerms(LocalDate effectiveFrom, Rate rate, int days) {
    private static final long MILLION = 1_000_000;

    /**
     * What is withheld of a day, minor units, rounded HALF_UP once; 0 when nothing was sold: 10 % of 333.35 is 33.34.
     *
     * @param netSalesMinor sales less voids and refunds of the day
     */
    public long withheldOf(long netSalesMinor) {
        return netSalesMinor <= 0 ? 0 : Rounding.proportionHalfUp(netSalesMinor, rate.partsPerMillion(), MILLION);
    }
}

package io.qingfen.settlement;

import io.qingfen.money.Rounding;
import io.qingfen.reference.FeePlan;

/** The surcharge for payout on the same day (cycle D0): {@code rate × base + fixed}, rounded HALF_UP. */
public final class InstantFee {
    private static final long MILLION = 1_000_000;

    private InstantFee() {}

    /**
     * The surcharge on a merchant's day, minor units, 0 when the base is not above 0. The base is what the day's cleared
     * transactions leave the merchant: sales, voids, refunds and fees; a base of 622.13 at 0.02 % + 3.00 costs 3.12.
     */
    public static long on(Lines lines, FeePlan.Instant instant) {
        long base = base(lines);
        if (base <= 0) {
            return 0;
        }
        long share = Rounding.proportionHalfUp(base, instant.rate().partsPerMillion(), MILLION);
        return Math.addExact(share, instant.fixedMinor());
    }

    private static long base(Lines lines) {
        long transactions =
                Math.addExact(lines.of(Line.SALES), Math.addExact(lines.of(Line.VOIDS), lines.of(Line.REFUNDS)));
        return Math.addExact(transactions, lines.of(Line.MERCHANT_FEES));
    }
}

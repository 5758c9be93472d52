package io.qingfen.settlement;

import io.qingfen.calendar.SettlementCycle;
import io.qingfen.money.Currency;
import io.qingfen.money.Rounding;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import java.util.Optional;

/** The surcharge for payout on the same day (cycle D0): {@code rate × base + fixed}, rounded HALF_UP. */
public final class InstantFee {
    private static final long MILLION = 1_000_000;

    private InstantFee() {}

    /**
     * The surcharge of the merchant's plan on the date of this reference, for merchants of cycle D0. A fixed part is an
     * amount of the merchant's home currency: no such surcharge on a position in another one.
     */
    public static Optional<FeePlan.Instant> of(Merchant merchant, Currency currency, Snapshot reference) {
        if (merchant.cycle() != SettlementCycle.D0) {
            return Optional.empty();
        }
        return reference
                .plan(merchant.feePlan(), reference.businessDate())
                .flatMap(FeePlan::instant)
                .filter(instant -> instant.fixedMinor() == 0 || currency.equals(merchant.currency()));
    }

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

    /** What the surcharge is a share of: sales, voids, refunds and fees of the day, minor units. */
    public static long base(Lines lines) {
        long transactions =
                Math.addExact(lines.of(Line.SALES), Math.addExact(lines.of(Line.VOIDS), lines.of(Line.REFUNDS)));
        return Math.addExact(transactions, lines.of(Line.MERCHANT_FEES));
    }
}

package io.qingfen.settlement;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import java.time.LocalDate;
import java.util.Optional;

/** Turns a merchant's day into its position: surcharge, decision, value date. See docs/SPEC-settlement.md. */
public final class Settlement {
    private Settlement() {}

    /**
     * The position of a day that has lines.
     *
     * @throws io.qingfen.calendar.MissingCalendarYear when the value date of a payout cannot be known
     */
    public static Position settle(MerchantDay day, Snapshot reference) {
        Merchant merchant = reference.merchant(day.merchantId());
        Lines lines = withInstantFee(day, merchant, InstantFee.of(merchant, day.currency(), reference));
        Decision decision = Decision.of(lines.net(), merchant, day.currency());
        return new Position(
                day.businessDate(),
                day.merchantId(),
                day.currency(),
                day.salesCount(),
                lines,
                decision,
                valueDate(decision, merchant, day.businessDate(), reference.calendar()));
    }

    /** The surcharge buys a payout: it is taken only from a position that, with it, is paid. */
    private static Lines withInstantFee(MerchantDay day, Merchant merchant, Optional<FeePlan.Instant> instant) {
        Lines without = day.lines();
        if (instant.isEmpty()) {
            return without;
        }
        Lines with = without.plus(Line.INSTANT_FEE, Math.negateExact(InstantFee.on(without, instant.get())));
        return Decision.of(with.net(), merchant, day.currency()) == Decision.PAYOUT ? with : without;
    }

    private static LocalDate valueDate(
            Decision decision, Merchant merchant, LocalDate businessDate, BusinessCalendar calendar) {
        return decision == Decision.PAYOUT ? merchant.cycle().valueDate(businessDate, calendar) : null;
    }
}

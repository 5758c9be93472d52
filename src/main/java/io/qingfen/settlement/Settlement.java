package io.qingfen.settlement;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import java.time.LocalDate;
import java.util.Optional;

/** Turns a merchant's day into its position: reserve, surcharge, decision, value date. See docs/SPEC-settlement.md. */
public final class Settlement {
    private Settlement() {}

    /** The position of a day of a merchant whom nobody holds. */
    static Position settle(MerchantDay day, Snapshot reference) {
        return settle(day, reference, false);
    }

    /**
     * The position of a day that has lines.
     *
     * @param held payouts of the merchant are held on the date by a person or a rule
     * @throws io.qingfen.calendar.MissingCalendarYear when the value date of a payout cannot be known
     */
    public static Position settle(MerchantDay day, Snapshot reference, boolean held) {
        Merchant merchant = reference.merchant(day.merchantId());
        long reserve =
                ReserveHold.of(day, reference).map(ReserveHold::withheldMinor).orElse(0L);
        Lines before = day.lines().plus(Line.RESERVE_WITHHELD, Math.negateExact(reserve));
        // The surcharge buys a payout: it is taken only from a position that, with it, is paid.
        Optional<FeePlan.Instant> instant = InstantFee.of(merchant, day.currency(), reference);
        Lines lines = instant.map(fee -> before.plus(Line.INSTANT_FEE, Math.negateExact(InstantFee.on(before, fee))))
                .filter(with -> Decision.of(with.net(), merchant, day.currency(), held) == Decision.PAYOUT)
                .orElse(before);
        Decision decision = Decision.of(lines.net(), merchant, day.currency(), held);
        return new Position(
                day.businessDate(),
                day.merchantId(),
                day.currency(),
                day.salesCount(),
                lines,
                decision,
                valueDate(decision, merchant, day.businessDate(), reference.calendar()));
    }

    private static LocalDate valueDate(
            Decision decision, Merchant merchant, LocalDate businessDate, BusinessCalendar calendar) {
        return decision == Decision.PAYOUT ? merchant.cycle().valueDate(businessDate, calendar) : null;
    }
}

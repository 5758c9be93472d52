package io.qingfen.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the deposit of a terminal is taken and given back, one version. Amounts in minor units of the merchant's home
 * currency.
 *
 * @param window absent for PURCHASE, or when the deposit never expires
 * @param channels counted kinds; empty counts every channel
 * @param cardTypes counted kinds; empty counts every card type
 * @param monthly absent for measure CUMULATIVE
 */
public record DepositPolicy(
        String id,
        LocalDate effectiveFrom,
        Kind kind,
        long amountMinor,
        Collect collect,
        Optional<Window> window,
        Set<Channel> channels,
        Set<CardType> cardTypes,
        Optional<Monthly> monthly,
        List<Stage> stages,
        OnExpiry onExpiry,
        Optional<OnReturn> onReturn) {

    /** PURCHASE is sold: income at once, never refunded. */
    public enum Kind {
        REFUNDABLE,
        ACTIVATION,
        PURCHASE
    }

    /** PREPAID: paid outside, held from activation. FROM_SETTLEMENT: withheld from positions until complete. */
    public enum Collect {
        PREPAID,
        FROM_SETTLEMENT
    }

    /** What becomes of the deposit still held after the window. */
    public enum OnExpiry {
        FORFEIT,
        CONVERT_TO_PRICE,
        KEEP
    }

    /** Exactly one of the two is more than 0. */
    public record Window(int months, int days) {
        /** Last date of the window: start + length − 1 day; a month ends at the same day number or its last day. */
        public LocalDate lastDate(LocalDate activatedOn) {
            return (months > 0 ? activatedOn.plusMonths(months) : activatedOn.plusDays(days)).minusDays(1);
        }
    }

    /** Each of so many consecutive months from activation must reach the amount; then one refund. */
    public record Monthly(long amountMinor, int months) {}

    /** Refund this much when the counted volume reaches the threshold (≥). */
    public record Stage(long thresholdMinor, long refundMinor) {}

    /** @param withinDays 0 when not stated */
    public record OnReturn(boolean refund, int withinDays) {}
}

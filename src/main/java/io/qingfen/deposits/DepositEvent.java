package io.qingfen.deposits;

import io.qingfen.reference.DepositPolicy.OnExpiry;

/**
 * What happened to a deposit on one business date; never changed afterwards.
 *
 * @param amountMinor minor units, more than 0; the kind says which way it goes
 * @param reason why, with the numbers that decided it
 */
public record DepositEvent(Kind kind, long amountMinor, String reason) {

    public DepositEvent {
        if (amountMinor <= 0) {
            throw new IllegalArgumentException(kind + " of " + amountMinor + ": an event moves money");
        }
    }

    /** What an event does to the money held: +1 collects, −1 lets go, 0 never was a liability. */
    public enum Kind {
        /** Held when Qingfen took over the books. */
        OPENING(1),
        /** Paid outside, known from activation. */
        PREPAID(1),
        /** Taken out of the merchant's position. */
        WITHHELD(1),
        /** Given back because stages were reached. */
        REFUNDED(-1),
        /** Given back because the terminal came back. */
        RETURNED(-1),
        FORFEITED(-1),
        CONVERTED(-1),
        SOLD(0);

        private final int sign;

        Kind(int sign) {
            this.sign = sign;
        }

        public int sign() {
            return sign;
        }

        /** The kind that ends a window; KEEP ends in none. */
        static Kind of(OnExpiry onExpiry) {
            return switch (onExpiry) {
                case FORFEIT -> FORFEITED;
                case CONVERT_TO_PRICE -> CONVERTED;
                case KEEP -> throw new IllegalArgumentException("KEEP lets nothing go");
            };
        }
    }
}

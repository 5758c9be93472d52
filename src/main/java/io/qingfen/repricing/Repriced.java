package io.qingfen.repricing;

import java.util.Optional;

/**
 * The fee of a transaction under the other plans.
 *
 * @param feeMinor minor units; negative when it is given back
 * @param rule what gave it
 * @param kept why it is the fee as booked; empty when the other plans gave it
 */
public record Repriced(long feeMinor, String rule, Optional<Kept> kept) {

    /** Why the other plans say nothing of a transaction: its difference is 0, and it is counted. */
    public enum Kept {
        /** No rule of the other plans applies: it would have been held, not cleared. */
        UNPRICED,
        /** A void or refund whose original, or the reference data of its date, are gone. */
        ORIGINAL_GONE,
        /** The other plans ask where the card was issued, and the input file that says so is gone. */
        ORIGIN_UNKNOWN
    }

    static Repriced by(long feeMinor, String rule) {
        return new Repriced(feeMinor, rule, Optional.empty());
    }

    static Repriced asBooked(long feeMinor, Kept why) {
        return new Repriced(feeMinor, why.name(), Optional.of(why));
    }
}

package io.qingfen.payouts;

import java.time.LocalDate;

/**
 * What a bank says of one payout.
 *
 * @param payoutId as the bank repeats it; empty when it speaks of a whole file of ours
 * @param word the bank's own word, for example {@code ACSC}
 * @param statedAmount decimal text; empty when the bank states none
 * @param statedCurrency three letters; empty when the bank states no amount
 * @param reason code and text, account numbers masked
 * @param bookedOn when the bank booked it; null when it does not say
 * @param source file:line
 */
public record PayoutResult(
        String payoutId,
        Status status,
        String word,
        String statedAmount,
        String statedCurrency,
        String reason,
        LocalDate bookedOn,
        String source) {

    /** What it means. */
    public enum Status {
        /** The bank has the order and works on it. */
        ACCEPTED,
        PAID,
        REJECTED,
        RETURNED,
        /** The bank does not know. */
        UNKNOWN,
        /** A word that has no meaning here. */
        OTHER
    }
}

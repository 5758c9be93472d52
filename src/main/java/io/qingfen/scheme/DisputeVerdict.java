package io.qingfen.scheme;

import java.time.LocalDate;

/**
 * What becomes of a dispute.
 *
 * @param original ours; null when not exactly one was found
 * @param line CHARGEBACKS or CHARGEBACK_REVERSALS of the merchant's position; empty when nothing is booked
 * @param why nothing is booked; empty when something is
 * @param answerUntil last date to answer it; null when there is nothing to answer
 */
public record DisputeVerdict(Dispute dispute, Original original, String line, String why, LocalDate answerUntil) {
    static final String TAKES = "CHARGEBACKS";
    static final String GIVES_BACK = "CHARGEBACK_REVERSALS";

    /**
     * The transaction that a dispute is about.
     *
     * @param amountMinor what was cleared, above 0
     * @param givenBackMinor what voids and refunds of ours gave back of it
     * @param chargedBackMinor what earlier disputes took from the merchant, less what they gave back; booked or about to be
     * @param toldBefore whether this very dispute stood in an earlier file and was booked or is about to be
     */
    public record Original(
            String transactionId,
            LocalDate businessDate,
            String merchantId,
            String channel,
            long amountMinor,
            long givenBackMinor,
            long chargedBackMinor,
            boolean toldBefore) {}
}

package io.qingfen.matching;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import java.time.LocalDate;

/** Answers of earlier business dates, within the look-back. */
public interface Earlier {
    /** Nothing was cleared before, no hold is open. */
    Earlier NOTHING = new Earlier() {
        @Override
        public boolean clearedHere(Question question) {
            return false;
        }

        @Override
        public Original original(Question question) {
            return null;
        }

        @Override
        public boolean openHold(Question question) {
            return false;
        }
    };

    /** Whether this rrn and type was cleared, or paid by a decision, at this terminal before. */
    boolean clearedHere(Question question);

    /** The latest item cleared for this merchant under this rrn on an earlier date, or null. */
    Original original(Question question);

    /** Whether a pre-authorization of an earlier date under this rrn of this merchant is still open. */
    boolean openHold(Question question);

    /**
     * Something cleared on an earlier date.
     *
     * @param amountMinor minor units, positive
     * @param refundedMinor sum of the refunds so far, minor units, 0 or more
     * @param voided by a void, or by a reversal after clearing
     */
    record Original(
            String transactionId,
            LocalDate date,
            TxnType txnType,
            long amountMinor,
            Currency currency,
            long refundedMinor,
            boolean voided,
            boolean reversed) {

        /** What a reversal takes back: nothing when voided already, or when the original was itself a credit. */
        public long stillPaidMinor() {
            return voided || txnType.side() != TxnType.Side.DEBIT ? 0 : amountMinor - refundedMinor;
        }
    }
}

package io.qingfen.matching;

import io.qingfen.reference.TxnType;

/**
 * Something that only the books of earlier dates can answer.
 *
 * @param owner terminal id, or merchant id for the original of a reversal
 * @param type null when any type will do
 */
public record Question(Kind kind, String owner, long rrn, TxnType type) {

    /**
     * CLEARED_HERE: was an authorization of this rrn and type cleared or paid by a decision at this terminal before?
     * CLAIM_CLEARED_HERE: the same of a capture. ORIGINAL: what cleared as this rrn?
     */
    public enum Kind {
        CLEARED_HERE,
        CLAIM_CLEARED_HERE,
        ORIGINAL
    }

    static Question clearedHere(String terminalId, long rrn, TxnType type) {
        return new Question(Kind.CLEARED_HERE, terminalId, rrn, type);
    }

    static Question claimClearedHere(String terminalId, long rrn, TxnType type) {
        return new Question(Kind.CLAIM_CLEARED_HERE, terminalId, rrn, type);
    }

    static Question originalOf(String merchantId, long rrn) {
        return new Question(Kind.ORIGINAL, merchantId, rrn, null);
    }
}

package io.qingfen.matching;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.reference.TxnType;

/**
 * By what the records of one terminal belong together in each round of matching: whatever one round compares has the
 * same key there, so that records of different keys can be matched apart from each other.
 */
final class MatchingKeys {
    private MatchingKeys() {}

    /** Captures with rrn, their answers, repeated answers and reversals meet under one rrn. */
    static long reference(Capture capture) {
        return capture.rrn();
    }

    static long reference(Authorization authorization) {
        return authorization.txnType() == TxnType.REVERSAL ? Reversals.originalRrn(authorization) : authorization.rrn();
    }

    /** Captures without rrn, repeated ones and their answers meet under batch and trace. */
    static long trace(Capture capture) {
        return trace(capture.batchNo(), capture.traceNo());
    }

    static long trace(Authorization authorization) {
        return trace(authorization.batchNo(), authorization.traceNo());
    }

    private static long trace(int batchNo, int traceNo) {
        return batchNo * 1_000_000L + traceNo;
    }

    /** What is left meets by card, amount and approval code. */
    static long card(Capture capture) {
        return card(capture.cardToken(), capture.amountMinor(), capture.authCode());
    }

    static long card(Authorization authorization) {
        return card(authorization.cardToken(), authorization.amountMinor(), authorization.authCode());
    }

    private static long card(String token, long amountMinor, long authCode) {
        return (token.hashCode() * 31L + amountMinor) * 31 + authCode;
    }

    /** Spreads keys that follow each other evenly; the same key always falls into the same part. */
    static int part(long key, int parts) {
        long mixed = (key ^ key >>> 32) * 0x9E37_79B9_7F4A_7C15L;
        return (int) Math.floorMod(mixed ^ mixed >>> 29, (long) parts);
    }
}

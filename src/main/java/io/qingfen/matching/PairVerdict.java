package io.qingfen.matching;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;

/** The verdicts that the two sides of a pair alone decide, the first that applies. */
public final class PairVerdict {
    private PairVerdict() {}

    /** MATCHED when the two sides agree; what the pair points at and its price are judged later. */
    public static MatchStatus of(Capture capture, Authorization authorization, Outcome outcome, boolean reversed) {
        if (reversed) {
            return MatchStatus.REVERSED_CAPTURE;
        }
        if (outcome == Outcome.DECLINED) {
            return MatchStatus.DECLINED_CAPTURE;
        }
        if (outcome == Outcome.UNKNOWN) {
            return MatchStatus.UNKNOWN_OUTCOME;
        }
        if (capture.txnType() != authorization.txnType()) {
            return MatchStatus.TYPE_MISMATCH;
        }
        if (!capture.currency().equals(authorization.currency())) {
            return MatchStatus.CURRENCY_MISMATCH;
        }
        if (cardsDiffer(capture.cardToken(), authorization.cardToken())) {
            return MatchStatus.CARD_MISMATCH;
        }
        if (capture.amountMinor() != authorization.amountMinor()) {
            return MatchStatus.AMOUNT_MISMATCH;
        }
        return MatchStatus.MATCHED;
    }

    /** Only two present tokens can disagree. */
    private static boolean cardsDiffer(String captured, String authorized) {
        return !captured.isEmpty() && !authorized.isEmpty() && !captured.equals(authorized);
    }
}

package io.qingfen.clearing.jdbc;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.matching.MatchStatus;
import io.qingfen.money.Amounts;

/** In what two records differ that are not one sale, for whoever wanted to link them. */
final class PairDifference {
    private PairDifference() {}

    static String of(MatchStatus verdict, Capture capture, Authorization authorization) {
        return switch (verdict) {
            case TYPE_MISMATCH -> "captured " + capture.txnType() + ", authorized " + authorization.txnType();
            case CURRENCY_MISMATCH ->
                "captured in " + capture.currency().code() + ", authorized in "
                        + authorization.currency().code();
            case CARD_MISMATCH -> "captured from another card than authorized";
            default ->
                "captured " + Amounts.format(capture.amountMinor(), capture.currency()) + ", authorized "
                        + Amounts.format(authorization.amountMinor(), authorization.currency()) + " "
                        + authorization.currency().code();
        };
    }
}

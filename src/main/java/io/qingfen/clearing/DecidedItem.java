package io.qingfen.clearing;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.OpenItem;
import io.qingfen.pricing.Priceable;
import io.qingfen.reference.TxnType;
import io.qingfen.review.CaseKind;
import io.qingfen.review.Resolution;
import io.qingfen.review.Waiting;

/**
 * A case with what waits behind it.
 *
 * @param merchantId empty where a case has none
 * @param item null when nothing waits
 * @param takenBack of a reversal after clearing, else null
 */
public record DecidedItem(String caseId, CaseKind kind, String merchantId, OpenItem item, TakenBack takenBack) {

    /**
     * What the reversed original left in the books.
     *
     * @param channel the scheme that carried it
     * @param feeMinor merchant fee that was not given back yet, minor units
     * @param costMinor scheme cost that was not given back yet, minor units
     */
    public record TakenBack(String channel, long feeMinor, long costMinor) {}

    public Waiting waiting() {
        if (item == null) {
            return Waiting.NOTHING;
        }
        if (item.status() == MatchStatus.REVERSAL_AFTER_CLEARING) {
            return Waiting.REVERSAL;
        }
        return Waiting.of(capture() != null, authorization() != null, isCredit(type()));
    }

    /** The claimed type or, without a claim, the authorized one. */
    public TxnType type() {
        return capture() != null ? capture().txnType() : authorization().txnType();
    }

    public Capture capture() {
        return item.capture();
    }

    public Authorization authorization() {
        return item.authorization();
    }

    /** What a fee rule reads when this resolution settles the item; null when no fee is taken. */
    public Priceable priceable(Resolution resolution) {
        if (resolution == Resolution.SETTLE_CAPTURED && capture() != null && authorization() != null) {
            return isCredit(capture().txnType()) ? null : Priceables.of(capture(), authorization());
        }
        if (resolution == Resolution.SETTLE_AUTHORIZED
                && !isCredit(authorization().txnType())) {
            return Priceables.of(
                    authorization(), capture() == null ? "" : capture().entryMode());
        }
        return null;
    }

    static boolean isCredit(TxnType type) {
        return type.side() == TxnType.Side.CREDIT;
    }
}

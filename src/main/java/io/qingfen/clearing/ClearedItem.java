package io.qingfen.clearing;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.matching.MatchedBy;
import io.qingfen.reference.Terminal;
import io.qingfen.reference.TxnType;
import java.time.LocalDate;

/**
 * A pair that counts, with its price. Fee and cost are signed like the money: given back for voids and refunds.
 *
 * @param feeRule rule of the fee; a void's and a refund's is its original's
 * @param originalId transaction id of the original, null without
 * @param countsFor terminal whose deposit volume it belongs to: a refund's is its original's
 */
public record ClearedItem(
        String itemId,
        Capture capture,
        Authorization authorization,
        MatchedBy matchedBy,
        long feeMinor,
        String feeRule,
        long costMinor,
        String originalId,
        LocalDate originalDate,
        Terminal countsFor) {

    /** Amount with the direction of the money: + to the merchant, − back to the cardholder. */
    public long signedMinor() {
        return capture.txnType().side() == TxnType.Side.CREDIT
                ? Math.negateExact(capture.amountMinor())
                : capture.amountMinor();
    }

    /** What the merchant gets of it: signed amount less fee. */
    public long netMinor() {
        return Math.subtractExact(signedMinor(), feeMinor);
    }
}

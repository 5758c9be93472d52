package io.qingfen.matching;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import java.time.LocalDate;

/**
 * What stays open from an earlier date.
 *
 * @param itemId transaction id of the item
 * @param openedOn date of the row that holds it
 * @param status why it is open
 * @param matchedBy null for singles
 * @param capture null for a single authorization or reversal
 * @param authorization null for a single capture
 * @param caseId null where no case was opened (waiting reversals)
 * @param suspenseMinor credit side of suspense that it holds, signed
 * @param withheldMinor taken out of the merchant's position meanwhile, 0 or more
 * @param joinsUntil last business date on which it takes part in matching
 */
public record OpenItem(
        String itemId,
        LocalDate openedOn,
        MatchStatus status,
        MatchedBy matchedBy,
        Capture capture,
        Authorization authorization,
        String caseId,
        long suspenseMinor,
        long withheldMinor,
        LocalDate joinsUntil) {

    public boolean isPair() {
        return capture != null && authorization != null;
    }

    public boolean isReversal() {
        return status == MatchStatus.REVERSAL_WITHOUT_ORIGINAL;
    }
}

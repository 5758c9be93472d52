package io.qingfen.clearing;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.MatchedBy;
import java.time.LocalDate;

/**
 * A pair that agrees in itself and points at another record: completion, void or refund.
 *
 * @param waiting the open item that it waited as, null for a pair of today
 */
public record FollowUp(
        String itemId, Capture capture, Authorization authorization, MatchedBy matchedBy, Waiting waiting) {

    /** Of a pair that waited: why, since when, and what it holds in the books meanwhile. */
    public record Waiting(
            MatchStatus status,
            LocalDate openedOn,
            String caseId,
            long suspenseMinor,
            long withheldMinor,
            LocalDate joinsUntil) {}

    /** Field by field from the capture, else from the authorization; -1 when neither says. */
    public long originalRrn() {
        return capture.originalRrn() >= 0 ? capture.originalRrn() : authorization.originalRrn();
    }
}

package io.qingfen.clearing;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.intake.Source;
import io.qingfen.matching.BatchCheck;
import io.qingfen.matching.MatchStatus;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import java.time.LocalDate;

/** The cases that clearing opens, each about the record or pair that it names. */
public final class ItemCases {
    private final LocalDate businessDate;

    public ItemCases(LocalDate businessDate) {
        this.businessDate = businessDate;
    }

    /** About an item with this verdict; one of the two records may be null. */
    public Case of(String itemId, MatchStatus status, Capture capture, Authorization authorization) {
        return of(itemId, status.caseKind(), capture, authorization);
    }

    public Case of(String itemId, CaseKind kind, Capture capture, Authorization authorization) {
        long captured = capture == null ? 0 : capture.amountMinor();
        long authorized = authorization == null ? 0 : authorization.amountMinor();
        return of(itemId, kind, capture, authorization, Math.max(captured, authorized));
    }

    public Case of(String itemId, CaseKind kind, Capture capture, Authorization authorization, long exposureMinor) {
        boolean claimed = capture != null;
        Source captureSource = claimed ? capture.source() : new Source(0, 0);
        Source answer = authorization == null ? new Source(0, 0) : authorization.source();
        return new Case(
                businessDate,
                kind,
                itemId,
                (claimed ? capture.merchant() : authorization.merchant()).id(),
                (claimed ? capture.terminal() : authorization.terminal()).id(),
                Digits.six(claimed ? capture.batchNo() : authorization.batchNo()),
                Digits.six(claimed ? capture.traceNo() : authorization.traceNo()),
                Digits.rrn(rrn(capture, authorization)),
                claimed ? capture.amountMinor() : null,
                authorization == null ? null : authorization.amountMinor(),
                (claimed ? capture.currency() : authorization.currency()).code(),
                authorization == null ? "" : authorization.responseCode(),
                exposureMinor,
                captureSource.file(),
                captureSource.line(),
                answer.file(),
                answer.line());
    }

    /** The captured reference or, without one, the authorized. */
    public static long rrn(Capture capture, Authorization authorization) {
        if (capture != null && capture.hasRrn()) {
            return capture.rrn();
        }
        return authorization == null ? -1 : authorization.rrn();
    }

    /**
     * DUPLICATE_BATCH or BATCH_OUT_OF_BALANCE: the captured amount is the sum of the accepted details, the authorized
     * amount what the terminal states.
     */
    public Case ofBatch(String batchId, CaseKind kind, BatchCheck.Batch batch, long exposureMinor) {
        return new Case(
                businessDate,
                kind,
                batchId,
                batch.header().merchant().id(),
                batch.header().terminal().id(),
                Digits.six(batch.header().batchNo()),
                "",
                "",
                batch.acceptedMinor(),
                batch.statedMinor(),
                batch.header().currency().code(),
                "",
                exposureMinor,
                batch.header().source().file(),
                batch.header().source().line(),
                0,
                0);
    }
}

package io.qingfen.intake.batch;

import io.qingfen.intake.Reject;
import io.qingfen.intake.RejectedBatch;
import io.qingfen.intake.RoutedRecords.RejectRows;
import io.qingfen.intake.Routing;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import io.qingfen.review.Cases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Stores rejects, and opens a case for every batch that is lost; holds only a few at a time. */
final class RejectSink implements Routing.Rejects, AutoCloseable {
    private static final int CASES_AT_ONCE = 2_000;
    private final LocalDate businessDate;
    private final RejectRows rows;
    private final Cases cases;
    private final List<Case> waiting = new ArrayList<>();
    private String fileName = "";

    RejectSink(LocalDate businessDate, RejectRows rows, Cases cases) {
        this.businessDate = businessDate;
        this.rows = rows;
        this.cases = cases;
    }

    void beginFile(String name) {
        fileName = name;
    }

    @Override
    public void reject(Reject reject) {
        rows.add(reject);
    }

    @Override
    public void batch(RejectedBatch batch) {
        waiting.add(caseOf(batch));
        if (waiting.size() >= CASES_AT_ONCE) {
            open();
        }
    }

    /** The money at stake is what the terminal states, where that can be read. */
    private Case caseOf(RejectedBatch batch) {
        boolean known = batch.currency() != null;
        return new Case(
                businessDate,
                CaseKind.BATCH_REJECTED,
                fileName + ":" + batch.source().line(),
                batch.merchantId(),
                batch.terminalId(),
                batch.batchNo(),
                "",
                "",
                known ? batch.statedMinor() : null,
                null,
                known ? batch.currency().code() : "",
                "",
                batch.statedMinor(),
                batch.source().file(),
                batch.source().line(),
                0,
                0);
    }

    private void open() {
        cases.open(waiting);
        waiting.clear();
    }

    @Override
    public void close() {
        open();
        rows.close();
    }
}

package io.qingfen.clearing.batch;

import io.qingfen.clearing.ItemCases;
import io.qingfen.clearing.jdbc.EarlierBatches;
import io.qingfen.intake.Capture;
import io.qingfen.intake.TerminalBatch;
import io.qingfen.matching.BatchCheck;
import io.qingfen.reference.Terminal;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is said about batches as a whole: repeated, out of balance, missing numbers, not closed. */
final class BatchClearing {
    private final OpenBooks open;
    private final ItemCases cases;
    private final Set<String> terminalsWithOrphans = new HashSet<>();

    BatchClearing(OpenBooks open) {
        this.open = open;
        this.cases = new ItemCases(open.businessDate());
    }

    /** Terminals with authorizations that stayed without capture; whoever judges them adds them here. */
    Set<String> terminalsWithOrphans() {
        return terminalsWithOrphans;
    }

    /** Captures of a batch that was seen before are counted, and nothing else. */
    void repeated(List<Capture> details) {
        details.forEach(capture -> open.books().night().captures("DUPLICATE_BATCH", capture));
    }

    /** @param last the terminal's last batch before today, or null */
    void judge(BatchCheck batches, EarlierBatches.Last last) {
        for (BatchCheck.Batch batch : batches.duplicates()) {
            openCase(batch, CaseKind.DUPLICATE_BATCH, batch.acceptedMinor());
        }
        for (BatchCheck.Batch batch : batches.counted()) {
            if (!batch.isBalanced()) {
                openCase(batch, CaseKind.BATCH_OUT_OF_BALANCE, batch.differenceMinor());
            }
        }
        for (TerminalBatch gap : batches.gapsAfter(last == null ? null : last.batchNo())) {
            openCase(new BatchCheck.Batch(gap), CaseKind.BATCH_NUMBER_GAP, 0);
        }
    }

    private void openCase(BatchCheck.Batch batch, CaseKind kind, long exposureMinor) {
        String id = open.ids().ofBatch(batch.header().source());
        open.openCase(cases.ofBatch(id, kind, batch, exposureMinor));
    }

    /**
     * After its records are judged: has the terminal new orphan authorizations and no batch for them to stand in, today
     * or on the two dates before?
     *
     * @param last the terminal's last batch before today, or null
     */
    void closed(Terminal terminal, EarlierBatches.Last last, boolean today) {
        boolean recent = last != null && !last.on().isBefore(open.businessDate().minusDays(2));
        if (terminalsWithOrphans.remove(terminal.id()) && !recent && !today) {
            open.openCase(Case.about(
                    open.businessDate(),
                    CaseKind.BATCH_NOT_CLOSED,
                    terminal.id(),
                    terminal.merchant().id(),
                    terminal.id(),
                    ""));
        }
    }
}

package io.qingfen.matching;

import io.qingfen.intake.Capture;
import io.qingfen.intake.TerminalBatch;
import io.qingfen.reference.TxnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Today's batches of one terminal: which were delivered before, which do not add up, where numbers are missing. */
public final class BatchCheck {
    private static final int NUMBERS = 999_999;

    private final List<Batch> counted = new ArrayList<>();
    private final List<Batch> duplicates = new ArrayList<>();

    private BatchCheck() {}

    /**
     * @param batches today's, in order of appearance
     * @param captures today's, in order of appearance; each belongs to the last batch before it
     * @param seenEarlier identities of the terminal's batches of earlier dates
     */
    public static BatchCheck of(List<TerminalBatch> batches, List<Capture> captures, Set<Identity> seenEarlier) {
        BatchCheck check = new BatchCheck();
        Set<Identity> seen = new HashSet<>(seenEarlier);
        int next = 0;
        for (int i = 0; i < batches.size(); i++) {
            TerminalBatch end = i + 1 < batches.size() ? batches.get(i + 1) : null;
            List<Capture> details = new ArrayList<>();
            while (next < captures.size()
                    && (end == null || captures.get(next).source().compareTo(end.source()) < 0)) {
                details.add(captures.get(next++));
            }
            Batch batch = new Batch(batches.get(i), details);
            (seen.add(batch.identity()) ? check.counted : check.duplicates).add(batch);
        }
        return check;
    }

    /** Batches whose details are used, in order of appearance. */
    public List<Batch> counted() {
        return counted;
    }

    /** Batches that were seen before; their details are not used. */
    public List<Batch> duplicates() {
        return duplicates;
    }

    /** Today's batches that skip the number before them, wrapping from 999999 to 000001. */
    public List<TerminalBatch> gapsAfter(Integer lastBatchNo) {
        List<TerminalBatch> gaps = new ArrayList<>();
        Integer last = lastBatchNo;
        List<TerminalBatch> inOrder = counted.stream()
                .map(Batch::header)
                .sorted(Comparator.comparingLong(TerminalBatch::closedAt).thenComparing(TerminalBatch::source))
                .toList();
        for (TerminalBatch batch : inOrder) {
            int distance = last == null ? 1 : Math.floorMod(batch.batchNo() - last, NUMBERS);
            // A number far behind is an old batch delivered late, no gap.
            if (distance > 1 && distance < NUMBERS / 2) {
                gaps.add(batch);
            }
            last = batch.batchNo();
        }
        return gaps;
    }

    /** What makes a batch the same batch, in whatever file it comes. */
    public record Identity(int batchNo, long closedAt) {}

    /** A batch header with its accepted details. */
    public record Batch(TerminalBatch header, List<Capture> details) {
        public Identity identity() {
            return new Identity(header.batchNo(), header.closedAt());
        }

        /** Stated and accepted totals agree, debits and credits each in count and amount. */
        public boolean isBalanced() {
            return count(TxnType.Side.DEBIT) == header.debitCount()
                    && amountMinor(TxnType.Side.DEBIT) == header.debitMinor()
                    && count(TxnType.Side.CREDIT) == header.creditCount()
                    && amountMinor(TxnType.Side.CREDIT) == header.creditMinor();
        }

        public long statedMinor() {
            return Math.addExact(header.debitMinor(), header.creditMinor());
        }

        /** Sum of all accepted details, whatever their side, minor units. */
        public long acceptedMinor() {
            return Math.addExact(amountMinor(TxnType.Side.DEBIT), amountMinor(TxnType.Side.CREDIT));
        }

        /** Sum of the differences of both sides, minor units, 0 or more. */
        public long differenceMinor() {
            return Math.addExact(
                    Math.abs(Math.subtractExact(header.debitMinor(), amountMinor(TxnType.Side.DEBIT))),
                    Math.abs(Math.subtractExact(header.creditMinor(), amountMinor(TxnType.Side.CREDIT))));
        }

        private long count(TxnType.Side side) {
            return details.stream().filter(one -> one.txnType().side() == side).count();
        }

        private long amountMinor(TxnType.Side side) {
            long sum = 0;
            for (Capture capture : details) {
                if (capture.txnType().side() == side) {
                    sum = Math.addExact(sum, capture.amountMinor());
                }
            }
            return sum;
        }
    }
}

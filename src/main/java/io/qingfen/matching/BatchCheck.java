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
    private final Set<Identity> seen = new HashSet<>();
    private Batch current;
    private boolean currentCounts;

    /**
     * Takes the next records of the terminal; all of its records come in one call or in several.
     *
     * @param batches in order of appearance
     * @param captures in order of appearance; each belongs to the last batch before it, in this call or an earlier one
     * @param seenEarlier identities of the terminal's batches of earlier dates, at least those of {@code batches}
     */
    public Details add(List<TerminalBatch> batches, List<Capture> captures, Set<Identity> seenEarlier) {
        Details details = new Details(new ArrayList<>(captures.size()), new ArrayList<>());
        int next = 0;
        for (TerminalBatch header : batches) {
            while (next < captures.size() && captures.get(next).source().compareTo(header.source()) < 0) {
                add(captures.get(next++), details);
            }
            begin(new Batch(header), seenEarlier);
        }
        while (next < captures.size()) {
            add(captures.get(next++), details);
        }
        return details;
    }

    private void begin(Batch batch, Set<Identity> seenEarlier) {
        current = batch;
        currentCounts = !seenEarlier.contains(batch.identity()) && seen.add(batch.identity());
        (currentCounts ? counted : duplicates).add(batch);
    }

    private void add(Capture capture, Details details) {
        current.add(capture);
        (currentCounts ? details.used() : details.repeated()).add(capture);
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

    /**
     * The captures of some batches.
     *
     * @param used of batches that count
     * @param repeated of batches that were seen before
     */
    public record Details(List<Capture> used, List<Capture> repeated) {}

    /** A batch header and the sums of its accepted details. */
    public static final class Batch {
        private final TerminalBatch header;
        private long debitCount;
        private long debitMinor;
        private long creditCount;
        private long creditMinor;

        public Batch(TerminalBatch header) {
            this.header = header;
        }

        void add(Capture capture) {
            if (capture.txnType().side() == TxnType.Side.DEBIT) {
                debitCount++;
                debitMinor = Math.addExact(debitMinor, capture.amountMinor());
            } else if (capture.txnType().side() == TxnType.Side.CREDIT) {
                creditCount++;
                creditMinor = Math.addExact(creditMinor, capture.amountMinor());
            }
        }

        public TerminalBatch header() {
            return header;
        }

        public Identity identity() {
            return new Identity(header.batchNo(), header.closedAt());
        }

        /** Stated and accepted totals agree, debits and credits each in count and amount. */
        public boolean isBalanced() {
            return debitCount == header.debitCount()
                    && debitMinor == header.debitMinor()
                    && creditCount == header.creditCount()
                    && creditMinor == header.creditMinor();
        }

        public long statedMinor() {
            return Math.addExact(header.debitMinor(), header.creditMinor());
        }

        /** Sum of all accepted details, whatever their side, minor units. */
        public long acceptedMinor() {
            return Math.addExact(debitMinor, creditMinor);
        }

        /** Sum of the differences of both sides, minor units, 0 or more. */
        public long differenceMinor() {
            return Math.addExact(
                    Math.abs(Math.subtractExact(header.debitMinor(), debitMinor)),
                    Math.abs(Math.subtractExact(header.creditMinor(), creditMinor)));
        }
    }
}

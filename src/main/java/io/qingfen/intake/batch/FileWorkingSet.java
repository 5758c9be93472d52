package io.qingfen.intake.batch;

import io.qingfen.intake.InputPlan;
import io.qingfen.intake.RangeReader;
import io.qingfen.intake.RoutedRecords;
import io.qingfen.intake.TerminalConsumer;
import io.qingfen.intake.WorkingSet;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The working set in segments under the home's work directory; a range is read from all of them at once. */
@Component
final class FileWorkingSet implements WorkingSet {
    private final InputPlan plan;
    private final RoutedRecords routed;
    private final TerminalTables terminalTables;
    private final long largeTerminalBytes;
    private View latest;

    /**
     * @param largeTerminalBytes records of one terminal, in compact form, that are too many to be on the heap at once;
     *     a range may have four times as many bytes
     */
    FileWorkingSet(
            InputPlan plan,
            RoutedRecords routed,
            TerminalTables terminalTables,
            @Value("${qingfen.large-terminal-bytes:8388608}") long largeTerminalBytes) {
        this.plan = plan;
        this.routed = routed;
        this.terminalTables = terminalTables;
        this.largeTerminalBytes = largeTerminalBytes;
    }

    /**
     * What never changes once a plan is routed. Only within one run: a date that is run again, or rehearsed in another
     * home, has a plan of the same number.
     */
    private record View(
            RunContext run, long plan, List<TerminalRange> ranges, int firstFile, BitSet used, List<Path> segments) {
        boolean isOf(RunContext other, long number) {
            return plan == number
                    && run.token() == other.token()
                    && run.home().root().equals(other.home().root())
                    && run.businessDate().equals(other.businessDate());
        }

        boolean uses(int file) {
            return file >= firstFile && used.get(file - firstFile);
        }
    }

    @Override
    public int ranges(RunContext run) {
        return view(run).ranges().size();
    }

    @Override
    public TerminalRange range(RunContext run, int range) {
        return view(run).ranges().get(range);
    }

    @Override
    public void read(RunContext run, int range, TerminalConsumer consumer) {
        LocalDate businessDate = run.businessDate();
        View view = view(run);
        TerminalRange terminals = view.ranges().get(range);
        int firstSeenOn = Math.toIntExact(businessDate.toEpochDay());
        RangeReader reader = new RangeReader(terminalTables.of(businessDate), firstSeenOn, view::uses);
        try {
            if (!readAtOnce(view, terminals, reader, consumer)) {
                readLarge(run, view, terminals, reader, consumer);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("working set of " + businessDate + ": " + failed.getMessage(), failed);
        }
    }

    /** False, and nothing handed over, when the range is too large for it. */
    private boolean readAtOnce(View view, TerminalRange terminals, RangeReader reader, TerminalConsumer consumer)
            throws IOException {
        List<byte[]> parts = new ArrayList<>();
        long volume = 0;
        for (Path segment : view.segments()) {
            byte[] part = SegmentFiles.read(segment, terminals.begin(), terminals.end());
            volume += part.length;
            if (volume >= 4 * largeTerminalBytes) {
                return false;
            }
            if (part.length > 0) {
                parts.add(part);
            }
        }
        reader.read(parts, consumer::add);
        return true;
    }

    private void readLarge(
            RunContext run, View view, TerminalRange terminals, RangeReader reader, TerminalConsumer consumer)
            throws IOException {
        Path parts = IntakePaths.parts(run.home(), run.businessDate());
        LargeRange large = new LargeRange(terminalTables.of(run.businessDate()), reader, parts, largeTerminalBytes);
        for (Path segment : view.segments()) {
            large.add(segment, terminals.begin(), terminals.end());
        }
        large.read(consumer);
    }

    private synchronized View view(RunContext run) {
        long number = plan.plan(run.businessDate());
        if (latest == null || !latest.isOf(run, number)) {
            latest = look(run, number);
        }
        return latest;
    }

    private View look(RunContext run, long number) {
        LocalDate businessDate = run.businessDate();
        List<TerminalRange> ranges = routed.ranges(businessDate);
        if (ranges.isEmpty()) {
            throw new IllegalStateException("the records of " + businessDate + " are not routed yet");
        }
        BitSet used = new BitSet();
        var files = plan.files(businessDate);
        int first = files.isEmpty() ? 0 : files.get(0).number();
        files.forEach(file -> used.set(file.number() - first));
        Path directory = IntakePaths.routed(run.home(), businessDate);
        List<Path> segments = plan.segments(businessDate).stream()
                .map(segment -> IntakePaths.segment(directory, segment))
                .toList();
        return new View(run, number, ranges, first, used, segments);
    }
}

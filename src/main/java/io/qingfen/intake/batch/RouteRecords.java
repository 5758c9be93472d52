package io.qingfen.intake.batch;

import io.qingfen.intake.Buckets;
import io.qingfen.intake.InputChunk;
import io.qingfen.intake.InputPlan;
import io.qingfen.intake.PlannedChunk;
import io.qingfen.intake.RangePlan;
import io.qingfen.intake.RoutedRecords;
import io.qingfen.intake.Routing;
import io.qingfen.intake.Terminals;
import io.qingfen.intake.WorkingSet.TerminalRange;
import io.qingfen.review.Cases;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.PartitionWork;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Step routeRecords: every line is accepted into the working set or rejected; then the trailers are held against it. */
@Component("routeRecordsWork")
final class RouteRecords implements PartitionWork {
    static final String STEP = "routeRecords";

    private final InputPlan plan;
    private final RoutedRecords routed;
    private final Cases cases;
    private final BusinessDays days;
    private final TerminalTables terminalTables;
    private final TrailerChecks trailerChecks;

    RouteRecords(
            InputPlan plan,
            RoutedRecords routed,
            Cases cases,
            BusinessDays days,
            TerminalTables terminalTables,
            TrailerChecks trailerChecks) {
        this.plan = plan;
        this.routed = routed;
        this.cases = cases;
        this.days = days;
        this.terminalTables = terminalTables;
        this.trailerChecks = trailerChecks;
    }

    /** A segment of a new plan is a new partition, also when its number is the same. */
    @Override
    public List<String> partitions(RunContext run) {
        long number = plan.plan(run.businessDate());
        return plan.segments(run.businessDate()).stream()
                .map(segment -> "plan-%d-segment-%06d".formatted(number, segment))
                .toList();
    }

    @Override
    public void run(RunContext run, String partition) throws IOException {
        LocalDate date = run.businessDate();
        int segment = Integer.parseInt(partition.substring(partition.lastIndexOf('-') + 1));
        IntakePaths paths = new IntakePaths(run);
        Terminals terminals = terminalTables.of(date);
        Buckets buckets = Buckets.of(plan.bytes(date), terminals.size());
        try (RejectSink rejects = new RejectSink(date, routed.rejects(date), cases)) {
            List<PlannedChunk> chunks = plan.chunks(date, segment);
            long bytes = chunks.stream().mapToLong(PlannedChunk::bytes).sum();
            Routing routing = new Routing(terminals, rejects, bytes);
            for (PlannedChunk chunk : chunks) {
                rejects.beginFile(chunk.name().text());
                route(paths.inputs().resolve(chunk.name().text()), chunk, routing);
            }
            routed.tallies(date, segment, routing.end());
            SegmentFiles.write(paths.segment(segment), routing.accepted(), buckets);
        }
    }

    private static void route(Path file, PlannedChunk planned, Routing routing) throws IOException {
        InputChunk chunk = planned.chunk();
        routing.beginPart(planned.name().kind(), planned.file());
        if (chunk.context() >= 0) {
            byte[] header = FileReading.lineAt(file, chunk.context());
            routing.context(header, 0, header.length);
        }
        int[] line = {chunk.firstLine()};
        FileReading.lines(file, chunk, (bytes, from, to, offset) -> routing.line(bytes, from, to, line[0]++));
    }

    @Override
    public void finish(RunContext run) throws IOException {
        LocalDate date = run.businessDate();
        trailerChecks.check(run);
        routed.nightTotals(date);
        List<TerminalRange> ranges = ranges(run);
        routed.ranges(date, ranges);
        plan.routed(date);
        days.ranges(date, ranges.size());
    }

    private List<TerminalRange> ranges(RunContext run) throws IOException {
        LocalDate date = run.businessDate();
        List<Path> segments = segments(run);
        long bytes = plan.bytes(date);
        int terminals = terminalTables.of(date).size();
        // As routed: a file refused since then may have made the input smaller.
        Buckets buckets = segments.isEmpty() ? Buckets.of(bytes, terminals) : SegmentFiles.buckets(segments.get(0));
        long[] volumes = new long[buckets.count()];
        for (Path segment : segments) {
            SegmentFiles.addVolumes(segment, buckets, volumes);
        }
        return RangePlan.of(buckets, volumes, Buckets.ranges(bytes, terminals));
    }

    private List<Path> segments(RunContext run) {
        IntakePaths paths = new IntakePaths(run);
        return plan.segments(run.businessDate()).stream().map(paths::segment).toList();
    }
}

package io.qingfen.intake;

import io.qingfen.reference.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Intake of one file without disk and database, to see what the two steps make of its bytes. */
final class MemoryIntake implements Routing.Rejects {
    static final int BLOCK = 8_192;
    final ScannedFile scan;
    final List<Reject> rejects = new ArrayList<>();
    final List<RejectedBatch> rejectedBatches = new ArrayList<>();
    final List<Tally> tallies = new ArrayList<>();
    final List<byte[]> segments = new ArrayList<>();
    private final Snapshot snapshot;
    private final Terminals terminals;
    private final Buckets buckets;

    private MemoryIntake(Snapshot snapshot, ScannedFile scan) {
        this.snapshot = snapshot;
        this.scan = scan;
        this.terminals = new Terminals(snapshot);
        this.buckets = Buckets.of(scan.bytes(), terminals.size());
    }

    /** Scans, and routes every chunk as a segment of its own when the scan found nothing wrong. */
    static MemoryIntake of(Snapshot snapshot, String name, byte[] bytes, long chunkBytes) {
        return of(snapshot, name, bytes, scan(name, bytes, chunkBytes, BLOCK));
    }

    static MemoryIntake of(String name, byte[] bytes) {
        return of(Shops.snapshot(), name, bytes, SegmentPlan.SEGMENT_BYTES);
    }

    static MemoryIntake of(Snapshot snapshot, String name, byte[] bytes, ScannedFile scan) {
        MemoryIntake intake = new MemoryIntake(snapshot, scan);
        if (scan.problems().isEmpty()) {
            InputName input = InputName.of(name).orElseThrow();
            scan.chunks().forEach(chunk -> intake.route(input, bytes, chunk));
        }
        return intake;
    }

    static ScannedFile scan(String name, byte[] bytes, long chunkBytes, int block) {
        FileScan scan = new FileScan(InputName.of(name).orElseThrow(), chunkBytes);
        for (int at = 0; at < bytes.length; at += block) {
            byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + block));
            scan.feed(part, part.length);
        }
        return scan.end();
    }

    private void route(InputName name, byte[] bytes, InputChunk chunk) {
        Routing routing = new Routing(terminals, this, chunk.end() - chunk.begin());
        routing.beginPart(name.kind(), 1);
        if (chunk.context() >= 0) {
            int from = (int) chunk.context();
            int to = from;
            while (bytes[to] != '\n') {
                to++;
            }
            int end = bytes[to - 1] == '\r' ? to - 1 : to;
            routing.context(bytes, from, end);
        }
        int[] line = {chunk.firstLine()};
        LineSplitter splitter =
                new LineSplitter((block, from, to, offset) -> routing.line(block, from, to, line[0]++), chunk.begin());
        for (int at = (int) chunk.begin(); at < chunk.end(); at += BLOCK) {
            byte[] part = Arrays.copyOfRange(bytes, at, (int) Math.min(chunk.end(), at + BLOCK));
            splitter.feed(part, part.length);
        }
        splitter.end();
        tallies.addAll(routing.end());
        segments.add(segment(routing.accepted()));
    }

    private byte[] segment(RecordBuffer records) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        SegmentFormat.write(records, buckets, out::write);
        return out.toByteArray();
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }

    @Override
    public void batch(RejectedBatch batch) {
        rejectedBatches.add(batch);
    }

    /** What the trailer says against what was counted. */
    List<String> trailerProblems(String name) {
        TrailerCheck check =
                new TrailerCheck(name, InputName.of(name).orElseThrow().kind(), scan.trailer());
        tallies.forEach(check::add);
        return check.problems();
    }

    /** All reasons to refuse the file. */
    List<String> problems(String name) {
        return scan.problems().isEmpty() ? trailerProblems(name) : scan.problems();
    }

    /** Everything accepted, terminal by terminal. */
    List<TerminalRecords> records() {
        List<byte[]> parts = new ArrayList<>();
        for (byte[] segment : segments) {
            int end = segment.length - SegmentFormat.offsetsBytes(buckets);
            parts.add(Arrays.copyOfRange(segment, SegmentFormat.HEAD_BYTES, end));
        }
        List<TerminalRecords> records = new ArrayList<>();
        int day = (int) snapshot.businessDate().toEpochDay();
        new RangeReader(terminals, day, file -> true).read(parts, records::add);
        return records;
    }

    List<Capture> captures() {
        return records().stream()
                .flatMap(terminal -> terminal.captures().stream())
                .toList();
    }

    List<Authorization> authorizations() {
        return records().stream()
                .flatMap(terminal -> terminal.authorizations().stream())
                .toList();
    }

    long lines() {
        return tallies.stream().mapToLong(Tally::count).sum();
    }
}

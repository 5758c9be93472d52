package io.qingfen.intake.batch;

import io.qingfen.intake.LargeTerminal;
import io.qingfen.intake.RangeReader;
import io.qingfen.intake.RecordParts;
import io.qingfen.intake.TerminalConsumer;
import io.qingfen.intake.TerminalRecords;
import io.qingfen.intake.Terminals;
import io.qingfen.reference.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A range that is too large to be read at once: where the groups of its terminals stand, read one by one. */
final class LargeRange {
    /** Never more open files than that for one round of a terminal. */
    private static final int MOST_PARTS = 256;

    private final Terminals terminals;
    private final RangeReader reader;
    private final Path partsDirectory;
    private final long largeTerminalBytes;
    private final Map<Integer, List<SegmentFiles.Group>> groups = new TreeMap<>();

    /** @param largeTerminalBytes in compact form, from which on a terminal is handed over as a large one */
    LargeRange(Terminals terminals, RangeReader reader, Path partsDirectory, long largeTerminalBytes) {
        this.terminals = terminals;
        this.reader = reader;
        this.partsDirectory = partsDirectory;
        this.largeTerminalBytes = largeTerminalBytes;
    }

    /** Looks up the groups; segments in their order. */
    void add(Path segment, int begin, int end) throws IOException {
        SegmentFiles.groups(
                segment,
                begin,
                end,
                group -> groups.computeIfAbsent(group.terminal(), absent -> new ArrayList<>())
                        .add(group));
    }

    void read(TerminalConsumer consumer) throws IOException {
        for (Map.Entry<Integer, List<SegmentFiles.Group>> entry : groups.entrySet()) {
            List<SegmentFiles.Group> ofTerminal = entry.getValue();
            long bytes =
                    ofTerminal.stream().mapToLong(SegmentFiles.Group::length).sum();
            if (bytes >= largeTerminalBytes) {
                Files.createDirectories(partsDirectory);
                consumer.add(new Large(terminals.get(entry.getKey()), ofTerminal, bytes));
                continue;
            }
            List<byte[]> contents = new ArrayList<>(ofTerminal.size());
            for (SegmentFiles.Group group : ofTerminal) {
                contents.add(group.read());
            }
            TerminalRecords records = reader.read(entry.getKey(), contents);
            if (records != null) {
                consumer.add(records);
            }
        }
    }

    private final class Large implements LargeTerminal {
        private final Terminal terminal;
        private final List<SegmentFiles.Group> ofTerminal;
        private final int count;
        private int rounds;

        Large(Terminal terminal, List<SegmentFiles.Group> ofTerminal, long bytes) {
            this.terminal = terminal;
            this.ofTerminal = ofTerminal;
            long partBytes = Math.max(64, largeTerminalBytes / 2);
            this.count = (int) Math.min(MOST_PARTS, bytes / partBytes + 1);
        }

        @Override
        public Terminal terminal() {
            return terminal;
        }

        @Override
        public void forEach(Consumer<TerminalRecords> some) {
            for (SegmentFiles.Group group : ofTerminal) {
                try {
                    TerminalRecords records = reader.read(terminal.no(), List.of(group.read()));
                    if (records != null) {
                        some.accept(records);
                    }
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }

        @Override
        public RecordParts parts() {
            String name = "terminal-%d-%d".formatted(terminal.no(), ++rounds);
            return new FileRecordParts(partsDirectory, name, count, reader, terminal.no());
        }
    }
}

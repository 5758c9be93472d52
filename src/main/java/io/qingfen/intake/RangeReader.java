package io.qingfen.intake;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** Merges the parts of a range, one from each segment, into the records of one terminal after the other. */
public final class RangeReader {
    private final Terminals terminals;
    private final RecordReader records;
    private final RecordReader aside;

    /** @param used whether the records of this file belong to the night */
    public RangeReader(Terminals terminals, int firstSeenOn, IntPredicate used) {
        this.terminals = terminals;
        this.records = new RecordReader(firstSeenOn, used);
        this.aside = new RecordReader(firstSeenOn, file -> true);
    }

    /** @param parts groups of whole terminals, in order of the segments */
    public void read(List<byte[]> parts, Consumer<TerminalRecords> consumer) {
        int[] at = new int[parts.size()];
        for (int terminal = next(parts, at); terminal >= 0; terminal = next(parts, at)) {
            TerminalRecords found = readTerminal(terminal, parts, at);
            if (found != null) {
                consumer.accept(found);
            }
        }
    }

    /**
     * Records of one terminal; null when none belongs to the night.
     *
     * @param groups without their heads, in order of the segments
     */
    public TerminalRecords read(int terminal, Iterable<byte[]> groups) {
        records.begin(terminals.get(terminal));
        groups.forEach(group -> records.add(group, 0, group.length));
        return records.end();
    }

    /** Records that were set aside, see {@link RecordPart}. */
    public RecordParts.Part readPart(int terminal, byte[] part) {
        aside.begin(terminals.get(terminal));
        aside.add(part, 0, part.length);
        return aside.part();
    }

    /** Lowest terminal that still has records, or -1. */
    private static int next(List<byte[]> parts, int[] at) {
        int lowest = -1;
        for (int part = 0; part < at.length; part++) {
            byte[] bytes = parts.get(part);
            if (at[part] < bytes.length) {
                int terminal = SegmentFormat.getInt(bytes, at[part]);
                lowest = lowest < 0 || terminal < lowest ? terminal : lowest;
            }
        }
        return lowest;
    }

    private TerminalRecords readTerminal(int terminal, List<byte[]> parts, int[] at) {
        records.begin(terminals.get(terminal));
        for (int part = 0; part < at.length; part++) {
            byte[] bytes = parts.get(part);
            if (at[part] < bytes.length && SegmentFormat.getInt(bytes, at[part]) == terminal) {
                int from = at[part] + 8;
                int to = from + SegmentFormat.getInt(bytes, at[part] + 4);
                records.add(bytes, from, to);
                at[part] = to;
            }
        }
        return records.end();
    }
}

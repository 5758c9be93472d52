package io.qingfen.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Layout of one segment of the working set: a head, the records grouped by terminal, and where each bucket of terminals
 * begins.
 *
 * <pre>
 * head    magic, version of the record format, terminals, buckets, records (int each)
 * group   terminal, length in bytes (int each), then its records in source order
 * offsets begin of every bucket, and the end of the last (int each, from the begin of the file)
 * </pre>
 */
public final class SegmentFormat {
    public static final int HEAD_BYTES = 20;
    public static final int GROUP_HEAD_BYTES = 8;
    private static final int MAGIC = 0x51465347;
    private static final int FILE_MARK_BYTES = 5;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Takes bytes in order. */
    @FunctionalInterface
    public interface ByteSink {
        void write(byte[] bytes, int from, int length);
    }

    private SegmentFormat() {}

    /** The same records give the same bytes. */
    public static void write(RecordBuffer records, Buckets buckets, ByteSink sink) {
        byte[] head = new byte[HEAD_BYTES];
        putInt(head, 0, MAGIC);
        putInt(head, 4, RecordFormat.VERSION);
        putInt(head, 8, buckets.terminals());
        putInt(head, 12, buckets.count());
        putInt(head, 16, records.count());
        sink.write(head, 0, head.length);
        byte[] offsets = writeGroups(records, buckets, sink);
        sink.write(offsets, 0, offsets.length);
    }

    private static byte[] writeGroups(RecordBuffer records, Buckets buckets, ByteSink sink) {
        byte[] offsets = new byte[offsetsBytes(buckets)];
        byte[] small = new byte[GROUP_HEAD_BYTES];
        int[] order = records.order();
        int offset = HEAD_BYTES;
        int bucket = -1;
        int from = 0;
        while (from < order.length) {
            int terminal = records.terminal(order[from]);
            int to = from + 1;
            while (to < order.length && records.terminal(order[to]) == terminal) {
                to++;
            }
            bucket = fill(offsets, bucket, buckets.of(terminal), offset);
            offset = Math.addExact(offset, writeGroup(records, order, from, to, small, sink));
            from = to;
        }
        fill(offsets, bucket, buckets.count(), offset);
        return offsets;
    }

    /** Sets the begin of all buckets behind {@code done} up to this one. */
    private static int fill(byte[] offsets, int done, int upTo, int offset) {
        for (int bucket = done + 1; bucket <= upTo; bucket++) {
            putInt(offsets, bucket * 4, offset);
        }
        return Math.max(done, upTo);
    }

    private static int writeGroup(RecordBuffer records, int[] order, int from, int to, byte[] small, ByteSink sink) {
        int length = 0;
        int file = 0;
        for (int i = from; i < to; i++) {
            length += records.endOf(order[i]) - records.beginOf(order[i]);
            length += records.file(order[i]) != file ? FILE_MARK_BYTES : 0;
            file = records.file(order[i]);
        }
        putInt(small, 0, records.terminal(order[from]));
        putInt(small, 4, length);
        sink.write(small, 0, GROUP_HEAD_BYTES);
        file = 0;
        for (int i = from; i < to; i++) {
            if (records.file(order[i]) != file) {
                file = records.file(order[i]);
                small[0] = RecordFormat.FILE;
                putInt(small, 1, file);
                sink.write(small, 0, FILE_MARK_BYTES);
            }
            int begin = records.beginOf(order[i]);
            sink.write(records.bytes(), begin, records.endOf(order[i]) - begin);
        }
        return GROUP_HEAD_BYTES + length;
    }

    /**
     * The buckets of a segment, from its first {@link #HEAD_BYTES} bytes.
     *
     * @throws IllegalStateException when they are not the head of a segment that this release can read
     */
    public static Buckets readHead(byte[] head) {
        if (getInt(head, 0) != MAGIC || getInt(head, 4) != RecordFormat.VERSION) {
            throw new IllegalStateException("not a segment of the working set, or one of another release");
        }
        return new Buckets(getInt(head, 8), getInt(head, 12));
    }

    /** Length of the offsets at the end of a segment. */
    public static int offsetsBytes(Buckets buckets) {
        return 4 * (buckets.count() + 1);
    }

    public static int getInt(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    private static void putInt(byte[] bytes, int at, int value) {
        INTS.set(bytes, at, value);
    }
}

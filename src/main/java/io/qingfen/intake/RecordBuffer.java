package io.qingfen.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The accepted records of one segment in compact form, each with the number of its terminal, in source order. Grows
 * with its content; a segment is a bounded part of the input.
 */
public final class RecordBuffer {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** More than the longest record: a batch, capture or authorization with all texts at their longest. */
    private static final int LONGEST_RECORD = 512;

    /** A little less than the input that a usual record takes. */
    private static final int INPUT_A_RECORD = 96;

    private byte[] bytes;
    private int size;
    private int[] terminals;
    private int[] begins;
    private int[] files;
    private int count;

    /** @param inputBytes that will be read; the buffer grows when its records need more */
    RecordBuffer(long inputBytes) {
        int expected = (int) Math.min(SegmentPlan.SEGMENT_BYTES, inputBytes);
        bytes = new byte[expected / 4 * 3 + LONGEST_RECORD];
        terminals = new int[expected / INPUT_A_RECORD + 16];
        begins = new int[terminals.length];
        files = new int[terminals.length];
    }

    /** Starts a record; its content follows by the put methods. */
    void begin(int terminal, int file) {
        if (count == terminals.length) {
            terminals = Arrays.copyOf(terminals, count * 2);
            begins = Arrays.copyOf(begins, count * 2);
            files = Arrays.copyOf(files, count * 2);
        }
        if (bytes.length - size < LONGEST_RECORD) {
            bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length, bytes.length / 2 + LONGEST_RECORD));
        }
        terminals[count] = terminal;
        begins[count] = size;
        files[count] = file;
        count++;
    }

    void putByte(int value) {
        bytes[size++] = (byte) value;
    }

    void putInt(int value) {
        INTS.set(bytes, size, value);
        size += 4;
    }

    void putLong(long value) {
        LONGS.set(bytes, size, value);
        size += 8;
    }

    /** At most 64 bytes of ASCII. */
    void putText(Fields fields, int field) {
        int length = fields.end(field) - fields.begin(field);
        putByte(length);
        System.arraycopy(fields.bytes(), fields.begin(field), bytes, size, length);
        size += length;
    }

    public int count() {
        return count;
    }

    int terminal(int record) {
        return terminals[record];
    }

    int file(int record) {
        return files[record];
    }

    byte[] bytes() {
        return bytes;
    }

    int beginOf(int record) {
        return begins[record];
    }

    int endOf(int record) {
        return record + 1 == count ? size : begins[record + 1];
    }

    /** Records by terminal; of one terminal in source order. */
    int[] order() {
        long[] keys = new long[count];
        for (int record = 0; record < count; record++) {
            keys[record] = (long) terminals[record] << 32 | record;
        }
        Arrays.sort(keys);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }
}

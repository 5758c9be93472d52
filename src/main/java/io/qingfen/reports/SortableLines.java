package io.qingfen.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Lines of a file in one array, to be written in the order of a part of each line, the key, and then of their begin. Keys
 * compare as bytes; cells of a key must hold nothing below the comma, so that it ends a cell before anything else does.
 *
 * <p>Rows that come nearly in order, as those of a terminal do, cost hardly more than one comparison each.
 */
public final class SortableLines extends OutputStream {
    private static final int BYTES_OF_A_LINE = 256;

    private byte[] bytes;
    private int size;
    private int[] begins;
    private int[] keys;
    private int[] keyEnds;
    private int count;

    /** Takes a line; the bytes are only valid during the call. */
    @FunctionalInterface
    public interface Reader {
        void line(byte[] bytes, int from, int length) throws IOException;
    }

    /** @param expected lines, to have room for them at once: growing copies everything */
    public SortableLines(int expected) {
        bytes = new byte[expected * BYTES_OF_A_LINE + (1 << 10)];
        begins = new int[expected + 2];
        keys = new int[expected + 2];
        keyEnds = new int[expected + 2];
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, length), grown(bytes.length)));
        }
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    /**
     * Ends the line that was written since the last one.
     *
     * @param key where its key begins, from the begin of the line
     */
    public void endLine(int key, int keyLength) {
        if (count + 1 == begins.length) {
            begins = Arrays.copyOf(begins, grown(count));
            keys = Arrays.copyOf(keys, grown(count));
            keyEnds = Arrays.copyOf(keyEnds, grown(count));
        }
        keys[count] = begins[count] + key;
        keyEnds[count] = keys[count] + keyLength;
        begins[++count] = size;
    }

    private static int grown(int length) {
        return (int) Math.min(Integer.MAX_VALUE - 8, 2L * length + 2);
    }

    /** All lines in the order of their keys; none is left then. */
    public void drainSorted(Reader reader) throws IOException {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, line -> line);
        Arrays.sort(order, this::compare);
        drain(order, reader);
    }

    /** All lines as they came; none is left then. */
    public void drain(Reader reader) throws IOException {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, line -> line);
        drain(order, reader);
    }

    private void drain(Integer[] order, Reader reader) throws IOException {
        for (int line : order) {
            reader.line(bytes, begins[line], begins[line + 1] - begins[line]);
        }
        count = 0;
        size = 0;
    }

    private int compare(int one, int other) {
        int byKey = Arrays.compareUnsigned(bytes, keys[one], keyEnds[one], bytes, keys[other], keyEnds[other]);
        return byKey != 0
                ? byKey
                : Arrays.compareUnsigned(bytes, begins[one], keys[one], bytes, begins[other], keys[other]);
    }
}

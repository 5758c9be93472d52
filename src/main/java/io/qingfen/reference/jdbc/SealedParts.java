package io.qingfen.reference.jdbc;

import java.io.OutputStream;
import java.util.Arrays;

/** Cuts a stream into parts of a mebibyte; the last one, handed on when closing, may be shorter but is never missing. */
final class SealedParts extends OutputStream {
    static final int PART_BYTES = 1 << 20;
    private final Part part;
    private final byte[] buffer = new byte[PART_BYTES];
    private int filled;
    private int number;
    private boolean closed;

    /** Takes the parts, numbered from 0. */
    interface Part {
        void take(int number, byte[] bytes);
    }

    SealedParts(Part part) {
        this.part = part;
    }

    @Override
    public void write(int value) {
        buffer[filled++] = (byte) value;
        if (filled == PART_BYTES) {
            handOn();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            int count = Math.min(end - from, PART_BYTES - filled);
            System.arraycopy(bytes, from, buffer, filled, count);
            filled += count;
            from += count;
            if (filled == PART_BYTES) {
                handOn();
            }
        }
    }

    @Override
    public void close() {
        if (!closed && (filled > 0 || number == 0)) {
            handOn();
        }
        closed = true;
    }

    private void handOn() {
        part.take(number++, Arrays.copyOf(buffer, filled));
        filled = 0;
    }
}

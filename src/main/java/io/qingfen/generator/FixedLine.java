package io.qingfen.generator;

import java.util.Arrays;

/** A line of fixed width under construction: spaces, and fields at their bytes. */
final class FixedLine {
    private final byte[] bytes;

    FixedLine(int length) {
        this.bytes = new byte[length + 1];
    }

    FixedLine blank() {
        Arrays.fill(bytes, (byte) ' ');
        bytes[bytes.length - 1] = '\n';
        return this;
    }

    FixedLine text(int start, String ascii) {
        byte[] text = Bytes.ascii(ascii);
        System.arraycopy(text, 0, bytes, start, text.length);
        return this;
    }

    /** With leading zeros. */
    FixedLine number(int start, int width, long number) {
        long rest = number;
        for (int at = start + width - 1; at >= start; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    /** With its line end. */
    byte[] bytes() {
        return bytes;
    }
}

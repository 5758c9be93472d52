package io.qingfen.bulk.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The text format of PostgreSQL's COPY, written straight into bytes. */
final class CopyText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NUMBER = 20;
    private byte[] bytes;
    private int size;

    CopyText(int expected) {
        bytes = new byte[expected / 4];
    }

    int size() {
        return size;
    }

    byte[] array() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    void none() {
        room(2);
        bytes[size++] = '\\';
        bytes[size++] = 'N';
    }

    void endOfField() {
        room(1);
        bytes[size++] = '\t';
    }

    void endOfRow() {
        room(1);
        bytes[size++] = '\n';
    }

    void text(String value) {
        if (value == null) {
            none();
            return;
        }
        int length = value.length();
        room(2 * length);
        byte[] to = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= 0x80 || c == '\\') {
                size = at;
                encoded(value.substring(i));
                return;
            }
            to[at++] = (byte) c;
        }
        size = at;
    }

    void number(long value) {
        if (value == Long.MIN_VALUE) {
            text(Long.toString(value));
            return;
        }
        room(LONGEST_NUMBER);
        long rest = Math.abs(value);
        int digits = 1;
        for (long ten = 10; digits < 19 && rest >= ten; ten *= 10) {
            digits++;
        }
        if (value < 0) {
            bytes[size++] = '-';
        }
        for (int at = size + digits - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    void bytes(byte[] value) {
        if (value == null) {
            none();
            return;
        }
        room(3 + 2 * value.length);
        bytes[size++] = '\\';
        bytes[size++] = '\\';
        bytes[size++] = 'x';
        for (byte b : value) {
            bytes[size++] = HEX[(b >> 4) & 0xf];
            bytes[size++] = HEX[b & 0xf];
        }
    }

    /** What is not plain text, from its first such character. */
    private void encoded(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        room(2 * encoded.length);
        for (byte b : encoded) {
            if (b < 0) {
                bytes[size++] = b;
            } else {
                ascii((char) b);
            }
        }
    }

    private void ascii(char c) {
        switch (c) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            case '\0' -> throw new IllegalArgumentException("text with a NUL character cannot be stored");
            default -> bytes[size++] = (byte) c;
        }
    }

    private void escaped(char c) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) c;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}

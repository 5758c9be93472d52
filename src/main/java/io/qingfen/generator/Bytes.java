package io.qingfen.generator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text under construction as bytes; a hundred million lines are written without a String each. */
final class Bytes {
    /** No line of the generator is longer. */
    static final int LINE = 512;

    private static final byte[] TWO_DIGITS = new byte[200];
    private byte[] bytes;
    private int length;

    static {
        for (int i = 0; i < 100; i++) {
            TWO_DIGITS[2 * i] = (byte) ('0' + i / 10);
            TWO_DIGITS[2 * i + 1] = (byte) ('0' + i % 10);
        }
    }

    Bytes(int capacity) {
        bytes = new byte[capacity];
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** Makes room for one more line; the writers below rely on it. */
    Bytes line() {
        if (bytes.length - length < LINE) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        return this;
    }

    Bytes put(byte[] text) {
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    Bytes put(char ascii) {
        bytes[length++] = (byte) ascii;
        return this;
    }

    Bytes put(String ascii) {
        return put(ascii(ascii));
    }

    private Bytes two(int number) {
        bytes[length] = TWO_DIGITS[2 * number];
        bytes[length + 1] = TWO_DIGITS[2 * number + 1];
        length += 2;
        return this;
    }

    /** Six digits with leading zeros. */
    Bytes six(int number) {
        return two(number / 10_000).two(number / 100 % 100).two(number % 100);
    }

    /** Four digits with leading zeros. */
    Bytes four(int number) {
        return two(number / 100).two(number % 100);
    }

    /** Twelve digits with leading zeros. */
    Bytes twelve(long number) {
        return six((int) (number / 1_000_000)).six((int) (number % 1_000_000));
    }

    Bytes number(long number) {
        if (number < 10) {
            return put((char) ('0' + number));
        }
        int from = length;
        length += digits(number);
        long rest = number;
        for (int at = length - 1; at >= from; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long bound = 10; bound <= number && digits < 18; bound *= 10) {
            digits++;
        }
        return digits;
    }

    /** Two decimals: 5 is {@code 0.05}. */
    Bytes amount(long minor) {
        return number(minor / 100).put('.').two((int) (minor % 100));
    }

    /** {@code HH:mm:ss}. */
    Bytes timeOfDay(int seconds) {
        return two(seconds / 3600).put(':').two(seconds / 60 % 60).put(':').two(seconds % 60);
    }

    /** The lowest 48 bits as twelve hexadecimal digits. */
    Bytes hex12(long number) {
        for (int shift = 44; shift >= 0; shift -= 4) {
            int digit = (int) (number >>> shift & 15);
            bytes[length++] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
        }
        return this;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}

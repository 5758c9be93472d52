package io.qingfen.scheme;

import java.nio.charset.StandardCharsets;

/**
 * One fixed-width record in a buffer of bytes. Fields are cut out of the bytes, so that a character of two bytes (GBK, in a
 * field that nobody asks for) never moves its neighbours. Used again for each record.
 */
public final class FixedRecord {
    private static final long LARGEST = Long.MAX_VALUE / 100;
    private final Layout layout;
    private byte[] bytes = new byte[0];
    private int begin;

    public FixedRecord(Layout layout) {
        this.layout = layout;
    }

    /**
     * Points at a record.
     *
     * @throws BadRecord when it has another length, or something else than a space stands between two fields
     */
    public FixedRecord at(byte[] buffer, int offset, int length) {
        if (length != layout.length()) {
            throw new BadRecord("the record has " + length + " bytes, " + layout.name() + " has " + layout.length());
        }
        for (int i = 0; i < layout.separators().size(); i++) {
            int place = layout.separators().get(i);
            if (buffer[offset + place] != ' ') {
                throw new BadRecord("byte " + (place + 1)
                        + " is not the space between two fields; the record is shifted" + " or of another format");
            }
        }
        bytes = buffer;
        begin = offset;
        return this;
    }

    /**
     * Without the spaces around it.
     *
     * @throws BadRecord when it holds anything but printable ASCII
     */
    public String text(String name) {
        Layout.Field field = layout.field(name);
        int from = begin + field.start();
        int to = begin + field.end();
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (to > from && bytes[to - 1] == ' ') {
            to--;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] >= 0x7f) {
                throw new BadRecord(name + " holds something else than letters, digits and signs");
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    /**
     * Digits only, or nothing but spaces, which counts as 0.
     *
     * @throws BadRecord when there is anything else
     */
    public long number(String name) {
        Layout.Field field = layout.field(name);
        return digits(name, begin + field.start(), begin + field.end());
    }

    /**
     * A letter and digits: D is positive (we pay), C negative (we are paid); nothing but spaces counts as 0.
     *
     * @throws BadRecord when the sign is another
     */
    public long signed(String name) {
        Layout.Field field = layout.field(name);
        int from = begin + field.start();
        long amount = digits(name, from + 1, begin + field.end());
        return switch (bytes[from]) {
            case 'D' -> amount;
            case 'C' -> -amount;
            case ' ' -> {
                if (amount != 0) {
                    throw new BadRecord(name + " has no sign; D or C must stand before the amount");
                }
                yield 0;
            }
            default -> throw new BadRecord(name + " has the sign '" + shown(bytes[from]) + "'; only D and C are known");
        };
    }

    private long digits(String name, int from, int to) {
        if (isBlank(from, to)) {
            return 0;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new BadRecord(name + " is not a number of digits only");
            }
            if (value > LARGEST) {
                throw new BadRecord(name + " is larger than any amount");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private static String shown(byte value) {
        return value > ' ' && value < 0x7f ? String.valueOf((char) value) : "?";
    }
}

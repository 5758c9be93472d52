package io.qingfen.intake;

import java.nio.charset.StandardCharsets;

/**
 * One line cut into fields (RFC 4180), reused line after line. Fields are ranges of the line's own bytes; only a line
 * with quotes is copied. Quotes never span lines: a quote left open makes the line malformed.
 */
final class Fields {
    /** More fields than any record has; further ones are only counted. */
    private static final int MOST = 24;

    private final int[] begins = new int[MOST];
    private final int[] ends = new int[MOST];
    private final byte[] unquoted = new byte[LineSplitter.LONGEST];
    private byte[] bytes = unquoted;
    private int count;

    /** The number of fields, or -1 when quotes are malformed. An empty line has one empty field. */
    int split(byte[] line, int from, int to) {
        bytes = line;
        count = 0;
        if (from < to && line[from] == '"') {
            return splitQuoted(line, from, to);
        }
        int begin = from;
        for (int i = from; i < to; i++) {
            if (line[i] == ',') {
                if (i + 1 < to && line[i + 1] == '"') {
                    return splitQuoted(line, from, to);
                }
                add(begin, i);
                begin = i + 1;
            }
        }
        add(begin, to);
        return count;
    }

    private int splitQuoted(byte[] line, int from, int to) {
        bytes = unquoted;
        count = 0;
        int size = 0;
        int at = from;
        while (true) {
            int begin = size;
            if (at < to && line[at] == '"') {
                at++;
                while (at < to && (line[at] != '"' || at + 1 < to && line[at + 1] == '"')) {
                    at += line[at] == '"' ? 2 : 1;
                    unquoted[size++] = line[at - 1];
                }
                boolean closed = at < to && (at + 1 == to || line[at + 1] == ',');
                if (!closed) {
                    return -1;
                }
                at++;
            } else {
                while (at < to && line[at] != ',') {
                    unquoted[size++] = line[at++];
                }
            }
            add(begin, size);
            if (at == to) {
                return count;
            }
            at++;
        }
    }

    private void add(int begin, int end) {
        if (count < MOST) {
            begins[count] = begin;
            ends[count] = end;
        }
        count++;
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    int begin(int field) {
        return begins[field];
    }

    int end(int field) {
        return ends[field];
    }

    boolean isEmpty(int field) {
        return begins[field] == ends[field];
    }

    /** See {@link Shapes#digits}. */
    long digits(int field, int length) {
        return Shapes.digits(bytes, begins[field], ends[field], length);
    }

    long count(int field) {
        return Shapes.count(bytes, begins[field], ends[field]);
    }

    long time(int field) {
        return Shapes.time(bytes, begins[field], ends[field]);
    }

    boolean isAlphanumeric(int field, int shortest, int longest) {
        return Shapes.isAlphanumeric(bytes, begins[field], ends[field], shortest, longest);
    }

    boolean isToken(int field) {
        return Shapes.isToken(bytes, begins[field], ends[field]);
    }

    boolean isMaskedPan(int field) {
        return Shapes.isMaskedPan(bytes, begins[field], ends[field]);
    }

    boolean isPrintable(int field) {
        return Shapes.isPrintable(bytes, begins[field], ends[field]);
    }

    boolean holdsCardNumber(int field) {
        return CardNumbers.isIn(bytes, begins[field], ends[field]);
    }

    long packed(int field) {
        return Shapes.packed(bytes, begins[field], ends[field]);
    }

    int currency(int field) {
        return Shapes.currency(bytes, begins[field], ends[field]);
    }

    <E extends Enum<E>> E name(int field, Names<E> names) {
        return names.find(bytes, begins[field], ends[field]);
    }

    boolean equals(int field, String ascii) {
        int length = ends[field] - begins[field];
        if (length != ascii.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[begins[field] + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The field as it is; for values whose shape is known to be ASCII. */
    String ascii(int field) {
        return new String(bytes, begins[field], ends[field] - begins[field], StandardCharsets.ISO_8859_1);
    }

    /** In single quotes, as people may see it. */
    String shown(int field) {
        return Shown.quoted(bytes, begins[field], ends[field]);
    }

    /** As people may see it, cut to this many characters; empty when the line has no such field. */
    String text(int field, int longest) {
        return field < Math.min(count, MOST) ? Shown.value(bytes, begins[field], ends[field], longest) : "";
    }
}

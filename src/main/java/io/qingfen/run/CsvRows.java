package io.qingfen.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Rows of a CSV file for people and machines: UTF-8, RFC 4180, {@code \n}, a header row.
 *
 * <p>Every cell is written by its type. A number is written bare and keeps its sign. A text that a spreadsheet would
 * take for a formula gets a leading {@code '}. Bytes are buffered in here; the stream is not closed.
 */
public final class CsvRows implements AutoCloseable {
    private static final int FULL = 1 << 15;
    private static final int SMALL = 1 << 10;
    /** What a spreadsheet may take for the begin of a formula, full-width forms included. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    /** Characters that stand in a cell without quotes. */
    private static final boolean[] PLAIN = plainCharacters();

    private final OutputStream out;
    /** Grows with its rows: a million small files need no large ones. */
    private byte[] buffer = new byte[SMALL];

    private int length;
    private boolean inRow;
    private long rows;

    public CsvRows(OutputStream out, String... header) {
        this.out = out;
        for (String name : header) {
            code(name);
        }
        if (header.length > 0) {
            newline();
        }
    }

    /** An identifier or a word of a fixed list: quoted only where the format demands it. Null is an empty cell. */
    public CsvRows code(String value) {
        separate();
        if (value != null && !plain(value)) {
            quoted(value);
        }
        return this;
    }

    /** Words that people wrote: quoted whenever there are any. Null is an empty cell. */
    public CsvRows text(String value) {
        separate();
        if (value != null && !value.isEmpty()) {
            quoted(value);
        }
        return this;
    }

    /**
     * A plain decimal, as {@code money.Amounts} writes it. Null is an empty cell.
     *
     * @throws IllegalArgumentException when there is anything but digits, point and leading minus
     */
    public CsvRows number(String decimal) {
        separate();
        if (decimal != null) {
            room(decimal.length());
            for (int i = 0; i < decimal.length(); i++) {
                char c = decimal.charAt(i);
                if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0)) {
                    throw new IllegalArgumentException("not a number: " + decimal);
                }
                buffer[length++] = (byte) c;
            }
        }
        return this;
    }

    public CsvRows number(long value) {
        return number(Long.toString(value));
    }

    /** {@code yyyy-MM-dd}; null is an empty cell. */
    public CsvRows date(LocalDate value) {
        return code(value == null ? null : value.toString());
    }

    public CsvRows empty() {
        separate();
        return this;
    }

    /** Completes the row. */
    public void end() throws IOException {
        newline();
        rows++;
        if (length >= FULL) {
            drain();
        }
    }

    /** Rows completed so far, the header not counted. */
    public long rows() {
        return rows;
    }

    /** Hands what is buffered to the stream, which stays open. */
    @Override
    public void close() throws IOException {
        drain();
    }

    private void drain() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private void separate() {
        if (inRow) {
            put((byte) ',');
        }
        inRow = true;
    }

    private void newline() {
        put((byte) '\n');
        inRow = false;
    }

    /** Copies the value when it is ASCII that needs neither quotes nor a mark; else leaves the row as it was. */
    private boolean plain(String value) {
        int size = value.length();
        if (size > 0 && FORMULA.indexOf(value.charAt(0)) >= 0) {
            return false;
        }
        room(size);
        byte[] to = buffer;
        int at = length;
        for (int i = 0; i < size; i++) {
            char c = value.charAt(i);
            if (c >= PLAIN.length || !PLAIN[c]) {
                return false;
            }
            to[at++] = (byte) c;
        }
        length = at;
        return true;
    }

    private static boolean[] plainCharacters() {
        boolean[] plain = new boolean[0x7f];
        for (char c = '!'; c < plain.length; c++) {
            plain[c] = c != '"' && c != ',';
        }
        return plain;
    }

    private void quoted(String value) {
        String clean = value.indexOf('\0') < 0 ? value : value.replace("\0", "");
        put((byte) '"');
        if (!clean.isEmpty() && FORMULA.indexOf(clean.charAt(0)) >= 0) {
            put((byte) '\'');
        }
        byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
        room(bytes.length * 2 + 1);
        for (byte b : bytes) {
            if (b == '"') {
                buffer[length++] = '"';
            }
            buffer[length++] = b;
        }
        put((byte) '"');
    }

    private void put(byte value) {
        room(1);
        buffer[length++] = value;
    }

    private void room(int needed) {
        if (buffer.length - length < needed) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + needed));
        }
    }
}

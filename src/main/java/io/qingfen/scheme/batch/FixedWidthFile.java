package io.qingfen.scheme.batch;

import io.qingfen.scheme.BadRecord;
import io.qingfen.scheme.SchemeRecord.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A file of records that end with a line feed, perhaps after a carriage return; the last may lack it. Works on bytes in one
 * buffer: characters of two bytes never contain a line feed, and are never decoded here.
 */
final class FixedWidthFile {
    private static final int BUFFER = 1 << 20;
    private static final int LONGEST = LimitedLines.LONGEST;
    private final InputStream in;
    private final Records records;
    private byte[] buffer = new byte[BUFFER];
    private int filled;
    private int line;
    private int emptyLine;

    /** Takes the records. */
    @FunctionalInterface
    interface Records {
        /** The bytes are only valid during the call. */
        void record(byte[] buffer, int offset, int length, int line);

        /** @param line 1-based */
        default void problem(int line, String what) {
            throw new BadRecord("line " + line + ": " + what);
        }
    }

    /** Takes one record into a file; what it throws as {@link BadRecord} is a problem of its line. */
    @FunctionalInterface
    interface Into {
        /** The bytes are only valid during the call. */
        void read(byte[] buffer, int offset, int length, Place place);
    }

    private FixedWidthFile(InputStream in, Records records) {
        this.in = in;
        this.records = records;
    }

    /** @return how many lines the file has */
    static int read(InputStream in, Records records) throws IOException {
        FixedWidthFile file = new FixedWidthFile(in, records);
        file.read();
        return file.line;
    }

    /** Every record, and every problem, into the file. */
    static void read(InputStream in, ParsedFile file, Into into) throws IOException {
        file.lines(read(in, new Records() {
            @Override
            public void record(byte[] buffer, int offset, int length, int line) {
                try {
                    into.read(buffer, offset, length, file.place(line));
                } catch (BadRecord bad) {
                    file.problem(line, bad.getMessage());
                }
            }

            @Override
            public void problem(int line, String what) {
                file.problem(line, what);
            }
        }));
    }

    private void read() throws IOException {
        for (int count = in.read(buffer, 0, buffer.length); count >= 0; count = in.read(buffer, filled, room())) {
            int searched = filled;
            filled += count;
            int begin = lines(searched);
            System.arraycopy(buffer, begin, buffer, 0, filled - begin);
            filled -= begin;
            if (filled > LONGEST) {
                records.problem(line + 1, "is longer than " + LONGEST + " bytes: these are not lines");
                return;
            }
        }
        if (filled > 0) {
            line(0, filled);
        }
    }

    /** Hands on every line that is complete; gives the begin of the one that is not. */
    private int lines(int searched) {
        int begin = 0;
        for (int i = searched; i < filled; i++) {
            if (buffer[i] == '\n') {
                line(begin, i);
                begin = i + 1;
            }
        }
        return begin;
    }

    private int room() {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        return buffer.length - filled;
    }

    /** Nothing but line ends may stand behind the last record. */
    private void line(int begin, int end) {
        line++;
        int last = end > begin && buffer[end - 1] == '\r' ? end - 1 : end;
        if (last == begin) {
            emptyLine = emptyLine == 0 ? line : emptyLine;
            return;
        }
        if (emptyLine > 0) {
            records.problem(emptyLine, "is empty, and records follow");
            emptyLine = 0;
        }
        records.record(buffer, begin, last - begin, line);
    }
}

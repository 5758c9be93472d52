package io.qingfen.scheme.batch;

import io.qingfen.scheme.BadRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A text of which no line is longer than any line can be: whoever reads it line by line never holds more than that. */
final class LimitedLines extends FilterInputStream {
    static final int LONGEST = 1 << 16;
    private int line = 1;
    private int length;

    LimitedLines(InputStream in) {
        super(in);
    }

    /** The line that was read last. */
    int line() {
        return line;
    }

    boolean isTooLong() {
        return length > LONGEST;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws BadRecord when a line is too long */
    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = super.read(buffer, offset, count);
        for (int i = offset; i < offset + read; i++) {
            boolean ended = buffer[i] == '\n' || buffer[i] == '\r';
            length = ended ? 0 : length + 1;
            line += buffer[i] == '\n' ? 1 : 0;
            if (isTooLong()) {
                throw new BadRecord("is longer than " + LONGEST + " bytes: these are not lines");
            }
        }
        return read;
    }
}

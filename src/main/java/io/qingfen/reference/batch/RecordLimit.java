package io.qingfen.reference.batch;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops an unclosed quote from swallowing the rest of a large file. */
final class RecordLimit extends FilterReader {
    static final int LONGEST = 1 << 20;
    private long sinceRecord;

    /** A record has more characters than {@link #LONGEST}. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    RecordLimit(Reader text) {
        super(text);
    }

    void recordBegins() {
        sinceRecord = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        sinceRecord += Math.max(0, read);
        if (sinceRecord > LONGEST) {
            throw new TooLong();
        }
        return read;
    }
}

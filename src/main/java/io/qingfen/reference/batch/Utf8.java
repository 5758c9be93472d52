package io.qingfen.reference.batch;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: bytes that are none are an error, never replaced. A byte order mark at the beginning is skipped. */
final class Utf8 {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private Utf8() {}

    /** Throws {@link CharacterCodingException} while reading, when the bytes are not UTF-8. */
    static Reader reader(InputStream bytes) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** The first line that is not UTF-8, counted from 1; 0 when all are. No character of UTF-8 contains a line feed. */
    static int firstBadLine(InputStream bytes) throws IOException {
        try (InputStream buffered = new BufferedInputStream(bytes)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int number = 1;
            int next;
            do {
                next = buffered.read();
                if (next >= 0 && next != '\n') {
                    line.write(next);
                } else if (!isUtf8(line.toByteArray())) {
                    return number;
                } else {
                    line.reset();
                    number++;
                }
            } while (next >= 0);
            return 0;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}

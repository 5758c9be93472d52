package io.qingfen.verify.batch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The lines of one archived input file with their numbers, and the digest of its bytes. One line is in memory. */
final class ArchivedLines implements Closeable {
    /** What the archive writes: deflate, no name, no time. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0};

    private final InputStream in;
    private final MessageDigest digest = Digests.sha256();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private long bytes;
    private long number;

    ArchivedLines(Path file) throws IOException {
        this.in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16);
    }

    /** Whether the file begins as the archive writes it; bytes there do not change what is unpacked. */
    static boolean hasPlainHeader(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] head = bytes.readNBytes(HEADER.length);
            byte[] rest = bytes.readNBytes(2);
            boolean level = rest.length == 2 && rest[0] == 0 && (rest[1] == 0 || rest[1] == -1);
            return java.util.Arrays.equals(head, HEADER) && level;
        }
    }

    /** The next line without its end, a byte order mark of the first line left out; null after the last. */
    String next() throws IOException {
        line.reset();
        int read = in.read();
        if (read < 0) {
            return null;
        }
        number++;
        while (read >= 0 && read != '\n') {
            take(read);
            read = in.read();
        }
        if (read == '\n') {
            bytes++;
            digest.update((byte) '\n');
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        text = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        return number == 1 && text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    }

    private void take(int value) {
        bytes++;
        digest.update((byte) value);
        line.write(value);
    }

    long number() {
        return number;
    }

    long bytes() {
        return bytes;
    }

    /** Of everything read; call it once, at the end. */
    String sha256() {
        return Digests.hex(digest);
    }

    /** Fields of a line; null when its quotes are malformed. */
    static String[] fields(String line) {
        if (line.indexOf('"') < 0) {
            return line.split(",", -1);
        }
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            boolean quoted = at < line.length() && line.charAt(at) == '"';
            int end = quoted ? closing(line, at + 1) : line.indexOf(',', at);
            end = end < 0 && !quoted ? line.length() : end;
            boolean whole = end >= 0 && (!quoted || end + 1 == line.length() || line.charAt(end + 1) == ',');
            if (!whole) {
                return null;
            }
            fields.add(quoted ? line.substring(at + 1, end).replace("\"\"", "\"") : line.substring(at, end));
            at = end + (quoted ? 2 : 1);
        }
        return fields.toArray(String[]::new);
    }

    private static int closing(String line, int from) {
        int at = line.indexOf('"', from);
        while (at >= 0 && at + 1 < line.length() && line.charAt(at + 1) == '"') {
            at = line.indexOf('"', at + 2);
        }
        return at;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package io.qingfen.explain.batch;

import io.qingfen.explain.Books;
import io.qingfen.explain.InputLines;
import io.qingfen.intake.Source;
import io.qingfen.run.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;

/**
 * {@code archive/DATE/NAME.gz}, or the working directory of a date that is not closed. A file is read once for all lines
 * that are asked for together, and only as far as the last of them.
 */
@Component
final class ArchivedLines implements InputLines {
    private static final int BUFFER = 1 << 16;
    private final Home home;
    private final Books books;

    ArchivedLines(Home home, Books books) {
        this.home = home;
        this.books = books;
    }

    @Override
    public Map<Source, String> of(Collection<Source> sources) {
        Map<Integer, TreeSet<Integer>> byFile = new HashMap<>();
        sources.forEach(source ->
                byFile.computeIfAbsent(source.file(), file -> new TreeSet<>()).add(source.line()));
        Map<Source, String> found = new HashMap<>();
        byFile.forEach((file, lines) -> read(file, new ArrayList<>(lines), found));
        return found;
    }

    private void read(int file, List<Integer> lines, Map<Source, String> found) {
        Books.InputFile input = books.inputFile(file);
        Path archived = home.archive(input.usedOn()).resolve(input.name() + ".gz");
        Path working = home.work(input.usedOn()).resolve("inputs").resolve(input.name());
        try {
            if (Files.isRegularFile(archived)) {
                try (InputStream bytes = new GZIPInputStream(Files.newInputStream(archived), BUFFER)) {
                    read(file, lines, bytes, found);
                }
            } else if (Files.isRegularFile(working)) {
                try (InputStream bytes = Files.newInputStream(working)) {
                    read(file, lines, bytes, found);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(archived + ": " + broken.getMessage(), broken);
        }
    }

    /** @param lines rising */
    private static void read(int file, List<Integer> lines, InputStream bytes, Map<Source, String> found)
            throws IOException {
        LineReader reader = new LineReader(bytes);
        for (int line : lines) {
            String text = reader.line(line);
            if (text == null) {
                return;
            }
            found.put(new Source(file, line), text);
        }
    }

    /** Lines of a stream in rising order. */
    private static final class LineReader {
        private final byte[] buffer = new byte[BUFFER];
        private final InputStream bytes;
        private int at;
        private int end;
        private int next = 1;

        LineReader(InputStream bytes) {
            this.bytes = bytes;
        }

        /** Null when the stream ends before it. */
        String line(int number) throws IOException {
            while (next < number) {
                if (!skip()) {
                    return null;
                }
            }
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int read = read();
            boolean any = read >= 0;
            while (read >= 0 && read != '\n') {
                line.write(read);
                read = read();
            }
            next++;
            return any ? line.toString(StandardCharsets.UTF_8).stripTrailing() : null;
        }

        private boolean skip() throws IOException {
            while (at < end || fill()) {
                while (at < end) {
                    if (buffer[at++] == '\n') {
                        next++;
                        return true;
                    }
                }
            }
            return false;
        }

        private int read() throws IOException {
            return at < end || fill() ? buffer[at++] & 0xff : -1;
        }

        private boolean fill() throws IOException {
            at = 0;
            end = Math.max(0, bytes.read(buffer, 0, buffer.length));
            return end > 0;
        }
    }
}

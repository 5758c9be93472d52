package io.qingfen.verify.batch;

import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Rows of a CSV file (RFC 4180) with the place of each, {@code positions.csv:17}; quoted cells may span lines. */
final class CsvReader implements Rows, Closeable {
    private final String name;
    private final BufferedReader in;
    private int line = 1;
    private int next;

    CsvReader(String name, InputStream bytes) throws IOException {
        this.name = name;
        this.in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 16);
        this.next = in.read();
    }

    /** @param file gzip when its name says so */
    static CsvReader open(Path file) throws IOException {
        String name = file.getFileName().toString();
        InputStream bytes = Files.newInputStream(file);
        return new CsvReader(name, name.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes);
    }

    @Override
    public Row next() {
        try {
            return next < 0 ? null : read();
        } catch (IOException broken) {
            throw new UncheckedIOException(name + ":" + line + ": " + broken.getMessage(), broken);
        }
    }

    private Row read() throws IOException {
        String place = name + ":" + line;
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            cells.add(next == '"' ? quoted() : plain());
            more = next == ',';
            advance();
        }
        return new Row(place, cells.toArray(String[]::new));
    }

    private String plain() throws IOException {
        StringBuilder cell = new StringBuilder();
        while (next >= 0 && next != ',' && next != '\n') {
            cell.append((char) next);
            advance();
        }
        return cell.toString();
    }

    private String quoted() throws IOException {
        StringBuilder cell = new StringBuilder();
        advance();
        while (next >= 0) {
            if (next == '"') {
                advance();
                if (next != '"') {
                    return cell.append(plain()).toString();
                }
            }
            cell.append((char) next);
            advance();
        }
        return cell.toString();
    }

    private void advance() throws IOException {
        line += next == '\n' ? 1 : 0;
        next = in.read();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

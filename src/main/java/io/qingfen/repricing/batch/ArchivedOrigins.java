package io.qingfen.repricing.batch;

import io.qingfen.reference.CardOrigin;
import io.qingfen.repricing.CardOrigins;
import io.qingfen.repricing.Sale;
import io.qingfen.repricing.jdbc.ClearedRows;
import io.qingfen.repricing.jdbc.ClearedRows.UsedFile;
import io.qingfen.run.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads an archived authorization file once and keeps one bit for each of its lines. */
final class ArchivedOrigins implements CardOrigins {
    private static final int BUFFER = 1 << 16;
    private static final int FILES = 64;
    private static final int COLUMN = 11;
    private static final byte[] FOREIGN = CardOrigin.FOREIGN.name().getBytes(StandardCharsets.US_ASCII);

    private final Home home;
    private final ClearedRows rows;
    private final Map<Integer, Optional<BitSet>> foreign = new LinkedHashMap<>(FILES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Optional<BitSet>> eldest) {
            return size() > FILES;
        }
    };

    ArchivedOrigins(Home home, ClearedRows rows) {
        this.home = home;
        this.rows = rows;
    }

    @Override
    public Optional<CardOrigin> of(Sale sale) {
        Optional<BitSet> lines = foreign.get(sale.authorizationFile());
        if (lines == null) {
            lines = read(sale.authorizationFile());
            foreign.put(sale.authorizationFile(), lines);
        }
        return lines.map(set -> set.get(sale.authorizationLine()) ? CardOrigin.FOREIGN : CardOrigin.DOMESTIC);
    }

    private Optional<BitSet> read(int number) {
        Optional<UsedFile> used = rows.inputFile(number);
        if (used.isEmpty()) {
            return Optional.empty();
        }
        Path archived = home.archive(used.get().date()).resolve(used.get().name() + ".gz");
        if (!Files.isRegularFile(archived)) {
            return Optional.empty();
        }
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(archived), BUFFER)) {
            return Optional.of(foreignLines(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(archived + ": " + broken.getMessage(), broken);
        }
    }

    /** Lines whose twelfth field is FOREIGN; a comma inside quotes divides nothing. */
    static BitSet foreignLines(InputStream bytes) throws IOException {
        BitSet lines = new BitSet();
        byte[] buffer = new byte[BUFFER];
        int line = 1;
        int column = 0;
        int matched = 0;
        boolean quoted = false;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            for (int at = 0; at < read; at++) {
                byte one = buffer[at];
                if (one == '\n') {
                    line++;
                    column = 0;
                    matched = 0;
                    quoted = false;
                } else if (one == '"') {
                    quoted = !quoted;
                } else if (one == ',' && !quoted) {
                    column++;
                } else if (column == COLUMN && matched < FOREIGN.length && one == FOREIGN[matched]) {
                    matched++;
                    lines.set(line, matched == FOREIGN.length);
                }
            }
        }
        return lines;
    }
}

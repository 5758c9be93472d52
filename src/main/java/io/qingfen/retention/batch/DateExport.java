package io.qingfen.retention.batch;

import io.qingfen.retention.Kind;
import io.qingfen.retention.jdbc.DatedRows;
import io.qingfen.retention.jdbc.DatedTable;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * The rows of a date in a folder: {@code TABLE.csv.gz} each, {@code SHA256SUMS} last. A cell without quotes is null, so
 * that PostgreSQL's {@code COPY … FROM … (FORMAT csv, HEADER)} takes the files as they are.
 */
final class DateExport {
    static final String SUMS = "SHA256SUMS";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .setNullString("")
            .get();

    private final DatedRows rows;
    private final Kind kind;
    private final LocalDate date;
    private final Path folder;
    private final Map<DatedTable, Content> written = new LinkedHashMap<>();

    DateExport(DatedRows rows, Kind kind, LocalDate date, Path folder) {
        this.rows = rows;
        this.kind = kind;
        this.date = date;
        this.folder = folder;
    }

    /** @param sha256 over the uncompressed text */
    private record Content(long rows, String sha256) {}

    /** Writes every file, over those of an earlier try. @return the hash of the list of files */
    String write() throws IOException {
        StringBuilder sums = new StringBuilder();
        for (DatedTable table : DatedTable.of(kind)) {
            try (CompleteFile file = CompleteFile.create(file(table))) {
                // its header names no time, so the same rows give the same bytes
                GZIPOutputStream packed = new GZIPOutputStream(file, 1 << 16);
                written.put(table, content(table, packed));
                packed.finish();
                sums.append(file.publish().sha256())
                        .append("  ")
                        .append(name(table))
                        .append('\n');
            }
        }
        return CompleteFile.of(folder.resolve(SUMS), sums.toString().getBytes(StandardCharsets.UTF_8))
                .sha256();
    }

    /** Reads files and tables once more: both say the same, cell by cell, and no row is missing. */
    void prove() throws IOException {
        for (Map.Entry<DatedTable, Content> one : written.entrySet()) {
            DatedTable table = one.getKey();
            Content again = content(table, OutputStream.nullOutputStream());
            String onDisk = unpacked(file(table));
            if (!again.equals(one.getValue()) || !onDisk.equals(again.sha256())) {
                throw open(table, "its export says " + onDisk + ", its rows say " + again.sha256());
            }
        }
    }

    /** Within the transaction that removes the rows. */
    long requireSameRows() {
        long all = 0;
        for (Map.Entry<DatedTable, Content> one : written.entrySet()) {
            long now = rows.count(one.getKey(), date);
            if (now != one.getValue().rows()) {
                throw open(one.getKey(), one.getValue().rows() + " rows were exported, there are " + now);
            }
            all += now;
        }
        return all;
    }

    private Refusal open(DatedTable table, String difference) {
        return new Refusal(
                Exit.CONTROL_OPEN,
                "retention " + date + ", table " + table.name() + ": " + difference
                        + "; nothing was removed. Who writes"
                        + " to the books beside the program? Look there, then: qingfen run retention");
    }

    private Content content(DatedTable table, OutputStream to) {
        MessageDigest digest = sha256();
        long[] count = {-1};
        try {
            Writer text = new OutputStreamWriter(new DigestOutputStream(to, digest), StandardCharsets.UTF_8);
            CSVPrinter printer = new CSVPrinter(new java.io.BufferedWriter(text, 1 << 16), FORMAT);
            rows.read(table, date, cells -> {
                printer.printRecord((Object[]) cells);
                count[0]++;
            });
            printer.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Content(count[0], HexFormat.of().formatHex(digest.digest()));
    }

    private static String unpacked(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Path file(DatedTable table) {
        return folder.resolve(name(table));
    }

    private static String name(DatedTable table) {
        return table.name() + ".csv.gz";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

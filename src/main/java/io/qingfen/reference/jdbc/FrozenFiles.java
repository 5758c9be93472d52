package io.qingfen.reference.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.reference.batch.ReferenceFiles;
import io.qingfen.run.Exit;
import io.qingfen.run.QuickGzip;
import io.qingfen.run.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code reference_snapshot}: the bytes of the files, compressed, in parts that are sealed one by one. */
@Component
class FrozenFiles {
    private final JdbcClient jdbc;
    private final BulkLoad bulk;
    private final Supplier<Vault> vault;

    FrozenFiles(JdbcClient jdbc, BulkLoad bulk, Supplier<Vault> vault) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.vault = vault;
    }

    /** SHA-256 over the frozen files of a date, empty when it has none. */
    Optional<String> sha256(LocalDate date) {
        Map<String, String> digests = new TreeMap<>();
        jdbc.sql("select file_name, sha256 from reference_snapshot where business_date = ? and part_no = 0")
                .param(date)
                .query(row -> {
                    digests.put(row.getString(1), row.getString(2));
                });
        return digests.isEmpty() ? Optional.empty() : Optional.of(sha256(digests));
    }

    /** The frozen files of a date. */
    ReferenceFiles of(LocalDate date) {
        return name -> part(date, name, 0).isEmpty()
                ? Optional.empty()
                : Optional.of(new GZIPInputStream(new SequenceInputStream(parts(date, name)), 1 << 16));
    }

    /** A directory in the place of a file that may be absent would be a feature that is off without a word. */
    private static void requireFiles(ReferenceFiles files) {
        List<String> problems = ReferenceFiles.NAMES.stream()
                .flatMap(name -> files.obstacle(name).map(why -> name + ": " + why).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, problems);
        }
    }

    /**
     * Keeps every file that is there, and returns the SHA-256 over them: of lines as {@code sha256sum} writes them, in
     * the order of the names.
     */
    String freeze(LocalDate date, ReferenceFiles files) throws IOException {
        requireFiles(files);
        Map<String, String> digests = new TreeMap<>();
        try (BulkRows rows =
                bulk.into("reference_snapshot", "business_date", "file_name", "sha256", "part_no", "content")) {
            for (String name : ReferenceFiles.NAMES) {
                Optional<InputStream> bytes = files.open(name);
                if (bytes.isPresent()) {
                    String sha256 = drained(bytes.get(), OutputStream.nullOutputStream());
                    digests.put(name, sha256);
                    freeze(date, name, sha256, files, rows);
                }
            }
        }
        return sha256(digests);
    }

    private void freeze(LocalDate date, String name, String sha256, ReferenceFiles files, BulkRows rows)
            throws IOException {
        InputStream bytes = files.open(name).orElseThrow(() -> changed(name));
        SealedParts parts = new SealedParts((number, clear) -> rows.date(date)
                .text(name)
                .text(sha256)
                .number(number)
                .bytes(vault.get().seal(place(date, name, number), clear))
                .end());
        try (OutputStream compressed = new QuickGzip(parts)) {
            if (!drained(bytes, compressed).equals(sha256)) {
                throw changed(name);
            }
        }
    }

    private Optional<byte[]> part(LocalDate date, String name, int number) {
        return jdbc.sql("select content from reference_snapshot where business_date = ? and file_name = ?"
                        + " and part_no = ?")
                .params(date, name, number)
                .query((row, no) -> row.getBytes(1))
                .optional();
    }

    /** Opened one after the other: one part is in memory at a time. */
    private Enumeration<InputStream> parts(LocalDate date, String name) {
        return new Enumeration<>() {
            private int next;
            private Optional<byte[]> sealed = part(date, name, 0);

            @Override
            public boolean hasMoreElements() {
                return sealed.isPresent();
            }

            @Override
            public InputStream nextElement() {
                byte[] bytes = sealed.orElseThrow(NoSuchElementException::new);
                byte[] clear = vault.get().open(place(date, name, next), bytes);
                sealed = part(date, name, ++next);
                return new ByteArrayInputStream(clear);
            }
        };
    }

    private static String place(LocalDate date, String name, int part) {
        return "reference data of " + date + ", " + name + ", part " + part;
    }

    private static Refusal changed(String name) {
        return new Refusal(
                Exit.USAGE_OR_REFERENCE,
                name + ": changed while it was read; write it under another name, then rename it, and start again");
    }

    private static String drained(InputStream bytes, OutputStream to) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream digested = new DigestInputStream(bytes, digest)) {
            digested.transferTo(to);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(Map<String, String> digests) {
        StringBuilder lines = new StringBuilder();
        digests.forEach(
                (name, sha256) -> lines.append(sha256).append("  ").append(name).append('\n'));
        return HexFormat.of().formatHex(newDigest().digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.qingfen.run.jdbc;

import io.qingfen.run.AuditTrail.End;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A place that books have got to.
 *
 * @param closed last closed date
 * @param generation which run of it
 * @param audit last record of the audit trail
 */
record BooksPosition(LocalDate closed, int generation, End audit) {
    private static final String HEAD = """
            # How far the books of this home have got when something last left it. Qingfen compares the books with it and
            # notices when they were restored from an older backup: do not edit, delete or restore this file.
            """;

    /** Where the books are now; empty while no date is closed. */
    static Optional<BooksPosition> of(JdbcClient books) {
        return books.sql("select d.business_date, d.generation, a.record_no, a.sha256 from business_day d, audit_head a"
                        + " where d.state = 'CLOSED' and a.name = 'audit' order by d.business_date desc limit 1")
                .query((row, n) -> new BooksPosition(
                        row.getObject(1, LocalDate.class), row.getInt(2), new End(row.getLong(3), row.getString(4))))
                .optional();
    }

    /**
     * As it was written; empty without the file.
     *
     * @throws Refusal when the file is not one that this program wrote
     */
    static Optional<BooksPosition> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Properties told = new Properties();
            told.load(new StringReader(Files.readString(file)));
            return Optional.of(new BooksPosition(
                    LocalDate.parse(told.getProperty("closed", "")),
                    Integer.parseInt(told.getProperty("generation", "")),
                    new End(Long.parseLong(told.getProperty("audit", "")), told.getProperty("audit.sha256", ""))));
        } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    file + ": cannot be read (" + unreadable.getMessage() + "); it says how far the books have got."
                            + " Restore it, newest copy first; without one compare qingfen status with the newest"
                            + " date in outbox/, and when the books have that date, delete the file");
        }
    }

    String text() {
        return HEAD + "closed=" + closed + "\ngeneration=" + generation + "\naudit=" + audit.no() + "\naudit.sha256="
                + audit.sha256() + "\n";
    }

    /** What these books lack of this position; empty when nothing. A date that is being run again is not lacking. */
    Optional<String> missingIn(JdbcClient books) {
        boolean hasDate = books.sql("select count(*) from business_day where business_date = ? and (generation > ? or"
                                + " generation = ? and state in ('CLOSED', 'SUPERSEDING'))")
                        .params(closed, generation, generation)
                        .query(Long.class)
                        .single()
                > 0;
        if (!hasDate) {
            String last = of(books).map(here -> "end on " + here.closed()).orElse("have no closed date");
            return Optional.of("the books " + last + ", but " + closed + (generation > 1 ? " (run again)" : "")
                    + " was closed and its files were written");
        }
        boolean hasRecord = audit.no() == 0
                || books.sql("select count(*) from audit_record where record_no = ? and sha256 = ?")
                                .params(audit.no(), audit.sha256())
                                .query(Long.class)
                                .single()
                        > 0;
        return hasRecord
                ? Optional.empty()
                : Optional.of(
                        "the books lack record " + audit.no() + " of the audit trail, which was there when files last"
                                + " left: releases and decisions after that are unknown to them");
    }

    void write(Path file) {
        try {
            CompleteFile.of(file, text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(file + ": " + failed.getMessage(), failed);
        }
    }
}

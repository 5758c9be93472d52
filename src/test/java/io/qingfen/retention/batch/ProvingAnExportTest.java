package io.qingfen.retention.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.retention.Kind;
import io.qingfen.retention.jdbc.DatedRows;
import io.qingfen.retention.jdbc.DatedRowsForTests;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** An export that lacks a row, or says another cell, lets nothing leave. */
@OnBothDatabases
class ProvingAnExportTest {
    private static final LocalDate DATE = LocalDate.of(2016, 3, 2);
    private final TestDatabase database;
    private JdbcTemplate jdbc;
    private DateExport export;

    @TempDir
    private Path folder;

    ProvingAnExportTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aDateWithTwoStates() throws IOException {
        var books = database.fresh();
        jdbc = new JdbcTemplate(books);
        state("nightly-settlement", "says \"late\", 你好");
        state("payout-results", "");
        export = new DateExport(DatedRowsForTests.of(books, database.dialect()), Kind.WORKING, DATE, folder);
        export.write();
    }

    @Test
    void anEmptyTextIsNotNullAndTimesAreThoseOfTheZone() throws IOException {
        export.prove();
        assertThat(text()).isEqualTo("""
                        "job","business_date","topic","state","detail","changed_at"
                        "nightly-settlement","2016-03-02","RUN","DONE","says ""late"", 你好","2016-03-02T19:00:00Z"
                        "payout-results","2016-03-02","RUN","DONE","","2016-03-02T19:00:00Z"
                        """);
        assertThat(export.requireSameRows()).isEqualTo(2);
    }

    @Test
    void aFileThatWasChangedIsRefused() throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("job_state.csv.gz")))) {
            out.write("\"job\"\n".getBytes(StandardCharsets.UTF_8));
        }
        refuses(export::prove);
    }

    @Test
    void aRowThatChangedSinceIsRefused() {
        jdbc.update("update job_state set detail = 'another' where job = 'payout-results'");
        refuses(export::prove);
    }

    @Test
    void aRowThatCameSinceIsRefusedWhereRowsAreRemoved() {
        state("month-end", "new");
        refuses(export::requireSameRows);
    }

    /** The last wall: what the owner's function does not let go says why, and what to look at. */
    @Test
    void whatTheOwnerOfTheTablesKeepsIsRefusedInItsWords() {
        if (database == TestDatabase.H2) {
            return;
        }
        DatedRows rows = DatedRowsForTests.of(jdbc.getDataSource(), database.dialect());
        assertThatThrownBy(() -> rows.remove(Kind.BOOKS, LocalDate.of(2016, 3, 3)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.REFUSED))
                .hasMessageContaining("retention 2016-03-03: the owner of the tables does not let it go: business date"
                        + " 2016-03-03 has not been exported; nothing was removed")
                .hasMessageContaining("qingfen retention list");
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable proof) {
        assertThatThrownBy(proof)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.CONTROL_OPEN))
                .hasMessageContaining("retention 2016-03-02, table job_state: ")
                .hasMessageContaining("nothing was removed");
    }

    private void state(String job, String detail) {
        jdbc.update(
                "insert into job_state (job, business_date, topic, state, detail, changed_at) values"
                        + " (?, ?, 'RUN', 'DONE', ?, timestamp with time zone '2016-03-03 03:00:00+08:00')",
                job,
                DATE,
                detail);
    }

    private String text() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("job_state.csv.gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

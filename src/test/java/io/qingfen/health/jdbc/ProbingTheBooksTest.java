package io.qingfen.health.jdbc;

import static io.qingfen.health.Finding.Level.FAIL;
import static io.qingfen.health.Finding.Level.OK;
import static io.qingfen.health.Finding.Level.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.health.Finding;
import io.qingfen.health.Finding.Level;
import io.qingfen.run.jdbc.DatabaseSettings;
import io.qingfen.run.jdbc.StandingBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class ProbingTheBooksTest {
    private static final Clock SAME = Clock.systemUTC();
    private static final Path MARK = Path.of("target/no-such-home/books.mark");
    private final TestDatabase database;
    private final DatabaseSettings books;
    private Path mark = MARK;

    @TempDir
    private Path folder;

    ProbingTheBooksTest(TestDatabase database) {
        this.database = database;
        this.books = database.freshSettings();
    }

    @Test
    void soundBooksAreSound() {
        List<Finding> findings = look(SAME, System::nanoTime);

        assertThat(findings)
                .extracting(Finding::probe)
                .containsExactly("database", "clock", "commits", "isolation", "tables", "lease", "restored books");
        // the server of the tests gives durability away for speed, and is told so
        assertThat(findings)
                .filteredOn(finding -> !finding.probe().equals("commits"))
                .allMatch(finding -> finding.level() == OK);
        assertThat(level(findings, "commits")).isEqualTo(database == TestDatabase.H2 ? OK : FAIL);
    }

    @Test
    void aClockThatIsAheadIsSeen() {
        assertThat(level(look(Clock.offset(SAME, Duration.ofSeconds(3)), System::nanoTime), "clock"))
                .isEqualTo(WARN);
        assertThat(level(look(Clock.offset(SAME, Duration.ofMinutes(-6)), System::nanoTime), "clock"))
                .isEqualTo(FAIL);
    }

    @Test
    void aSlowDatabaseIsSeenByTheMedianOfItsTrips() {
        AtomicLong time = new AtomicLong();

        Finding finding = finding(look(SAME, () -> time.getAndAdd(30_000_000)), "database");

        assertThat(finding.level()).isEqualTo(WARN);
        assertThat(finding.what()).contains("30.00 ms");
    }

    @Test
    void tablesOfANewerProgramAreSeen() throws SQLException {
        change(
                "insert into \"flyway_schema_history\" values (900, '900', 'of tomorrow', 'SQL', 'V900__of_tomorrow.sql',"
                        + " 1, 'x', current_timestamp, 1, true)");

        Finding finding = finding(look(SAME, System::nanoTime), "tables");

        assertThat(finding.level()).isEqualTo(FAIL);
        assertThat(finding.what()).contains("V900 of tomorrow");
    }

    @Test
    void tablesOfAnOlderProgramAreSeen() throws SQLException {
        change("delete from \"flyway_schema_history\" where \"version\" = '10'");

        Finding finding = finding(look(SAME, System::nanoTime), "tables");

        assertThat(finding.level()).isEqualTo(WARN);
        assertThat(finding.what()).contains("older than this program", "V10 ");
    }

    @Test
    void aLeaseWhoseHolderIsSilentIsSeen() throws SQLException {
        change("update run_lease set holder = 'elsewhere/-:1', business_date = date '2026-03-02',"
                + " heartbeat_at = current_timestamp - interval '90' second");

        Finding finding = finding(look(SAME, System::nanoTime), "lease");

        assertThat(finding.level()).isEqualTo(WARN);
        assertThat(finding.what()).contains("elsewhere/-:1", "2026-03-02").matches(".* 9[0-9] s ago");
        assertThat(finding.next()).contains("qingfen restart --date 2026-03-02");
    }

    @Test
    void aLeaseInUseIsNoTrouble() throws SQLException {
        change("update run_lease set holder = 'elsewhere/-:1', heartbeat_at = current_timestamp");

        assertThat(level(look(SAME, System::nanoTime), "lease")).isEqualTo(OK);
    }

    @Test
    void aLeaseThatSomebodyDeletedIsSeen() throws SQLException {
        change("delete from run_lease");

        assertThat(level(look(SAME, System::nanoTime), "lease")).isEqualTo(FAIL);
    }

    @Test
    void booksFromAnOlderBackupAreSeen() throws SQLException, IOException {
        assertThat(level(look(SAME, System::nanoTime), "restored books")).isEqualTo(OK);
        mark = Files.writeString(
                folder.resolve("books.mark"), "closed=2026-03-02\ngeneration=1\naudit=0\naudit.sha256=00\n");

        Finding finding = finding(look(SAME, System::nanoTime), "restored books");
        assertThat(finding.level()).isEqualTo(FAIL);
        assertThat(finding.what()).contains("have no closed date, but 2026-03-02 was closed");

        change("insert into business_day (business_date, state, opened_at) values (date '2026-03-02', 'CLOSED',"
                + " current_timestamp)");
        assertThat(level(look(SAME, System::nanoTime), "restored books")).isEqualTo(OK);
    }

    @Test
    void aMarkThatNobodyCanReadIsSeen() throws IOException {
        mark = Files.writeString(folder.resolve("books.mark"), "closed=yesterday\n");

        assertThat(finding(look(SAME, System::nanoTime), "restored books").what())
                .contains("books.mark: cannot be read");
    }

    @Test
    void aDatabaseThatIsAwayIsTheOnlyFinding() {
        DatabaseSettings away =
                new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/books?password=hidden", "me", "secret");

        List<Finding> findings = new BooksProbes(SAME, System::nanoTime).look(StandingBooks.at(away), MARK);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).level()).isEqualTo(FAIL);
        assertThat(findings.get(0).what())
                .contains("127.0.0.1:1", "does not answer")
                .doesNotContain("hidden", "secret");
    }

    @Test
    void newBooksAreNotMadeByLooking() {
        DatabaseSettings none = DatabaseSettings.embedded(java.nio.file.Path.of("target/no-such-home/data/qingfen"));

        List<Finding> findings = new BooksProbes(SAME, System::nanoTime).look(StandingBooks.at(none), MARK);

        assertThat(findings).singleElement().matches(finding -> finding.level() == OK);
        assertThat(java.nio.file.Path.of("target/no-such-home")).doesNotExist();
    }

    private List<Finding> look(Clock clock, LongSupplier nanos) {
        return new BooksProbes(clock, nanos).look(StandingBooks.at(books), mark);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = StandingBooks.at(books).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Level level(List<Finding> findings, String probe) {
        return finding(findings, probe).level();
    }

    private static Finding finding(List<Finding> findings, String probe) {
        return findings.stream()
                .filter(one -> one.probe().equals(probe))
                .findFirst()
                .orElseThrow();
    }
}

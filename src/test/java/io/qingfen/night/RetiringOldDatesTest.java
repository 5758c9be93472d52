package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingfen.OnBothDatabases;
import io.qingfen.QingfenApplication;
import io.qingfen.TestDatabase;
import io.qingfen.cli.Typed;
import io.qingfen.nightly.Nights;
import io.qingfen.retention.Kind;
import io.qingfen.retention.LegalHolds;
import io.qingfen.retention.Retention;
import io.qingfen.retention.Retention.Retired;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Old dates leave in order, complete and proved; what is open or held stays; what has left is named, not guessed. */
@OnBothDatabases
class RetiringOldDatesTest {
    private static final LocalDate FIRST = Nightly.FIRST;
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final LocalDate THIRD = Nightly.LAST;
    private static final Actor MEI = new Actor("mei");
    private final TestDatabase database;
    private final Path home = Nightly.home();

    RetiringOldDatesTest(TestDatabase database) {
        this.database = database;
    }

    /** What it says must not turn into "anything may go" because a row is missing. */
    @Test
    void anEmptiedFloorKeepsEveryDate() {
        assumeTrue(database == TestDatabase.POSTGRESQL, "the embedded database has one owner and no floor");
        JdbcTemplate jdbc = new JdbcTemplate(database.fresh());
        jdbc.update("delete from retention_floor");
        assertThatThrownBy(() -> jdbc.queryForList("select retire_books(date '1999-01-01')"))
                .hasMessageContaining("business date 1999-01-01 is kept: table retention_floor is empty");
    }

    @Test
    void datesLeaveWhenTheyAreOldAndAtTheirEndAndNobodyHoldsThem() throws IOException {
        try (ConfigurableApplicationContext program = opened()) {
            for (LocalDate date = FIRST; !date.isAfter(THIRD); date = date.plusDays(1)) {
                program.getBean(Nights.class).run(date, 2);
            }
            Retention retention = program.getBean(Retention.class);
            assertThat(retention.retire(MEI)).as("nothing is old").isEmpty();
            LocalDate newest = LocalDate.of(2031, 8, 1);
            timeGoesOn(jdbc(program), newest);

            onlyWorkingDataLeavesWhileCasesAreOpen(program, retention);
            everythingEnds(jdbc(program));
            nothingLeavesThatTheOwnerOfTheTablesKeeps(program, retention);
            List<CSVRecord> lines = lines(home.resolve("outbox/" + FIRST + "/transactions.csv"));
            schemesWereCompared(jdbc(program));
            LegalHolds holds = program.getBean(LegalHolds.class);
            holds.place(MEI, THIRD, Optional.of(THIRD), "court order 2031-17");

            assertThat(retention.retire(MEI)).extracting(Retired::businessDate).containsExactly(FIRST, SECOND);
            requireExport(FIRST, lines);
            requireGone(jdbc(program));
            requireSchemesGone(jdbc(program));
            requireNamed(program);
            requireThirdIsWhole(program, holds);
            assertThat(program.getBean(Audit.class).problems()).isEmpty();
        }
    }

    private ConfigurableApplicationContext opened() throws IOException {
        Files.writeString(
                home.resolve("qingfen.yml"),
                "retention:\n  booksDays: 1827\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        DatabaseSettings books = database == TestDatabase.H2
                ? DatabaseSettings.embedded(home.resolve("data").resolve("qingfen"))
                : database.freshSettings();
        return new SpringApplication(QingfenApplication.class)
                .run(
                        "--qingfen.home=" + home,
                        "--qingfen.db.url=" + books.url(),
                        "--qingfen.db.user=" + books.user(),
                        "--qingfen.db.password=" + books.password());
    }

    private void timeGoesOn(JdbcTemplate jdbc, LocalDate newest) {
        jdbc.update(
                "insert into business_day (business_date, state, opened_at, closed_at)"
                        + " values (?, 'CLOSED', current_timestamp, current_timestamp)",
                newest);
    }

    /** On PostgreSQL: the clock of the server has not moved, so its owner still keeps the dates. */
    private void nothingLeavesThatTheOwnerOfTheTablesKeeps(
            ConfigurableApplicationContext program, Retention retention) {
        if (database == TestDatabase.H2) {
            return;
        }
        assertThat(retention.retire(MEI)).isEmpty();
        assertThat(home.resolve("retired/books"))
                .as("nothing is exported in vain")
                .doesNotExist();
        assertThat(typed(program, "run", "retention", "--dry-run").said())
                .contains(
                        "nothing is due; what follows stays: " + FIRST + " is kept at least 1826 days by the owner of")
                .contains("(table retention_floor)");
        jdbc(program).update("update retention_floor set days = 0");
    }

    private void onlyWorkingDataLeavesWhileCasesAreOpen(ConfigurableApplicationContext program, Retention retention) {
        List<Retired> left = retention.retire(MEI);
        assertThat(left).extracting(Retired::kind).containsOnly(Kind.WORKING);
        assertThat(left).extracting(Retired::businessDate).containsExactly(FIRST, SECOND, THIRD);
        assertThat(left).allSatisfy(one -> assertThat(one.rows()).isPositive());
        Typed told = typed(program, "run", "retention", "--dry-run");
        assertThat(told.said())
                .contains("books    kept 1827 days before the last closed date: nothing is due; what follows stays: ")
                .contains(FIRST + ": ")
                .contains("cases are not closed")
                .contains("payouts are on their way");
        assertThat(typed(program, "verify", "--date", FIRST.toString()).exit())
                .as("what runs and re-runs need is nothing that a proof needs")
                .isZero();
        assertThat(typed(program, "status", "--date", FIRST.toString()).exit()).isZero();
    }

    private static void everythingEnds(JdbcTemplate jdbc) {
        jdbc.update("update review_case set closed_on = date '2026-03-04', state = 'APPLIED' where closed_on is null");
        jdbc.update("update open_item set removed_on = date '2026-03-04' where removed_on is null");
        jdbc.update("update payout set state = 'PAID'");
    }

    private void requireExport(LocalDate date, List<CSVRecord> lines) throws IOException {
        Path folder = home.resolve("retired/books/" + date);
        for (String line : Files.readAllLines(folder.resolve("SHA256SUMS"))) {
            String[] sum = line.split(" {2}");
            assertThat(sha256(Files.readAllBytes(folder.resolve(sum[1])))).isEqualTo(sum[0]);
        }
        List<CSVRecord> rows = unpacked(folder.resolve("transactions.csv.gz"));
        assertThat(rows)
                .extracting(row -> row.get("transaction_id"))
                .containsExactlyInAnyOrderElementsOf(
                        lines.stream().map(line -> line.get("transaction_id")).toList());
        assertThat(unpacked(folder.resolve("journal_entry.csv.gz"))).isNotEmpty();
        assertThat(folder.resolve("archive")).isDirectory();
        assertThat(folder.resolve("outbox/manifest.json")).isRegularFile();
        assertThat(home.resolve("archive/" + date)).doesNotExist();
        assertThat(home.resolve("outbox/" + date)).doesNotExist();
    }

    private static void requireGone(JdbcTemplate jdbc) {
        for (String table :
                List.of("transactions", "journal_entry", "posting", "position", "trial_balance", "failure")) {
            String count = "select count(*) from " + table + " where business_date ";
            assertThat(jdbc.queryForObject(count + "< date '2026-03-04'", Long.class))
                    .as(table)
                    .isZero();
            assertThat(jdbc.queryForObject(count + "= date '2026-03-04'", Long.class))
                    .as(table)
                    .isPositive();
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from payout where business_date < date '2026-03-04'", Long.class))
                .as("payouts stay, so that none is ever made twice")
                .isPositive();
    }

    private void schemesWereCompared(JdbcTemplate jdbc) throws IOException {
        for (String standing : List.of("JOINED", "WAITING")) {
            jdbc.update(
                    "insert into scheme_own (source, transaction_id, business_date, txn_type, scheme_ref, rrn,"
                            + " terminal_id, merchant_id, amount_minor, currency, txn_time, standing, decided_on)"
                            + " values ('s', ?, ?, 'SALE', '', '', '', '', 100, 'CNY', 0, ?, ?)",
                    standing,
                    FIRST,
                    standing,
                    FIRST);
        }
        Files.createDirectories(home.resolve("archive/schemes/" + FIRST));
        Files.createDirectories(home.resolve("outbox/schemes-" + FIRST));
    }

    private void requireSchemesGone(JdbcTemplate jdbc) throws IOException {
        assertThat(jdbc.queryForList("select standing from scheme_own", String.class))
                .as("what waits for a later file stays")
                .containsExactly("WAITING");
        assertThat(unpacked(home.resolve("retired/books/" + FIRST + "/scheme_own.csv.gz")))
                .extracting(row -> row.get("standing"))
                .containsExactly("JOINED");
        assertThat(home.resolve("retired/books/" + FIRST + "/schemes-archive")).isDirectory();
        assertThat(home.resolve("retired/books/" + FIRST + "/schemes-outbox")).isDirectory();
        jdbc.update("delete from scheme_own");
    }

    private void requireNamed(ConfigurableApplicationContext program) {
        String gone = FIRST + " has left the books: its rows and files were exported and proved, and stand in"
                + " retired/books/" + FIRST;
        refused(program, gone, "verify", "--date", FIRST.toString());
        refused(program, gone, "explain", "898310000000001", "--date", FIRST.toString());
        assertThatThrownBy(() -> program.getBean(Nights.class).run(FIRST, 1)).hasMessageContaining(gone);
        refused(program, gone, "payouts", "propose", "--date", FIRST.toString(), "--as", "mei");
        assertThat(typed(program, "status", "--date", FIRST.toString()).said()).contains("retired", "none: " + gone);
        assertThat(typed(program, "retention", "list").said())
                .contains("hold 1  " + THIRD + " to " + THIRD + ", by mei: court order 2031-17")
                .contains("left     " + FIRST + "  books, ");
    }

    /** The date that stays is read as before, except that its opening balances have left with the date before it. */
    private void requireThirdIsWhole(ConfigurableApplicationContext program, LegalHolds holds) throws IOException {
        refused(program, THIRD + " opens with balances of " + SECOND, "verify", "--date", THIRD.toString());
        assertThat(typed(program, "status", "--date", THIRD.toString()).exit()).isZero();
        assertThatThrownBy(() -> holds.place(MEI, SECOND, Optional.empty(), "too late"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.REFUSED))
                .hasMessageContaining("have left already");
        // a crash after the rows were removed leaves folders, and the next start moves them
        Files.move(home.resolve("retired/books/" + FIRST + "/archive"), home.resolve("archive/" + FIRST));
        assertThat(program.getBean(Retention.class).retire(MEI)).isEmpty();
        assertThat(home.resolve("retired/books/" + FIRST + "/archive")).isDirectory();
        holds.lift(MEI, 1, "court case closed");
        assertThat(program.getBean(Retention.class).retire(MEI))
                .extracting(Retired::businessDate)
                .containsExactly(THIRD);
    }

    private void refused(ConfigurableApplicationContext program, String why, String... command) {
        Typed typed = typed(program, command);
        assertThat(typed.exit()).as(typed.said()).isEqualTo(Exit.REFUSED.code());
        assertThat(typed.said()).contains(why);
    }

    private Typed typed(ConfigurableApplicationContext program, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--home", home.toString()));
        return Typed.of(program, arguments);
    }

    private static JdbcTemplate jdbc(ConfigurableApplicationContext program) {
        return new JdbcTemplate(program.getBean(DataSource.class));
    }

    private static List<CSVRecord> lines(Path file) throws IOException {
        return parsed(Files.readAllBytes(file));
    }

    private static List<CSVRecord> unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return parsed(in.readAllBytes());
        }
    }

    private static List<CSVRecord> parsed(byte[] content) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().get();
        try (CSVParser parser = CSVParser.parse(
                new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8), format)) {
            return parser.getRecords();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.QingfenApplication;
import io.qingfen.TestDatabase;
import io.qingfen.cli.PlayedActs;
import io.qingfen.cli.Typed;
import io.qingfen.nightly.Nights;
import io.qingfen.run.BooksAccess.Upkeep;
import io.qingfen.run.Dialect;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.jdbc.DatabaseSettings;
import io.qingfen.run.jdbc.Databases;
import io.qingfen.run.jdbc.StandingBooks;
import io.qingfen.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** The program owns nothing on PostgreSQL: all its work is possible, and the ledger and the audit trail only grow. */
class WorkingUnderTwoRolesTest {
    private static final String OWNER = "qingfen_owner";
    private static final String APP = "qingfen_app";
    private static final Path DECIDED = Path.of("sample-files/days/2026-06-08-decisions");
    private static final Path RELEASED = Path.of("sample-files/days/2026-07-06-corrected-late-returned");

    @TempDir
    private Path folder;

    @Test
    void nightsDecisionsReRunsReleasesAndResultsWorkAndTheLedgerCannotBeChanged() throws IOException {
        DatabaseSettings app = booksOfTwoRoles();
        List<LocalDate> dates = played(DECIDED, app);
        assertThat(dates).hasSizeGreaterThan(2);
        refusesWhatTheProgramNeverDoes(app, dates.get(0));
        played(RELEASED, booksOfTwoRoles());
    }

    @Test
    void tablesThatTheProgramMayNotMakeAreAskedForOfTheirOwner() {
        DatabaseSettings admin = admin();
        new JdbcTemplate(source(admin)).execute("drop schema public cascade; create schema public");
        rolesIn(admin);
        assertThatThrownBy(() -> opened(as(admin, APP)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE))
                .hasMessageContaining("qingfen migrate");

        Upkeep would = StandingBooks.pending(Optional.of(as(admin, OWNER)), as(admin, APP));
        assertThat(new JdbcTemplate(source(admin))
                        .queryForObject(
                                "select count(*) from information_schema.tables where table_schema = 'public'",
                                Integer.class))
                .isZero();

        Upkeep made = StandingBooks.bringUpToDate(Optional.of(as(admin, OWNER)), as(admin, APP));

        assertThat(made.changes()).hasSizeGreaterThan(10).first().isEqualTo("V1 books");
        assertThat(made.granted()).isEqualTo(APP);
        assertThat(would).isEqualTo(made);
        opened(as(admin, APP));
    }

    private static void opened(DatabaseSettings settings) {
        try (HikariDataSource books = Databases.open(settings, 2)) {
            Databases.migrate(books, Dialect.POSTGRESQL);
        }
    }

    private List<LocalDate> played(Path story, DatabaseSettings books) throws IOException {
        Path home = folder.resolve(story.getFileName());
        FileSystemUtils.copyRecursively(story.resolve("home"), home);
        PlayedActs acts = PlayedActs.of(story);
        List<LocalDate> dates = dates(story);
        try (ConfigurableApplicationContext program = new SpringApplication(QingfenApplication.class)
                .run(
                        "--qingfen.home=" + home,
                        "--qingfen.db.url=" + books.url(),
                        "--qingfen.db.user=" + books.user(),
                        "--qingfen.db.password=" + books.password())) {
            for (LocalDate date : dates) {
                program.getBean(Nights.class).run(date, 1);
                acts.after(date, home, program);
            }
            released(program, home, dates.get(dates.size() - 1));
            for (LocalDate date : dates) {
                assertThat(program.getBean(Verification.class).of(date).differences())
                        .isEmpty();
            }
        }
        return dates;
    }

    private static void released(ConfigurableApplicationContext program, Path home, LocalDate date) {
        for (List<String> act : List.of(List.of("propose", "mei"), List.of("approve", "jun"))) {
            Typed done = Typed.of(
                    program,
                    List.of("payouts", act.get(0), "--date", date.toString(), "--as", act.get(1), "--home", "" + home));
            assertThat(done.exit()).as(done.said()).isZero();
        }
        assertThat(home.resolve("outbox/" + date + "/released")).isDirectory();
    }

    private static void refusesWhatTheProgramNeverDoes(DatabaseSettings app, LocalDate date) {
        JdbcTemplate jdbc = new JdbcTemplate(source(app));
        String part = "transactions_" + date.toString().replace("-", "");
        for (String sql : List.of(
                "update posting set debit_minor = debit_minor + 1",
                "delete from posting",
                "truncate posting",
                "drop table posting",
                "alter table posting add column x int",
                "update journal_entry set description = ''",
                "delete from journal_entry",
                "update audit_record set actor = 'nobody'",
                "delete from audit_record",
                "truncate audit_record",
                "delete from audit_head",
                "update adjustment_line set charged_minor = 0",
                "delete from payout_release_file",
                "delete from payout_event",
                "update position set payout_minor = 0",
                "update transactions set amount_minor = 0",
                "update " + part + " set amount_minor = 0",
                "delete from " + part,
                "drop table " + part,
                "truncate transactions",
                "drop view deposit_liability",
                "delete from flyway_schema_history",
                "create table mine (x int)",
                "set role " + OWNER)) {
            assertThatThrownBy(() -> jdbc.execute(sql))
                    .as(sql)
                    .rootCause()
                    .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo("42501");
        }
        assertThat(jdbc.queryForObject("select count(*) from posting", Long.class))
                .isPositive();
    }

    /** As an installation with one role for everything that is given two. */
    private static DatabaseSettings booksOfTwoRoles() {
        DatabaseSettings admin = admin();
        rolesIn(admin);
        StandingBooks.bringUpToDate(Optional.of(as(admin, OWNER)), as(admin, APP));
        return as(admin, APP);
    }

    private static DatabaseSettings admin() {
        return TestDatabase.POSTGRESQL.freshSettings();
    }

    private static void rolesIn(DatabaseSettings admin) {
        try {
            new JdbcTemplate(source(admin)).execute(Files.readString(Path.of("ops/postgresql/roles.sql")));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static DatabaseSettings as(DatabaseSettings books, String role) {
        return new DatabaseSettings(books.url().replaceAll("user=[^&]*", "user=" + role), role, "");
    }

    private static javax.sql.DataSource source(DatabaseSettings settings) {
        return new org.springframework.jdbc.datasource.DriverManagerDataSource(
                settings.url(), settings.user(), settings.password());
    }

    private static List<LocalDate> dates(Path story) throws IOException {
        try (Stream<Path> files = Files.list(story.resolve("expected"))) {
            return files.map(path -> LocalDate.parse(path.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}

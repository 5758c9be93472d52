package io.qingfen.run.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.TestDatabase;
import io.qingfen.run.Dialect;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.jdbc.PgConnection;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

class OpeningTheBooksTests {
    @TempDir
    private Path directory;

    @Test
    void usesTheEmbeddedDatabaseOfTheHomeWhenNoneIsNamed() {
        DatabaseSettings settings = settings(Map.of());

        assertThat(settings.url()).startsWith("jdbc:h2:file:" + directory.resolve("data/qingfen"));
    }

    @Test
    void asksTheEmbeddedDatabaseToKeepEveryCommit() {
        assertThat(settings(Map.of()).url())
                .contains(";WRITE_DELAY=0;")
                .contains(";RETENTION_TIME=0;")
                .contains(";DB_CLOSE_ON_EXIT=FALSE");
        assertThat(settings(Map.of("QINGFEN_DB_URL", "jdbc:h2:file:/x/y")).url())
                .isEqualTo(
                        "jdbc:h2:file:/x/y;WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    }

    @Test
    void theEmbeddedDatabaseWritesEachCommitAtOnce() {
        try (HikariDataSource books = Databases.open(settings(Map.of()), 1)) {
            assertThat(new JdbcTemplate(books)
                            .queryForList(
                                    "select setting_value from information_schema.settings"
                                            + " where setting_name = 'WRITE_DELAY'",
                                    String.class))
                    .isNotEmpty()
                    .containsOnly("0");
        }
    }

    @Test
    void saysWhereTheEmbeddedDatabaseCannotBeMade() throws Exception {
        Path file = Files.writeString(directory.resolve("plain"), "");
        assertThatThrownBy(() -> Databases.open(DatabaseSettings.embedded(file.resolve("data/qingfen")), 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE))
                .hasMessageStartingWith(file + "/data/qingfen: ")
                .hasMessageContaining("let the user of this program write the home")
                .hasMessageNotContaining("WRITE_DELAY");
    }

    @Test
    void theEnvironmentOverridesTheHome() throws Exception {
        Files.writeString(
                directory.resolve("qingfen.yml"),
                "database: {url: 'jdbc:postgresql://file/books', user: file, password: a}\n");

        assertThat(settings(Map.of())).isEqualTo(new DatabaseSettings("jdbc:postgresql://file/books", "file", "a"));
        assertThat(settings(Map.of("QINGFEN_DB_URL", "jdbc:postgresql://env/books", "QINGFEN_DB_USER", "env")))
                .isEqualTo(new DatabaseSettings("jdbc:postgresql://env/books", "env", "a"));
    }

    @Test
    void theKeyMayBeInAFileOfItsOwn() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "s3cret\n");

        DatabaseSettings settings = settings(
                Map.of("QINGFEN_DB_URL", "jdbc:postgresql://env/books", "QINGFEN_DB_PASSWORD_FILE", secret.toString()));

        assertThat(settings.password()).isEqualTo("s3cret");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void aMissingPasswordFileIsRefused() {
        assertThatThrownBy(() -> settings(
                        Map.of("QINGFEN_DB_URL", "jdbc:postgresql://env/x", "QINGFEN_DB_PASSWORD_FILE", "/no/file")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE));
    }

    @Test
    void anUnreachableDatabaseIsATransientFault() {
        DatabaseSettings nobody = new DatabaseSettings("jdbc:postgresql://localhost:1/books", "a", "b");

        assertThatThrownBy(() -> Databases.open(nobody, 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.TRANSIENT));
    }

    @Test
    void aServerThatTakesNoMoreConnectionsIsATransientFault() {
        DatabaseSettings books = TestDatabase.POSTGRESQL.freshSettings();
        String role = "nobody_" + System.nanoTime();
        try (HikariDataSource owner = Databases.open(books, 1)) {
            new JdbcTemplate(owner).execute("create role " + role + " login connection limit 0");
        }

        assertThatThrownBy(() -> Databases.open(new DatabaseSettings(books.url().split("\\?")[0], role, ""), 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.TRANSIENT))
                .hasMessageContaining("too many connections");
    }

    @Test
    void refusesTheEmbeddedDatabaseThatAnotherProcessHasOpen() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsTheEmbeddedDatabase.class.getName(),
                        directory.resolve("books").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader says = new BufferedReader(new InputStreamReader(other.getInputStream()))) {
            assertThat(says.readLine()).isEqualTo("open");

            assertThatThrownBy(() -> Databases.open(DatabaseSettings.embedded(directory.resolve("books")), 1))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.LEASE_HELD));
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void rewritesBatchedInsertsOnPostgresql() throws Exception {
        try (var connection = TestDatabase.POSTGRESQL.fresh().getConnection()) {
            assertThat(connection.unwrap(PgConnection.class).getQueryExecutor().isReWriteBatchedInsertsEnabled())
                    .isTrue();
        }
    }

    @Test
    void keepsEachDateInAPartitionOfItsOwnOnPostgresql() {
        DataSource books = TestDatabase.POSTGRESQL.fresh();
        JdbcTemplate jdbc = new JdbcTemplate(books);
        LocalDate date = LocalDate.of(2026, 3, 2);

        Dialect.POSTGRESQL.createDatePartition(jdbc, date);
        Dialect.POSTGRESQL.createDatePartition(jdbc, date);

        assertThat(jdbc.queryForObject(
                        "select count(*) from pg_inherits where inhparent = 'transactions'::regclass", Integer.class))
                .isEqualTo(1);
        assertThat(Dialect.transactionsOf(date)).isEqualTo("transactions_20260302");
    }

    @Test
    void migratesBooksThatAreUpToDateToThemselves() {
        DataSource books = TestDatabase.H2.fresh();

        Databases.migrate(books, Dialect.H2);

        assertThat(new JdbcTemplate(books).queryForObject("select count(*) from business_day", Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void refusesTablesOfAnotherProgram(TestDatabase database) {
        try (HikariDataSource books = Databases.open(database.freshSettings(), 1)) {
            JdbcTemplate jdbc = new JdbcTemplate(books);
            dropEverything(jdbc, database);
            jdbc.execute("create table orders (id int)");

            requireRefused(() -> Databases.migrate(books, database.dialect()), "tables that are not Qingfen's");

            assertThat(jdbc.queryForObject("select count(*) from orders", Integer.class))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesTablesOfANewerVersion(TestDatabase database) {
        DataSource books = database.fresh();
        new JdbcTemplate(books)
                .update("insert into " + history(database)
                        + " values (99, '99', 'from the future', 'SQL', 'V99__x.sql',"
                        + " 1, 'somebody', current_timestamp, 1, true)");

        requireRefused(() -> Databases.migrate(books, database.dialect()), "another version of Qingfen");
    }

    /** V9 was made after V10 had been used. */
    @ParameterizedTest
    @EnumSource
    void bringsBooksToItsVersionThatHaveALaterChangeAlready(TestDatabase database) {
        DataSource books = database.fresh();
        JdbcTemplate jdbc = new JdbcTemplate(books);
        jdbc.execute("drop table adjustment_line");
        jdbc.execute("drop table adjustment");
        String version = database == TestDatabase.H2 ? "\"version\"" : "version";
        assertThat(jdbc.update("delete from " + history(database) + " where " + version + " = '9'"))
                .isEqualTo(1);

        Databases.migrate(books, database.dialect());
        Databases.migrate(books, database.dialect());

        assertThat(jdbc.queryForObject("select count(*) from adjustment", Integer.class))
                .isZero();
    }

    private static String history(TestDatabase database) {
        return database == TestDatabase.H2 ? "\"flyway_schema_history\"" : "flyway_schema_history";
    }

    private static void dropEverything(JdbcTemplate jdbc, TestDatabase database) {
        jdbc.execute(
                database == TestDatabase.H2 ? "drop all objects" : "drop schema public cascade; create schema public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://localhost/x", "books"})
    void refusesAnAddressThatIsNone(String url) {
        requireRefused(() -> Databases.open(new DatabaseSettings(url, "", ""), 1), "jdbc:postgresql://HOST/DATABASE");
    }

    @Test
    void saysThatADamagedFileHasToBeRestored() throws Exception {
        DatabaseSettings settings = settings(Map.of());
        Path file = Files.createDirectories(directory.resolve("data")).resolve("qingfen.mv.db");
        Files.write(file, new byte[8192]);

        requireRefused(() -> Databases.open(settings, 1), "Restore data/ of the home");
        assertThat(Files.readAllBytes(file)).isEqualTo(new byte[8192]);
    }

    @Test
    void neverShowsAPassword() {
        assertThat(new DatabaseSettings("jdbc:postgresql://h/b?user=a&password=secret&ssl=true", "", "").toString())
                .isEqualTo("jdbc:postgresql://h/b?user=a&password=****&ssl=true");
    }

    private static void requireRefused(ThrowingCallable action, String why) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE))
                .hasMessageContaining(why);
    }

    private DatabaseSettings settings(Map<String, Object> environment) {
        StandardEnvironment standard = new StandardEnvironment();
        standard.getPropertySources()
                .forEach(source -> standard.getPropertySources().remove(source.getName()));
        standard.getPropertySources().addFirst(new SystemEnvironmentPropertySource("systemEnvironment", environment));
        standard.getPropertySources().addLast(new MapPropertySource("none", Map.of()));
        return DatabaseSettings.of(standard, new Home(directory));
    }
}

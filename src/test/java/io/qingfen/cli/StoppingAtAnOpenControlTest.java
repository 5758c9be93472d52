package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.night.NightProcess;
import io.qingfen.run.Exit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.jdbc.DatabaseSettings;
import io.qingfen.run.jdbc.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Somebody edits the books between two steps of a night: the night stops, says which control is open with both numbers,
 * and no bank file exists until the edit is undone.
 */
@OnBothDatabases
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoppingAtAnOpenControlTest {
    private static final String DATE = "2026-03-02";
    private static final String AT_DATE = " where business_date = '2026-03-02'";
    private static final String PAID = AT_DATE + " and merchant_id = '898310058120001'";
    private static final String SETTLED = AT_DATE + " and measure = 'CAPTURES_SETTLED'";
    private static final String FEE = AT_DATE + " and account = 'income:merchant-fees' and credit_minor = 2005";

    @TempDir
    static Path folder;

    private static final Map<TestDatabase, DatabaseSettings> HALTED = new EnumMap<>(TestDatabase.class);

    private final Path home;
    private final DatabaseSettings books;

    StoppingAtAnOpenControlTest(TestDatabase database) {
        home = folder.resolve(database.name());
        books = HALTED.computeIfAbsent(database, this::haltedBeforeItIsProved);
    }

    /**
     * An edit of the books.
     *
     * @param told the control and both numbers
     */
    private record Edit(String what, List<String> sql, List<String> undo, List<String> told) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Edit> edits() {
        return Stream.of(
                new Edit(
                        "a position that pays one fen more",
                        List.of("update position set payout_minor = payout_minor + 1" + PAID),
                        List.of("update position set payout_minor = payout_minor - 1" + PAID),
                        List.of("control 'positions -> payouts + carried forward', net, CNY", "5591.00", "5591.01")),
                new Edit(
                        "a position whose line and net are both one fen more",
                        List.of("update position set sales_minor = sales_minor + 1, net_minor = net_minor + 1,"
                                + " payout_minor = payout_minor + 1" + PAID),
                        List.of("update position set sales_minor = sales_minor - 1, net_minor = net_minor - 1,"
                                + " payout_minor = payout_minor - 1" + PAID),
                        List.of("control 'settled -> positions', sales, CNY", "5614.50", "5614.51")),
                new Edit(
                        "a posting that is gone",
                        List.of("create table kept as select * from posting" + FEE, "delete from posting" + FEE),
                        List.of("insert into posting select * from kept", "drop table kept"),
                        List.of("control 'results -> ledger', merchant fees, CNY", "23.50", "3.45")),
                new Edit(
                        "sums of the night, one fen more in each of three ranges",
                        List.of("update night_total set amount_minor = amount_minor + 1" + SETTLED),
                        List.of("update night_total set amount_minor = amount_minor - 1" + SETTLED),
                        List.of("control 'outcomes -> transactions', captures settled, CNY", "5614.50", "5614.53")));
    }

    /** One night for all edits, in a process that dies between the step that settles and the step that proves. */
    private DatabaseSettings haltedBeforeItIsProved(TestDatabase database) {
        DatabaseSettings settings = database.freshSettings();
        try {
            FileSystemUtils.copyRecursively(Path.of("sample-files/days/2026-03-02-plain/home"), home);
            Files.writeString(
                    home.resolve("qingfen.yml"),
                    "database:\n  url: \"%s\"\n  user: \"%s\"\n  password: \"%s\"\n"
                            .formatted(settings.url(), settings.user(), settings.password()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        NightProcess.Ended ended = new NightProcess(home, null)
                .killedAt("settleMerchants:after", 1)
                .run("run", "--date", DATE);
        assertThat(ended.exit()).as(ended.output()).isEqualTo(FaultPoint.HALTED);
        return settings;
    }

    @ParameterizedTest
    @MethodSource("edits")
    @Order(1)
    void anEditStopsTheNightWithBothNumbers(Edit edit) {
        change(edit.sql());
        try {
            requireStopped(edit);
        } finally {
            change(edit.undo());
        }
    }

    private void requireStopped(Edit edit) {
        Invocation restart = qingfen("restart", "--date", DATE);
        assertThat(restart.exit()).as(restart.err()).isEqualTo(Exit.CONTROL_OPEN.code());
        assertThat(restart.out()).contains("2026-03-02 Monday  failed", " open, first ", "payouts   none");
        assertThat(restart.err()
                        .lines()
                        .filter(line -> line.contains(edit.told().get(0))))
                .as(restart.err())
                .singleElement()
                .asString()
                .contains(edit.told());
        assertThat(restart.err())
                .contains("no payout file of 2026-03-02 was written", "qingfen restart --date " + DATE);
        assertThat(home.resolve("outbox").resolve(DATE).resolve("payouts")).doesNotExist();

        Invocation status = qingfen("status", "--date", DATE);
        assertThat(status.exit()).isZero();
        assertThat(status.out())
                .contains("2026-03-02 Monday", "FAILED", edit.told().get(0), "next")
                .contains(edit.told())
                .contains("qingfen restart --date " + DATE);
        assertThat(qingfen("run", "--date", DATE).exit()).isEqualTo(Exit.REFUSED.code());
    }

    @Test
    @Order(2)
    void withTheEditUndoneARestartClosesTheDateAndPays() {
        Invocation restart = qingfen("restart", "--date", DATE);

        assertThat(restart.exit()).as(restart.err()).isZero();
        assertThat(restart.out()).contains("closed", "5,205.33 CNY to 2 merchants");
        assertThat(home.resolve("outbox").resolve(DATE).resolve("payouts")).isNotEmptyDirectory();
    }

    private Invocation qingfen(String command, String... arguments) {
        String[] all = Stream.concat(
                        Stream.concat(Stream.of(command), Stream.of(arguments)), Stream.of("--home", home.toString()))
                .toArray(String[]::new);
        return Invocation.of(SpringEngine.OPENING, all);
    }

    private void change(List<String> statements) {
        try (HikariDataSource dataSource = Databases.open(books, 1)) {
            JdbcTemplate jdbc = new JdbcTemplate(dataSource);
            statements.forEach(sql -> {
                if (sql.startsWith("update") || sql.startsWith("delete")) {
                    assertThat(jdbc.update(sql)).as(sql).isPositive();
                } else {
                    jdbc.execute(sql);
                }
            });
        }
    }
}

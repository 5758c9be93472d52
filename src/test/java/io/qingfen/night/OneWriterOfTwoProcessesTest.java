package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.TestDatabase;
import io.qingfen.run.Exit;
import io.qingfen.run.jdbc.DatabaseSettings;
import io.qingfen.run.jdbc.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes on one PostgreSQL, as two terminals or two machines start them. */
class OneWriterOfTwoProcessesTest {
    private static final String DATE = Nightly.FIRST.toString();
    private static final String[] RUN = {"run", "--date", DATE};
    private static final String POINT = "clearTerminals:before";
    private static Map<String, String> expected;

    @BeforeAll
    static void playUndisturbed() {
        Path home = Nightly.home();
        NightProcess.Ended ended = new NightProcess(home, null).run(RUN);
        assertThat(ended.exit()).as(ended.output()).isZero();
        expected = Nightly.outbox(home);
    }

    /** While one runs the other is refused; two persons cut the first off, and what it still writes is refused. */
    @Test
    void theSecondIsRefusedAndAFirstThatIsCutOffIsFenced() throws Exception {
        Path home = Nightly.home();
        DatabaseSettings books = TestDatabase.POSTGRESQL.freshSettings();
        Path goOn = home.resolve("go-on");
        NightProcess other = new NightProcess(home, books);
        try (HikariDataSource dataSource = Databases.open(books, 1);
                NightProcess.Running first =
                        new NightProcess(home, books).heldAt(POINT, goOn).start(RUN)) {
            awaitRouted(dataSource, first);

            assertThat(other.run(RUN).exit()).isEqualTo(Exit.LEASE_HELD.code());
            NightProcess.Ended alone = other.run("recover", "--as", "li.na");
            assertThat(alone.exit()).as(alone.output()).isEqualTo(Exit.LEASE_HELD.code());
            assertThat(alone.output()).contains("the run lives").contains("last heartbeat ");
            NightProcess.Ended forced = other.run(
                    "recover", "--force", "--reason", "hangs since four", "--as", "li.na", "--second", "wang.wei");
            assertThat(forced.exit()).as(forced.output()).isZero();
            assertThat(forced.output()).contains("freed: holder ").contains("qingfen restart --date " + DATE);

            Files.createFile(goOn);
            NightProcess.Ended fenced = first.ended();
            assertThat(fenced.exit()).as(fenced.output()).isEqualTo(Exit.LEASE_HELD.code());
        }
        assertThat(other.run("restart", "--date", DATE).exit()).isZero();
        assertThat(Nightly.outbox(home)).isEqualTo(expected);
    }

    /** A process that is stopped for longer than its lease lives wakes while another has done its night. */
    @Test
    void aProcessThatSleptIsOvertakenAndRefusedWhenItWakes() throws Exception {
        Path home = Nightly.home();
        DatabaseSettings books = TestDatabase.POSTGRESQL.freshSettings();
        Path goOn = home.resolve("go-on");
        try (HikariDataSource dataSource = Databases.open(books, 1);
                NightProcess.Running sleeper =
                        quickToJudge(home, books).heldAt(POINT, goOn).start(RUN)) {
            awaitRouted(dataSource, sleeper);
            signal("STOP", sleeper.process());
            awaitOldHeartbeat(dataSource);

            NightProcess.Ended second = quickToJudge(home, books).run(RUN);
            assertThat(second.exit()).as(second.output()).isZero();

            Files.createFile(goOn);
            signal("CONT", sleeper.process());
            NightProcess.Ended woken = sleeper.ended();
            assertThat(woken.exit()).as(woken.output()).isEqualTo(Exit.LEASE_HELD.code());
        }
        assertThat(Nightly.outbox(home)).isEqualTo(expected);
    }

    private static NightProcess quickToJudge(Path home, DatabaseSettings books) {
        return new NightProcess(home, books).with("qingfen.lease.stale-seconds", "2");
    }

    private static void awaitRouted(HikariDataSource books, NightProcess.Running run) throws InterruptedException {
        JdbcClient jdbc = JdbcClient.create(books);
        while (run.process().isAlive()
                && jdbc.sql("select count(*) from partition_done where step = 'routeRecords'"
                                        + " and partition_name = '*'")
                                .query(Integer.class)
                                .single()
                        == 0) {
            Thread.sleep(50);
        }
        assertThat(run.process().isAlive()).isTrue();
    }

    private static void awaitOldHeartbeat(HikariDataSource books) throws InterruptedException {
        JdbcClient jdbc = JdbcClient.create(books);
        while (jdbc.sql("select count(*) from run_lease where heartbeat_at < current_timestamp - interval '3' second")
                        .query(Integer.class)
                        .single()
                == 0) {
            Thread.sleep(50);
        }
    }

    private static void signal(String name, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}

package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.AgreedTerms;
import io.qingfen.TestDatabase;
import io.qingfen.TestFolder;
import io.qingfen.generator.Generation;
import io.qingfen.generator.GenerationOptions;
import io.qingfen.run.Exit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.jdbc.DatabaseSettings;
import io.qingfen.run.jdbc.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two serving processes on one PostgreSQL through five nights. The clock of the schedule stands in a file that the test
 * moves on, so that a night begins when the one before is closed; processes are halted as by a power cut and started
 * again. Each date is settled once, and the files are those of a run without all this.
 */
class ServingThroughKillsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final int NIGHTS = 5;
    private static final String[] SERVE = {"serve", "--port", "0"};
    private static final long SEED = 20260302;
    /** Where the processes that are started one after the other are halted. */
    private static final List<String> KILLS =
            List.of("clearTerminals.partition:before-commit", "writePayouts:before-commit", "closeBusinessDate:after");

    @Test
    void fiveNightsAreSettledOnceEach() throws Exception {
        Path home = generated(NIGHTS);
        Path undisturbed = generated(NIGHTS);
        NightProcess.Ended clean = new NightProcess(undisturbed, null)
                .run("run", "--until", FIRST.plusDays(NIGHTS - 1L).toString());
        assertThat(clean.exit()).as(clean.output()).isZero();

        DatabaseSettings books = TestDatabase.POSTGRESQL.freshSettings();
        Path clock = home.resolve("clock");
        Deque<String> kills = new ArrayDeque<>(KILLS);
        List<NightProcess.Running> serving = new ArrayList<>();
        int halted = 0;
        try (HikariDataSource dataSource = Databases.open(books, 1)) {
            JdbcClient jdbc = JdbcClient.create(dataSource);
            set(clock, FIRST);
            serving.add(served(home, books, clock, kills.poll()));
            serving.add(served(home, books, clock, kills.poll()));
            for (int night = 0; night < NIGHTS; night++) {
                LocalDate date = FIRST.plusDays(night);
                set(clock, date.plusDays(1));
                while (!isClosed(jdbc, date)) {
                    halted += replaceTheDead(serving, home, books, clock, kills);
                    Thread.sleep(100);
                }
            }
            // The last date is told by whoever finds it closed.
            for (int look = 0; told(jdbc) < NIGHTS && look < 600; look++) {
                halted += replaceTheDead(serving, home, books, clock, kills);
                Thread.sleep(100);
            }
            assertThat(told(jdbc)).isEqualTo(NIGHTS);
            assertThat(jdbc.sql("select count(*) from batch_job_execution where status = 'COMPLETED'")
                            .query(Integer.class)
                            .single())
                    .as("nights that came to their end")
                    .isBetween(NIGHTS - 1, NIGHTS);
        } finally {
            for (NightProcess.Running one : serving) {
                one.close();
            }
        }
        assertThat(halted).isGreaterThanOrEqualTo(2);
        assertThat(Nightly.outbox(home)).isEqualTo(Nightly.outbox(undisturbed));
    }

    /** The signal arrives between two steps; the next start goes on from there. */
    @Test
    void aNightThatRunsEndsAtItsNextCommitWhenTheProcessIsToEndAndIsContinuedByTheNextStart() throws Exception {
        Path home = generated(1);
        DatabaseSettings books = TestDatabase.POSTGRESQL.freshSettings();
        Path clock = home.resolve("clock");
        Path goOn = home.resolve("go-on");
        set(clock, FIRST.plusDays(1));
        try (HikariDataSource dataSource = Databases.open(books, 1)) {
            JdbcClient jdbc = JdbcClient.create(dataSource);
            try (NightProcess.Running serving = serving(home, books, clock)
                    .heldAt("settleDeposits:before", goOn)
                    .start(SERVE)) {
                while (serving.process().isAlive() && !isDone(jdbc, "clearFollowUps")) {
                    Thread.sleep(50);
                }
                serving.process().destroy();
                Thread.sleep(500);
                Files.createFile(goOn);
                NightProcess.Ended ended = serving.ended();
                assertThat(ended.exit()).as(ended.output()).isEqualTo(Exit.TERMINATED.code());
                assertThat(ended.output())
                        .contains("stopped at a safe point, everything done so far is kept", "qingfen serve");
            }
            assertThat(isClosed(jdbc, FIRST)).isFalse();
            try (NightProcess.Running again = serving(home, books, clock).start(SERVE)) {
                while (again.process().isAlive() && !isClosed(jdbc, FIRST)) {
                    Thread.sleep(50);
                }
                assertThat(isClosed(jdbc, FIRST)).isTrue();
            }
        }
    }

    private static boolean isDone(JdbcClient jdbc, String step) {
        return jdbc.sql("select count(*) from partition_done where step = ? and partition_name = '*'")
                        .param(step)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** How many were dead; each is started again, with the next kill. */
    private static int replaceTheDead(
            List<NightProcess.Running> serving, Path home, DatabaseSettings books, Path clock, Deque<String> kills)
            throws Exception {
        int dead = 0;
        for (int at = 0; at < serving.size(); at++) {
            if (!serving.get(at).process().isAlive()) {
                NightProcess.Ended ended = serving.get(at).ended();
                assertThat(ended.exit()).as(ended.output()).isEqualTo(FaultPoint.HALTED);
                serving.get(at).close();
                serving.set(at, served(home, books, clock, kills.poll()));
                dead++;
            }
        }
        return dead;
    }

    /** @param kill null for a process that is left alone */
    private static NightProcess.Running served(Path home, DatabaseSettings books, Path clock, String kill)
            throws IOException {
        NightProcess process = serving(home, books, clock);
        return (kill == null ? process : process.killedAt(kill, 1)).start(SERVE);
    }

    private static NightProcess serving(Path home, DatabaseSettings books, Path clock) {
        return new NightProcess(home, books)
                .with("qingfen.schedule.clock-file", clock.toString())
                .with("qingfen.serve.look-every-seconds", "1");
    }

    /** Three in the morning of this day in Shanghai, when the day before is due. */
    private static void set(Path clock, LocalDate day) throws IOException {
        Path next = clock.resolveSibling("clock.next");
        Files.writeString(next, day.minusDays(1) + "T19:00:00Z");
        Files.move(
                next,
                clock,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static int told(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from job_state where topic = 'RUN' and state = 'CLOSED'")
                .query(Integer.class)
                .single();
    }

    private static boolean isClosed(JdbcClient jdbc, LocalDate date) {
        return jdbc.sql("select count(*) from business_day where business_date = ? and state = 'CLOSED'")
                        .param(date)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static Path generated(int nights) throws IOException {
        Path home = TestFolder.named("qingfen-serve");
        for (int night = 0; night < nights; night++) {
            Generation.write(GenerationOptions.of(home, FIRST.plusDays(night), 10, 200, SEED));
        }
        AgreedTerms.add(home.resolve("reference"));
        return home;
    }
}

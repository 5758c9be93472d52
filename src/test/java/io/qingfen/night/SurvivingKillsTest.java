package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.TestDatabase;
import io.qingfen.run.Exit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.jdbc.DatabaseSettings;
import io.qingfen.run.jdbc.Databases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process is halted as by a power cut, again and again in one night; what comes out is as if nothing happened. */
class SurvivingKillsTest {
    private static final List<String> STEPS = List.of(
            "openBusinessDate",
            "collectFiles",
            "routeRecords",
            "clearTerminals",
            "clearFollowUps",
            "settleDeposits",
            "settleMerchants",
            "proveBooks",
            "writePayouts",
            "publishReports",
            "closeBusinessDate");
    /** Partitioned steps and how many partitions they surely have in these small nights. */
    private static final Map<String, Integer> PARTITIONED = Map.of(
            "routeRecords",
            1,
            "clearTerminals",
            3,
            "clearFollowUps",
            1,
            "settleDeposits",
            1,
            "settleMerchants",
            1,
            "publishReports",
            10);

    /** Killed here, the date is not in the books. */
    private static final Set<String> NOT_BEGUN = Set.of("openBusinessDate:before", "openBusinessDate:before-commit");

    private static final long SEED = Soak.SEED;
    private static Map<String, String> expected;

    @BeforeAll
    static void playUndisturbed() {
        Path home = Nightly.home();
        // As delivered there is nothing that could strike, whatever is asked for.
        NightProcess.Ended ended = new NightProcess(home, null)
                .deliveredButAskedFor("clearTerminals:before:1:halt")
                .run("run", "--date", Nightly.FIRST.toString());
        assertThat(ended.exit()).as(ended.output()).isZero();
        expected = Nightly.outbox(home);
    }

    /** Before and after every step, at the end of every transaction that is not a partition's, inside bank files. */
    @Test
    void atEveryStepBoundary() {
        List<Kill> kills = new ArrayList<>();
        for (String step : STEPS) {
            kills.add(new Kill(step + ":before", 1));
            if (step.equals("writePayouts")) {
                kills.add(new Kill("file-before-rename", 1));
                kills.add(new Kill("file-after-rename", 2));
            }
            kills.add(new Kill(step + (PARTITIONED.containsKey(step) ? ".finish" : "") + ":before-commit", 1));
            kills.add(new Kill(step + ":after", 1));
        }
        onBothDatabases(database -> {
            List<Kill> share = share(kills, database);
            assertThat(killed(database, share)).isEqualTo(share.size());
        });
    }

    /**
     * A process of its own for each kill is dear: each database gets every fourth, with a soak every other; all die in
     * DyingAtEveryPointTest.
     */
    private static List<Kill> share(List<Kill> kills, TestDatabase database) {
        int every = TestDatabase.values().length * (Soak.isOn() ? 1 : 2);
        return IntStream.range(0, kills.size())
                .filter(number -> number % every == database.ordinal())
                .mapToObj(kills::get)
                .toList();
    }

    /** The second kill of a step is in a restart before its first commit. */
    @Test
    void atRandomPointsInsidePartitionedSteps() {
        onBothDatabases(database -> {
            SplittableRandom random = new SplittableRandom(SEED);
            List<Kill> kills = new ArrayList<>();
            STEPS.stream().filter(PARTITIONED::containsKey).forEach(step -> {
                int partition = 1 + random.nextInt(PARTITIONED.get(step));
                if (STEPS.indexOf(step) % 2 == database.ordinal()) {
                    kills.add(new Kill(step + ".partition:before-commit", partition));
                    kills.add(new Kill(step + ".partition:before-commit", 1));
                    if (Soak.isOn() || step.equals("clearTerminals") || step.equals("settleMerchants")) {
                        kills.add(new Kill(step + ".partition:after-commit", 1));
                    }
                }
            });
            assertThat(killed(database, kills)).as("seed %d", SEED).isEqualTo(kills.size());
        });
    }

    /** The launcher's option; {@code ./qingfen} gives it. */
    @Test
    void aProcessWithoutMemoryEndsAtOnceAndIsContinued() {
        Path home = Nightly.home();
        NightProcess.Ended ended = new NightProcess(home, null)
                .option("-XX:+ExitOnOutOfMemoryError")
                .struckBy("clearTerminals.partition:before-commit:1:memory")
                .run("run", "--date", Nightly.FIRST.toString());
        assertThat(ended.exit()).as(ended.output()).isEqualTo(3);
        ended = new NightProcess(home, null).run("run", "--date", Nightly.FIRST.toString());
        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(Nightly.outbox(home)).isEqualTo(expected);
    }

    /** Real processes, killed by the system wherever they are; only in {@code ops/soak}, for its time. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void atRandomMomentsWhereverTheyAre(TestDatabase database) throws Exception {
        assumeTrue(Soak.isOn() && Soak.wants(database));
        SplittableRandom random = new SplittableRandom(SEED);
        Path home = Nightly.home();
        DatabaseSettings books = Nightly.books(database);
        int killed = 0;
        NightProcess.Ended ended = null;
        while (ended == null || ended.exit() == FaultPoint.HALTED) {
            try (NightProcess.Running night =
                    new NightProcess(home, books).start("run", "--date", Nightly.FIRST.toString())) {
                boolean finished =
                        killed >= 20 || night.process().waitFor(random.nextInt(500, 5000), TimeUnit.MILLISECONDS);
                if (!finished) {
                    night.process().destroyForcibly();
                    killed++;
                }
                ended = night.ended();
            }
        }
        System.out.printf("%s: %d processes killed at random moments, seed %d%n", database, killed, SEED);
        assertThat(ended.exit()).as("seed %d: %s", SEED, ended.output()).isIn(0, Exit.REFUSED.code());
        assertThat(Nightly.outbox(home)).isEqualTo(expected);
    }

    /** The signal arrives while proveBooks waits for a table that the test has locked. */
    @Test
    void aTerminatedProcessEndsAtItsNextCommitAndIsContinued() throws Exception {
        Path home = Nightly.home();
        DatabaseSettings books = TestDatabase.POSTGRESQL.freshSettings();
        NightProcess night = new NightProcess(home, books);
        try (HikariDataSource dataSource = Databases.open(books, 2);
                Connection locking = dataSource.getConnection();
                Connection watching = dataSource.getConnection()) {
            locking.setAutoCommit(false);
            locking.createStatement().execute("lock table control_total in share mode");
            try (NightProcess.Running running = night.start("run", "--date", Nightly.FIRST.toString())) {
                while (running.process().isAlive() && waitingForALock(watching) == 0) {
                    Thread.sleep(50);
                }
                running.process().destroy();
                Thread.sleep(300);
                locking.rollback();
                NightProcess.Ended ended = running.ended();
                assertThat(ended.exit()).as(ended.output()).isEqualTo(Exit.TERMINATED.code());
            }
            assertThat(texts(watching, "select step from partition_done where partition_name = '*'"))
                    .contains("proveBooks")
                    .doesNotContain("writePayouts");
            assertThat(texts(watching, "select status from batch_job_execution"))
                    .containsExactly("STOPPED");
        }
        assertThat(night.run("run", "--date", Nightly.FIRST.toString()).exit()).isZero();
        assertThat(Nightly.outbox(home)).isEqualTo(expected);
    }

    private static int waitingForALock(Connection connection) throws SQLException {
        return texts(connection, "select mode from pg_locks where not granted").size();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Side by side, since a process that dies soon uses one processor. */
    private static void onBothDatabases(Consumer<TestDatabase> story) {
        ExecutorService threads = Executors.newFixedThreadPool(TestDatabase.values().length);
        try {
            Stream.of(TestDatabase.values())
                    .map(database -> CompletableFuture.runAsync(() -> story.accept(database), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
    }

    private record Kill(String point, int count) {}

    /** How many kills struck; the night is then restarted to its end and compared. */
    private static int killed(TestDatabase database, List<Kill> kills) {
        Path home = Nightly.home();
        DatabaseSettings books = Nightly.books(database);
        String command = "run";
        int struck = 0;
        boolean finished = false;
        for (Kill kill : kills) {
            if (finished) {
                break;
            }
            NightProcess.Ended ended = new NightProcess(home, books)
                    .killedAt(kill.point(), kill.count())
                    .run(command, "--date", Nightly.FIRST.toString());
            assertThat(ended.exit())
                    .as("%s, %s, seed %d: %s", database, kill, SEED, ended.output())
                    .isIn(0, FaultPoint.HALTED);
            finished = ended.exit() == 0;
            struck += finished ? 0 : 1;
            // Killed before its first commit, the date has not begun: there is nothing to restart.
            command = NOT_BEGUN.contains(kill.point()) ? "run" : "restart";
        }
        if (!finished) {
            NightProcess.Ended ended = new NightProcess(home, books).run(command, "--date", Nightly.FIRST.toString());
            boolean closedBefore = kills.get(kills.size() - 1).point().equals("closeBusinessDate:after");
            assertThat(ended.exit())
                    .as(ended.output())
                    .isEqualTo(closedBefore ? Exit.REFUSED.code() : Exit.DONE.code());
        }
        assertThat(Nightly.outbox(home)).isEqualTo(expected);
        return struck;
    }
}

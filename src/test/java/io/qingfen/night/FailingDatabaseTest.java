package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.faults.PlannedFaults;
import io.qingfen.nightly.Nights;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The database goes away, comes back, loses a reply, chooses the night as its victim, is slow, has no connection left: the
 * date is closed all the same, with the bytes of an undisturbed night.
 */
@OnBothDatabases
class FailingDatabaseTest {
    private static final LocalDate DATE = Nightly.FIRST;
    private static final String PARTITION = "clearTerminals.partition:before-commit";

    private static Map<String, String> expected;
    private final TestDatabase database;
    private final Path home = Nightly.home();
    private final DatabaseSettings books;
    private final Set<String> struck = ConcurrentHashMap.newKeySet();
    private MortalProcess process;

    FailingDatabaseTest(TestDatabase database) {
        assumeTrue(Soak.wants(database));
        this.database = database;
        this.books = database.freshSettings();
    }

    @BeforeAll
    static void playUndisturbed() {
        expected = MortalProcess.undisturbed(DATE);
    }

    @AfterEach
    void close() {
        if (process != null) {
            process.close();
        }
    }

    /** The connection breaks in each commit of the night twice: before the server heard of it, and after it was done. */
    @Test
    void aConnectionThatIsLostDuringACommitLosesAndDoublesNothing() throws Exception {
        triedAgainAfterSeconds(0);
        untilClosed((one, point, what) -> {
            if (point.endsWith(":before-commit")) {
                if (struck.add("not done " + point + what)) {
                    PlannedFaults.strike("lost-commit", null);
                } else if (struck.add("done " + point + what)) {
                    PlannedFaults.strike("lost-reply", null);
                }
            }
        });
        assertThat(struck).hasSizeGreaterThan(60);
        requireAsUndisturbed();
    }

    /** Deadlock, serialization failure, a full disk, an exception, an error of the virtual machine: one in each commit. */
    @Test
    void whateverIsThrownInAnyTransactionItIsRolledBackAndDoneAgain() throws Exception {
        triedAgainAfterSeconds(0);
        List<String> kinds = List.of("deadlock", "serialization", "full", "exception", "error", "read-only");
        untilClosed((one, point, what) -> {
            if (point.endsWith(":before-commit") && struck.add(point + what)) {
                PlannedFaults.strike("throw", kinds.get(struck.size() % kinds.size()));
            }
        });
        assertThat(struck).hasSizeGreaterThan(30);
        requireAsUndisturbed();
    }

    /** A backend is killed, so that the server ends all others and recovers; the run itself tries again. */
    @Test
    void aServerThatRestartsInTheMiddleOfAStepIsWaitedFor() throws Exception {
        assumeTrue(database == TestDatabase.POSTGRESQL, "an embedded database restarts with the program");
        triedAgainAfterSeconds(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        keepEveryCommit();
        process = new MortalProcess(home, books);
        Exit exit = process.run(DATE, false, (one, point, what) -> {
            if (point.equals(PARTITION) && struck.add(point)) {
                crashServer();
            }
        });
        assertThat(exit).isEqualTo(Exit.DONE);
        assertThat(struck).isNotEmpty();
        requireAsUndisturbed();
    }

    /** The night waits for a table that another holds, which then waits for the night: one of both must be ended. */
    @Test
    void theVictimOfADeadlockDoesItsPartAgain() throws Exception {
        assumeTrue(database == TestDatabase.POSTGRESQL, "H2 knows lock timeouts only, see below");
        triedAgainAfterSeconds(1, 1, 1);
        process = new MortalProcess(home, books);
        AtomicReference<CompletableFuture<Void>> other = new AtomicReference<>();
        Exit exit = process.run(DATE, false, (one, point, what) -> {
            if (point.equals("settleMerchants.partition:before") && struck.add(point)) {
                other.set(deadlock());
            }
        });
        assertThat(exit).isEqualTo(Exit.DONE);
        other.get().join();
        try (Connection connection = connection()) {
            assertThat(text(connection, "select cast(count(*) as varchar) from batch_job_execution"))
                    .as("runs of the job: the victim's, and the one that closed the date")
                    .isEqualTo("2");
        }
        requireAsUndisturbed();
    }

    /** Somebody holds a row that a partition writes, for longer than H2 waits; PostgreSQL waits until it is free. */
    @Test
    void aLockThatIsNotGivenInTimeIsWaitedForAgain() throws Exception {
        triedAgainAfterSeconds(1, 1, 1, 1, 1, 1);
        process = new MortalProcess(home, books);
        AtomicReference<CompletableFuture<Void>> other = new AtomicReference<>();
        Exit exit = process.run(DATE, false, (one, point, what) -> {
            if (point.equals("settleMerchants.partition:before") && struck.add(point)) {
                other.set(lock(what.substring(what.indexOf(':') + 1)));
            }
        });
        assertThat(exit).isEqualTo(Exit.DONE);
        other.get().join();
        requireAsUndisturbed();
    }

    /** Each connection is handed out late, the lease lives all the same and a second start is refused. */
    @Test
    void aSlowDatabaseMakesALateNightAndNoSecondOne() throws Exception {
        process = new MortalProcess(home, books, "--qingfen.lease.stale-seconds=2");
        process.slowBy(15);
        AtomicReference<Exit> second = new AtomicReference<>();
        Exit exit = process.run(DATE, false, (one, point, what) -> {
            if (point.equals(PARTITION) && struck.add(point)) {
                PlannedFaults.strike("delay", "3000");
                second.set(refusedStart());
            }
        });
        assertThat(exit).isEqualTo(Exit.DONE);
        assertThat(second.get()).isEqualTo(Exit.LEASE_HELD);
        requireAsUndisturbed();
    }

    /** Somebody else has taken every connection of the pool, and gives them back later. */
    @Test
    void aPoolWithoutConnectionsIsWaitedFor() throws Exception {
        triedAgainAfterSeconds(1, 1, 1, 1);
        process = new MortalProcess(home, books);
        HikariDataSource pool = process.part(DataSource.class).unwrap(HikariDataSource.class);
        List<Connection> taken = new ArrayList<>();
        Exit exit = process.run(DATE, false, (one, point, what) -> {
            if (point.equals("settleMerchants:before") && struck.add(point)) {
                takeAll(pool, taken);
            }
        });
        assertThat(exit).isEqualTo(Exit.DONE);
        requireAsUndisturbed();
    }

    private static void takeAll(HikariDataSource pool, List<Connection> taken) {
        try {
            while (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize()) {
                taken.add(pool.getConnection());
            }
        } catch (SQLException none) {
            throw new IllegalStateException(none);
        }
        assertThat(taken).isNotEmpty();
        CompletableFuture.runAsync(() -> {
            sleep(1500);
            taken.forEach(FailingDatabaseTest::giveBack);
        });
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private Exit refusedStart() {
        try {
            process.part(Nights.class).run(DATE, 1);
            return Exit.DONE;
        } catch (Refusal refusal) {
            return refusal.exit();
        }
    }

    /** Holds partition_done, for which the night will wait with its positions written, and then wants those. */
    private CompletableFuture<Void> deadlock() {
        AtomicBoolean held = new AtomicBoolean();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            try (Connection connection = connection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("set deadlock_timeout = '60s'");
                statement.execute("lock table partition_done in share mode");
                held.set(true);
                while (text(connection, "select count(*) from pg_locks where not granted")
                        .equals("0")) {
                    sleep(10);
                }
                statement.execute("lock table position in share mode");
                connection.rollback();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
        await(held, other);
        return other;
    }

    /** Longer than H2 waits for a lock (two seconds). */
    private CompletableFuture<Void> lock(String partition) {
        AtomicBoolean held = new AtomicBoolean();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            try (Connection connection = connection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("insert into partition_done (business_date, step, partition_name, token, done_at)"
                        + " values (date '" + DATE + "', 'settleMerchants', '" + partition
                        + "', 0, current_timestamp)");
                held.set(true);
                sleep(3500);
                connection.rollback();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
        await(held, other);
        return other;
    }

    private static void await(AtomicBoolean held, CompletableFuture<Void> other) {
        while (!held.get() && !other.isDone()) {
            sleep(10);
        }
    }

    /** As in production; the server of the tests is told not to wait for its journal, and would lose the last commits. */
    private void keepEveryCommit() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            String name = text(connection, "select current_database()");
            statement.execute("alter database " + name + " set synchronous_commit = on");
        }
    }

    /** Whoever kills one of its processes makes the server throw away what all of them have in memory, and recover. */
    private void crashServer() {
        try (Connection connection = connection()) {
            String backend = text(connection, "select cast(pg_backend_pid() as varchar)");
            new ProcessBuilder("kill", "-9", backend).start().waitFor();
            sleep(200);
        } catch (SQLException gone) {
            throw new IllegalStateException("the server was gone before it was crashed", gone);
        } catch (java.io.IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the date until it is closed, in one process; how often it was ended by a failure. */
    private int untilClosed(MortalProcess.Plan plan) {
        process = new MortalProcess(home, books);
        int failed = 0;
        while (!process.isClosed(DATE)) {
            try {
                process.run(DATE, process.hasBegun(DATE), plan);
            } catch (Refusal refusal) {
                assertThat(refusal.exit())
                        .as(String.join("\n", refusal.problems()))
                        .isIn(Exit.TRANSIENT, Exit.FAILED);
                failed++;
            }
            assertThat(failed).isLessThan(300);
        }
        return failed;
    }

    private void triedAgainAfterSeconds(Integer... pauses) throws Exception {
        String shipped = Files.readString(Path.of("jobs/nightly-settlement.yml"));
        assertThat(shipped).contains("afterSeconds: [5, 30, 120]");
        Path own = Files.createDirectories(home.resolve("jobs")).resolve("nightly-settlement.yml");
        Files.writeString(own, shipped.replace("[5, 30, 120]", List.of(pauses).toString()));
    }

    private void requireAsUndisturbed() throws SQLException {
        assertThat(Nightly.outbox(home)).isEqualTo(expected);
        try (Connection connection = connection()) {
            Invariants.hold(connection, home, DATE);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(books.url(), books.user(), books.password());
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

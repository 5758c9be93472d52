package io.qingfen.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
import io.qingfen.TestFolder;
import io.qingfen.run.BusinessDay.State;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two programs on one PostgreSQL start, or restart, one date at the same moment: 100 rounds, each date is run once. */
class StartingTwiceTests {
    private static final int ROUNDS = 50;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    @Test
    void eachDateIsRunByOneOfTwoThatStartItAndOfTwoThatRestartIt() throws Exception {
        DatabaseSettings books = TestDatabase.POSTGRESQL.freshSettings();
        Path home = TestFolder.named("qingfen-home");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (ConfigurableApplicationContext one = StubNight.started(books, home);
                ConfigurableApplicationContext other = StubNight.started(books, home)) {
            List<Nights> both = List.of(one.getBean(Nights.class), other.getBean(Nights.class));
            JdbcClient jdbc = one.getBean(JdbcClient.class);
            for (int round = 0; round < ROUNDS; round++) {
                LocalDate date = FIRST.plusDays(round);
                StubNight.duringProveBooks = () -> {
                    throw new Refusal(Exit.FAILED, "the night fails once");
                };
                List<Exit> failed = atOnce(threads, both, nights -> nights.run(date, 1));
                StubNight.duringProveBooks = () -> {};
                requireOne(date, failed, Exit.FAILED);
                assertThat(failed).as("start of %s", date).doesNotContain(Exit.DONE);
                List<Exit> ended = atOnce(threads, both, nights -> nights.restart(date, 1));
                requireOne(date, ended, Exit.DONE);
                assertThat(one.getBean(BusinessDays.class)
                                .find(date)
                                .orElseThrow()
                                .state())
                        .isEqualTo(State.CLOSED);
            }
            assertThat(jdbc.sql("select count(*) from (select business_date, what from trace"
                                    + " group by business_date, what having count(*) > 1) twice")
                            .query(Integer.class)
                            .single())
                    .as("work that was kept twice")
                    .isZero();
        } finally {
            StubNight.duringProveBooks = () -> {};
            threads.shutdownNow();
        }
    }

    /** The other one is refused: somebody runs it, or has just run it. */
    private static void requireOne(LocalDate date, List<Exit> exits, Exit winner) {
        assertThat(exits).as("%s", date).containsOnlyOnce(winner);
        assertThat(exits.stream().filter(exit -> exit != winner))
                .as("%s", date)
                .allMatch(exit -> exit == Exit.LEASE_HELD || exit == Exit.REFUSED);
    }

    private static List<Exit> atOnce(
            ExecutorService threads, List<Nights> both, java.util.function.Consumer<Nights> act) throws Exception {
        CyclicBarrier together = new CyclicBarrier(both.size());
        List<Callable<Exit>> acts = new ArrayList<>();
        for (Nights nights : both) {
            acts.add(() -> {
                together.await();
                try {
                    act.accept(nights);
                    return Exit.DONE;
                } catch (Refusal refusal) {
                    return refusal.exit();
                }
            });
        }
        List<Exit> exits = new ArrayList<>();
        for (Future<Exit> each : threads.invokeAll(acts)) {
            exits.add(each.get());
        }
        return exits;
    }
}

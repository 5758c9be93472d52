package io.qingfen.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.run.BooksMark;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDay.State;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease;
import io.qingfen.run.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class RunningBusinessDatesTests {
    private static final Map<TestDatabase, ConfigurableApplicationContext> CONTEXTS = new EnumMap<>(TestDatabase.class);
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUE_2026_03_03 = LocalDate.of(2026, 3, 3);
    private static final LocalDate FRI_2026_03_06 = LocalDate.of(2026, 3, 6);

    private final ConfigurableApplicationContext context;
    private final Nights nights;
    private final BusinessDays days;
    private final JdbcClient jdbc;

    RunningBusinessDatesTests(TestDatabase database) {
        context = CONTEXTS.computeIfAbsent(database, RunningBusinessDatesTests::started);
        nights = context.getBean(Nights.class);
        days = context.getBean(BusinessDays.class);
        jdbc = context.getBean(JdbcClient.class);
        for (String table : List.of(
                "trace",
                "business_day",
                "partition_done",
                "batch_step_execution_context",
                "batch_step_execution",
                "batch_job_execution_context",
                "batch_job_execution_params",
                "batch_job_execution",
                "batch_job_instance")) {
            jdbc.sql("delete from " + table).update();
        }
        forgetTheBooksBefore();
    }

    private void forgetTheBooksBefore() {
        try {
            Files.deleteIfExists(context.getBean(Home.class).root().resolve(BooksMark.FILE));
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** Retries without a pause, so that a test needs not wait. */
    private static ConfigurableApplicationContext started(TestDatabase database) {
        try {
            Path home = Files.createTempDirectory("qingfen-home");
            Path jobs = Files.createDirectories(home.resolve("jobs"));
            String shipped = Files.readString(Path.of("jobs/nightly-settlement.yml"));
            Files.writeString(
                    jobs.resolve("nightly-settlement.yml"),
                    shipped.replace("afterSeconds: [5, 30, 120]", "afterSeconds: [0, 0]"));
            return StubNight.started(database.freshSettings(), home);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @AfterEach
    void letEverythingSucceedAgain() {
        StubNight.duringProveBooks = () -> {};
        StubNight.duringFreezing = () -> {};
        context.getBean(StopSignal.class).clear();
    }

    @Test
    void closesTheDateAtTheEndOfTheNight() {
        nights.run(MON_2026_03_02, 2);

        assertThat(state(MON_2026_03_02)).isEqualTo(State.CLOSED);
        assertThat(traces()).hasSize(5 * 5 + 4).doesNotHaveDuplicates();
    }

    @Test
    void takesAnyDateFirstAndThenOneAfterTheOther() {
        nights.run(MON_2026_03_02, 2);
        nights.run(TUE_2026_03_03, 2);

        assertThat(days.latestClosed()).contains(TUE_2026_03_03);
    }

    @Test
    void refusesAClosedDate() {
        nights.run(MON_2026_03_02, 2);

        assertThat(refusal(() -> nights.run(MON_2026_03_02, 2)).exit()).isEqualTo(Exit.REFUSED);
        assertThat(refusal(() -> nights.restart(MON_2026_03_02, 2)).exit()).isEqualTo(Exit.REFUSED);
    }

    @Test
    void refusesAGapAndNamesTheNextDate() {
        nights.run(MON_2026_03_02, 2);

        Refusal refusal = refusal(() -> nights.run(FRI_2026_03_06, 2));

        assertThat(refusal.exit()).isEqualTo(Exit.REFUSED);
        assertThat(refusal.getMessage()).contains("--date 2026-03-03").contains("--until 2026-03-06");
        assertThat(days.find(FRI_2026_03_06)).isEmpty();
    }

    @Test
    void leavesNewBooksNewWhenTheirFirstDateIsRefusedAtItsOpening() {
        refuseAtOpening(FRI_2026_03_06);
        assertThat(days.latest()).isEmpty();
        StubNight.duringFreezing = () -> {};

        nights.run(MON_2026_03_02, 2);

        assertThat(state(MON_2026_03_02)).isEqualTo(State.CLOSED);
    }

    @Test
    void keepsWhyALaterDateWasRefusedAtItsOpening() {
        nights.run(MON_2026_03_02, 2);

        refuseAtOpening(TUE_2026_03_03);

        assertThat(state(TUE_2026_03_03)).isEqualTo(State.FAILED);
        assertThat(days.find(TUE_2026_03_03).orElseThrow().failure()).contains("terminals.csv:2: unsound");
    }

    private void refuseAtOpening(LocalDate date) {
        StubNight.duringFreezing = () -> {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, "terminals.csv:2: unsound");
        };
        assertThat(refusal(() -> nights.run(date, 2)).exit()).isEqualTo(Exit.USAGE_OR_REFERENCE);
    }

    @Test
    void saysBeforehandWhatARunWouldRefuse() {
        nights.run(MON_2026_03_02, 2);

        assertThat(refusal(() -> nights.requireRunnable(FRI_2026_03_06)).getMessage())
                .contains("--date 2026-03-03");
        nights.requireRunnable(TUE_2026_03_03);
        assertThat(days.find(TUE_2026_03_03)).isEmpty();
    }

    @Test
    void refusesADateBeforeTheBooks() {
        nights.run(TUE_2026_03_03, 2);

        assertThat(refusal(() -> nights.run(MON_2026_03_02, 2)).getMessage()).contains("before the books");
    }

    @Test
    void refusesANewDateWhileTheLastOneIsNotComplete() {
        failAt(MON_2026_03_02, new IllegalStateException("broken"));

        Refusal refusal = refusal(() -> nights.run(TUE_2026_03_03, 2));

        assertThat(refusal.exit()).isEqualTo(Exit.REFUSED);
        assertThat(refusal.getMessage()).contains("qingfen restart --date 2026-03-02");
    }

    @Test
    void listsTheDatesToCatchUp() {
        assertThat(nights.datesUntil(FRI_2026_03_06)).containsExactly(FRI_2026_03_06);

        nights.run(MON_2026_03_02, 2);

        assertThat(nights.datesUntil(FRI_2026_03_06))
                .containsExactly(TUE_2026_03_03, LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 5), FRI_2026_03_06);
        assertThat(nights.datesUntil(MON_2026_03_02)).isEmpty();
    }

    @Test
    void keepsTheReasonOfAFailureAndContinuesOnRestartOnly() {
        Refusal failure = failAt(MON_2026_03_02, new IllegalStateException("broken"));

        assertThat(failure.exit()).isEqualTo(Exit.FAILED);
        assertThat(failure.getMessage()).contains("proveBooks", "broken", "qingfen restart --date 2026-03-02");
        BusinessDay failed = days.find(MON_2026_03_02).orElseThrow();
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.failure().orElseThrow()).contains("broken");
        assertThat(refusal(() -> nights.run(MON_2026_03_02, 2)).exit()).isEqualTo(Exit.REFUSED);

        StubNight.duringProveBooks = () -> {};
        nights.restart(MON_2026_03_02, 2);

        assertThat(state(MON_2026_03_02)).isEqualTo(State.CLOSED);
        assertThat(traces()).hasSize(5 * 5 + 4).doesNotHaveDuplicates();
    }

    @Test
    void refusesToRestartADateThatHasNotBegun() {
        assertThat(refusal(() -> nights.restart(MON_2026_03_02, 2)).getMessage())
                .contains("qingfen run nightly-settlement --date 2026-03-02");
    }

    @ParameterizedTest
    @EnumSource(
            value = Exit.class,
            mode = Mode.EXCLUDE,
            names = {"DONE", "TRANSIENT"})
    void endsWithTheExitCodeOfTheStepThatRefused(Exit exit) {
        Refusal refusal = failAt(MON_2026_03_02, new Refusal(exit, List.of("first problem", "second problem")));

        assertThat(refusal.exit()).isEqualTo(exit);
        assertThat(refusal.problems()).containsExactly("first problem", "second problem");
    }

    @Test
    void triesATransientFaultAgain() {
        int[] faults = {2};
        StubNight.duringProveBooks = () -> {
            if (faults[0]-- > 0) {
                throw new CannotAcquireLockException("deadlock");
            }
        };

        nights.run(MON_2026_03_02, 2);

        assertThat(traces()).hasSize(5 * 5 + 4).doesNotHaveDuplicates();
    }

    @Test
    void givesUpOnATransientFaultThatStays() {
        Refusal refusal = failAt(MON_2026_03_02, new CannotAcquireLockException("deadlock"));

        assertThat(refusal.exit()).isEqualTo(Exit.TRANSIENT);
    }

    @Test
    void refusesASecondRunWhileOneHoldsTheLease() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        StubNight.duringProveBooks = () -> {
            inside.countDown();
            await(goOn);
        };
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> nights.run(MON_2026_03_02, 2));
        await(inside);

        assertThat(refusal(() -> nights.run(MON_2026_03_02, 2)).exit()).isEqualTo(Exit.LEASE_HELD);
        assertThat(refusal(() -> nights.restart(MON_2026_03_02, 2)).exit()).isEqualTo(Exit.LEASE_HELD);

        goOn.countDown();
        first.get();
        assertThat(state(MON_2026_03_02)).isEqualTo(State.CLOSED);
    }

    @Test
    void leavesTheDateToWhoeverTookTheLeaseOver() {
        StubNight.duringProveBooks =
                () -> jdbc.sql("update run_lease set token = token + 1").update();

        assertThat(refusal(() -> nights.run(MON_2026_03_02, 2)).exit()).isEqualTo(Exit.LEASE_HELD);
        assertThat(state(MON_2026_03_02)).isEqualTo(State.OPEN);
        jdbc.sql("update run_lease set holder = null").update();
    }

    @Test
    void stopsAtTheNextCommitAndContinues() {
        StubNight.duringProveBooks = () -> context.getBean(StopSignal.class).request();

        Refusal stopped = refusal(() -> nights.run(MON_2026_03_02, 2));

        assertThat(stopped.exit()).isEqualTo(Exit.INTERRUPTED);
        assertThat(state(MON_2026_03_02)).isEqualTo(State.OPEN);
        assertThat(traces()).contains("proveBooks").doesNotContain("writePayouts");

        letEverythingSucceedAgain();
        nights.restart(MON_2026_03_02, 2);
        assertThat(traces()).hasSize(5 * 5 + 4).doesNotHaveDuplicates();
    }

    @Test
    void continuesADateOfWhichSpringBatchHasForgottenHowItEnded() {
        failAt(MON_2026_03_02, new IllegalStateException("broken"));
        jdbc.sql("update batch_job_execution set status = 'UNKNOWN'").update();
        jdbc.sql("update batch_step_execution set status = 'UNKNOWN' where status = 'FAILED'")
                .update();
        StubNight.duringProveBooks = () -> {};

        nights.restart(MON_2026_03_02, 2);

        assertThat(traces()).hasSize(5 * 5 + 4).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheLeaseFreeAfterEveryEnd() {
        failAt(MON_2026_03_02, new IllegalStateException("broken"));

        context.getBean(RunLease.class).acquire(MON_2026_03_02).close();
    }

    private Refusal failAt(LocalDate date, RuntimeException failure) {
        StubNight.duringProveBooks = () -> {
            throw failure;
        };
        return refusal(() -> nights.run(date, 2));
    }

    private static Refusal refusal(Runnable action) {
        Refusal refusal = catchThrowableOfType(Refusal.class, action::run);
        assertThat(refusal).as("refusal").isNotNull();
        return refusal;
    }

    private State state(LocalDate date) {
        return days.find(date).orElseThrow().state();
    }

    private List<String> traces() {
        return jdbc.sql("select what from trace").query(String.class).list();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

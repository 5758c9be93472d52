package io.qingfen.run.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class TakingTheLeaseTests {
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static final int STALE_AFTER_SECONDS = 30;
    private final JdbcClient jdbc;
    private final RunLease lease;

    TakingTheLeaseTests(TestDatabase database) {
        jdbc = JdbcClient.create(database.fresh());
        lease = new JdbcRunLease(jdbc, STALE_AFTER_SECONDS);
    }

    @Test
    void isRefusedWhileAnotherRunHoldsIt() {
        try (RunLease.Held held = lease.acquire(MON_2026_03_02)) {
            lease.require(held.token());
            assertThatThrownBy(() -> lease.acquire(MON_2026_03_02))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.LEASE_HELD));
        }
    }

    @Test
    void isPossibleAgainOnceItWasGivenBack() {
        long first = taken();
        long second = taken();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void isRefusedWhileTheHolderOnAnotherMachineIsAlive() {
        heldElsewhere("current_timestamp - interval '29' second");

        assertThatThrownBy(this::taken).isInstanceOf(Refusal.class);
    }

    @Test
    void takesOverFromAMachineWhoseHeartbeatIsOld() {
        heldElsewhere("current_timestamp - interval '31' second");

        assertThat(taken()).isEqualTo(8);
    }

    @Test
    void takesOverAtOnceFromAProcessThatHasDiedOnThisMachine() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        String self = LeaseHolder.thisProcess();
        String holder = self.substring(0, self.lastIndexOf(':') + 1) + dead.pid();
        jdbc.sql("update run_lease set token = 7, holder = ?, heartbeat_at = current_timestamp")
                .param(holder)
                .update();

        assertThat(taken()).isEqualTo(8);
    }

    @Test
    void fencesTheEarlierHolder() {
        RunLease.Held slow = lease.acquire(MON_2026_03_02);
        jdbc.sql("update run_lease set heartbeat_at = current_timestamp - interval '31' second")
                .update();
        try (RunLease.Held next = lease.acquire(MON_2026_03_02)) {
            assertThatThrownBy(() -> lease.require(slow.token())).isInstanceOf(Refusal.class);

            slow.close();

            lease.require(next.token());
            assertThat(jdbc.sql("select holder from run_lease")
                            .query(String.class)
                            .single())
                    .isEqualTo(LeaseHolder.thisProcess());
        }
    }

    @Test
    void keepsItAliveByItsHeartbeat() throws Exception {
        try (RunLease.Held held = new JdbcRunLease(jdbc, 6).acquire(MON_2026_03_02)) {
            jdbc.sql("update run_lease set heartbeat_at = current_timestamp - interval '5' second")
                    .update();
            Thread.sleep(1500);
            assertThat(jdbc.sql("select count(*) from run_lease where heartbeat_at > current_timestamp"
                                    + " - interval '4' second")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void isGivenToOneOfManyThatAskAtTheSameMoment() throws Exception {
        for (int round = 0; round < 20; round++) {
            List<RunLease.Held> winners = atTheSameMoment(8);
            assertThat(winners).as("round %d", round).hasSize(1);
            winners.get(0).close();
        }
    }

    private List<RunLease.Held> atTheSameMoment(int askers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(askers);
        List<Callable<RunLease.Held>> asks = new ArrayList<>();
        for (int i = 0; i < askers; i++) {
            asks.add(() -> {
                try {
                    return lease.acquire(MON_2026_03_02);
                } catch (Refusal refused) {
                    return null;
                }
            });
        }
        List<RunLease.Held> winners = new ArrayList<>();
        for (Future<RunLease.Held> ask : threads.invokeAll(asks)) {
            if (ask.get() != null) {
                winners.add(ask.get());
            }
        }
        threads.shutdown();
        return winners;
    }

    private void heldElsewhere(String heartbeat) {
        jdbc.sql("update run_lease set token = 7, holder = 'elsewhere/-:1', heartbeat_at = " + heartbeat)
                .update();
    }

    private long taken() {
        try (RunLease.Held held = lease.acquire(MON_2026_03_02)) {
            return held.token();
        }
    }
}

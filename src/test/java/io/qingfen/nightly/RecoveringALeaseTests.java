package io.qingfen.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.nightly.Recovery.Force;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Only two persons cut off a run that lives; whatever it writes afterwards is refused. */
@OnBothDatabases
class RecoveringALeaseTests {
    private static final Map<TestDatabase, ConfigurableApplicationContext> CONTEXTS = new EnumMap<>(TestDatabase.class);
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUE_2026_03_03 = LocalDate.of(2026, 3, 3);
    private static final Actor LI_NA = new Actor("li.na");
    private static final Actor WANG_WEI = new Actor("wang.wei");
    private static final Optional<Force> FORCE = Optional.of(new Force(WANG_WEI, "hangs since four"));

    private final Recovery recovery;
    private final RunLease lease;
    private final JdbcClient jdbc;
    private final Audit audit;

    RecoveringALeaseTests(TestDatabase database) {
        ConfigurableApplicationContext context = CONTEXTS.computeIfAbsent(database, RecoveringALeaseTests::started);
        recovery = context.getBean(Recovery.class);
        lease = context.getBean(RunLease.class);
        jdbc = context.getBean(JdbcClient.class);
        audit = context.getBean(Audit.class);
    }

    private static ConfigurableApplicationContext started(TestDatabase database) {
        try {
            return StubNight.started(database.freshSettings(), Files.createTempDirectory("qingfen-home"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @BeforeEach
    void nobodyHoldsIt() {
        jdbc.sql("update run_lease set holder = null, heartbeat_at = null").update();
    }

    @Test
    void aFreeLeaseNeedsNoRecovery() {
        assertThat(recovery.recover(Optional.empty(), LI_NA, Optional.empty()).freed())
                .isEmpty();
    }

    @Test
    void aRunThatLivesIsShownAndLeftAlone() {
        try (RunLease.Held held = lease.acquire(MON_2026_03_02)) {
            assertThat(recovery.holding()).hasValueSatisfying(holding -> {
                assertThat(holding.token()).isEqualTo(held.token());
                assertThat(holding.holder())
                        .endsWith(":" + ProcessHandle.current().pid());
                assertThat(holding.businessDate()).isEqualTo(MON_2026_03_02);
                assertThat(holding.heartbeatAge()).isBetween(0L, 10L);
                assertThat(holding.over()).isFalse();
            });
            refused(Exit.LEASE_HELD, Optional.empty(), Optional.empty(), "the run lives (holder ");
            lease.require(held.token());
        }
    }

    @Test
    void theLeaseOfARunWhoseHeartIsStillIsFreed() {
        try (RunLease.Held dead = lease.acquire(MON_2026_03_02)) {
            jdbc.sql("update run_lease set holder = 'elsewhere/-:1',"
                            + " heartbeat_at = current_timestamp - interval '31' second")
                    .update();

            Recovery.Outcome would = recovery.look(Optional.of(MON_2026_03_02), LI_NA, Optional.empty());
            assertThat(lease.holding()).as("looking frees nothing").isPresent();

            Recovery.Outcome outcome = recovery.recover(Optional.of(MON_2026_03_02), LI_NA, Optional.empty());

            assertThat(outcome.freed())
                    .hasValueSatisfying(
                            freed -> assertThat(freed.heartbeatAge()).isGreaterThanOrEqualTo(31));
            assertThat(would.freed().orElseThrow().token())
                    .isEqualTo(outcome.freed().orElseThrow().token());
            assertThat(lease.holding()).isEmpty();
            assertThatThrownBy(() -> lease.require(dead.token())).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void twoPersonsCutOffARunThatLivesAndItsTokenIsRefused() {
        try (RunLease.Held victim = lease.acquire(MON_2026_03_02)) {
            recovery.recover(Optional.empty(), LI_NA, FORCE);

            assertThatThrownBy(() -> lease.require(victim.token())).isInstanceOf(Refusal.class);
            try (RunLease.Held next = lease.acquire(MON_2026_03_02)) {
                victim.close();
                lease.require(next.token());
            }
        }
        assertThat(jdbc.sql("select actor, action, subject, detail from audit_record order by record_no desc limit 1")
                        .query((row, no) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                                + row.getString(4))
                        .single())
                .startsWith("li.na recover 2026-03-02 holder ")
                .endsWith("; forced with wang.wei: hangs since four");
        assertThat(audit.problems()).isEmpty();
    }

    @Test
    void onePersonIsNotTwo() {
        Optional<Force> alone = Optional.of(new Force(LI_NA, "hangs since four"));

        refused(Exit.REFUSED, Optional.empty(), alone, "cannot be the second person too");
        Optional<Force> written = Optional.of(new Force(new Actor("Li.NA"), "hangs since four"));
        refused(Exit.REFUSED, Optional.empty(), written, "cannot be the second person too");
    }

    @Test
    void aForceNeedsAReason() {
        refused(Exit.USAGE_OR_REFERENCE, Optional.empty(), Optional.of(new Force(WANG_WEI, null)), "--reason");
    }

    @Test
    void theRunOfAnotherDateIsLeftAlone() {
        try (RunLease.Held held = lease.acquire(MON_2026_03_02)) {
            refused(Exit.REFUSED, Optional.of(TUE_2026_03_03), FORCE, "held for 2026-03-02, not for 2026-03-03");
            lease.require(held.token());
        }
    }

    private void refused(Exit exit, Optional<LocalDate> date, Optional<Force> force, String why) {
        assertThatThrownBy(() -> recovery.recover(date, LI_NA, force))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(exit))
                .hasMessageContaining(why);
    }
}

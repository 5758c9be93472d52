package io.qingfen.payouts.batch;

import static io.qingfen.payouts.batch.PreparedDates.CHECKER;
import static io.qingfen.payouts.batch.PreparedDates.FEB_12;
import static io.qingfen.payouts.batch.PreparedDates.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.payouts.Release.State;
import io.qingfen.payouts.ReleaseGate;
import io.qingfen.reference.BankFormat;
import io.qingfen.reference.Settings;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The proof of a date takes long and is asked without its lock; what changed by then is not released. */
@OnBothDatabases
class ProvingBeforeTheLockTest {
    private static final String FIRST = "P20260212-M1";
    private static final Actor CARL = new Actor("carl");

    @TempDir
    Path root;

    private final TestDatabase database;
    private final Proof proof = new Proof();
    private PreparedDates house;

    ProvingBeforeTheLockTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void prepareADate() {
        house = new PreparedDates(database, root)
                .pays(FEB_12, "M1", "CNY", 499_895)
                .pays(FEB_12, "M2", "CNY", 60_442)
                .closed(FEB_12);
        house.gates.add(proof);
    }

    @Test
    void isAskedOnceOutsideOfAnyTransactionAndOnlyWhenNothingElseSpeaksAgainst() {
        assertThat(house.releases.page(FEB_12).objections()).isEmpty();
        house.releases.propose(FEB_12, MAKER, List.of());
        refused(MAKER, Exit.REFUSED, "another person must approve");
        house.onHold.add("M2");
        refused(CHECKER, Exit.REFUSED, "M2 is on hold");
        house.onHold.clear();
        assertThat(proof.asked).isZero();

        assertThat(house.releases.approve(FEB_12, CHECKER).state()).isEqualTo(State.RELEASED);
        assertThat(proof.asked).isOne();
        assertThat(proof.inTransaction).isFalse();
    }

    @Test
    void stopsTheReleaseWithABrokenInvariantAndTheProposalStays() {
        house.releases.propose(FEB_12, MAKER, List.of());
        proof.says = List.of("the proof of 2026-02-12 is red");
        refused(CHECKER, Exit.CONTROL_OPEN, "the proof of 2026-02-12 is red");
        assertThat(house.audited).contains("bert payouts.approve.refused 2026-02-12");
        notReleased();
        proof.says = List.of();
        assertThat(house.releases.approve(FEB_12, CHECKER).no()).isOne();
    }

    @Test
    void leavesEverythingAsItWasWhenItBreaks() {
        house.releases.propose(FEB_12, MAKER, List.of());
        proof.meanwhile = () -> {
            throw new IllegalStateException("the machine went away");
        };
        assertThatThrownBy(() -> house.releases.approve(FEB_12, CHECKER)).hasMessage("the machine went away");
        notReleased();
        assertThat(house.releases.approve(FEB_12, CHECKER).checker()).isEqualTo("bert");
    }

    @Test
    void doesNotCountForAnotherProposalOfTheSame() {
        house.releases.propose(FEB_12, MAKER, List.of());
        proof.meanwhile = () -> {
            house.releases.withdraw(FEB_12, MAKER, "once more");
            house.releases.propose(FEB_12, CARL, List.of());
        };
        refused(
                CHECKER,
                Exit.REFUSED,
                "changed while the date was proved",
                "qingfen payouts approve --date 2026-02-12");
        notReleased();
        assertThat(house.releases.approve(FEB_12, CHECKER).maker()).isEqualTo("carl");
    }

    @Test
    void doesNotCountForAnotherRunOfTheDate() {
        house.releases.propose(FEB_12, MAKER, List.of());
        proof.meanwhile = () -> house.jdbc.update("update business_day set generation = 2");
        refused(CHECKER, Exit.REFUSED, "changed while the date was proved");
        notReleased();
    }

    @Test
    void doesNotCountForOtherPayouts() {
        house.releases.propose(FEB_12, MAKER, List.of());
        proof.meanwhile =
                () -> house.jdbc.update("update payout set amount_minor = amount_minor + 1 where payout_id = ?", FIRST);
        refused(CHECKER, Exit.REFUSED, "changed since they were proposed", "is VOID");
        notReleased();
    }

    @Test
    void doesNotCountForOtherFiles() {
        house.releases.propose(FEB_12, MAKER, List.of());
        proof.meanwhile = () -> append(house.waiting(FEB_12, "payouts_20260212_20260213_CNY.csv"));
        refused(CHECKER, Exit.REFUSED, "was changed since it was written", "is VOID");
        notReleased();
    }

    @Test
    void doesNotHideWhatSpeaksAgainstItByThen() {
        house.releases.propose(FEB_12, MAKER, List.of());
        proof.meanwhile = () -> house.onHold.add("M2");
        refused(CHECKER, Exit.REFUSED, "M2 is on hold");
        notReleased();
    }

    /** The files were moving under its eyes: its differences mean nothing. */
    @Test
    void isNoAlarmWhenSomebodyElseReleasedMeanwhile() {
        house.releases.propose(FEB_12, MAKER, List.of());
        proof.meanwhile = () -> house.releases.approve(FEB_12, CARL);
        proof.says = List.of();
        proof.saysTheFirstTime = List.of("released/ is unexpected");
        refused(CHECKER, Exit.REFUSED, "no proposal of 2026-02-12 waits", "RELEASED");
        assertThat(house.releases.payout(FIRST).events())
                .singleElement()
                .satisfies(event -> assertThat(event.actor()).isEqualTo("carl"));
        assertThat(house.audited).doesNotContain("bert payouts.approve.refused 2026-02-12");
    }

    @Test
    void bindsTheReleaseBySystemToo() {
        house.settings = new Settings.Payouts(true, Map.of(), false, 72, true, Set.of(BankFormat.PAIN_001));
        proof.says = List.of("the proof of 2026-02-12 is red");
        house.automatic.afterNight(FEB_12);
        notReleased();
        proof.says = List.of();
        proof.meanwhile = () -> house.jdbc.update("update business_day set generation = 2");
        house.automatic.afterNight(FEB_12);
        notReleased();
        assertThat(proof.inTransaction).isFalse();
        house.automatic.afterNight(FEB_12);
        assertThat(house.state(FIRST)).isEqualTo("RELEASED");
    }

    private void notReleased() {
        assertThat(house.state(FIRST)).isEqualTo("PREPARED");
        assertThat(house.files(FEB_12, "released")).isEmpty();
    }

    private void refused(Actor checker, Exit exit, String... why) {
        assertThatThrownBy(() -> house.releases.approve(FEB_12, checker))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(exit))
                .hasMessageContainingAll(why);
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, Files.readString(file) + " ");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A last gate during which something may happen, once. */
    private static final class Proof implements ReleaseGate {
        private List<String> says = List.of();
        private List<String> saysTheFirstTime;
        private Runnable meanwhile = () -> {};
        private int asked;
        private boolean inTransaction;

        @Override
        public boolean isLast() {
            return true;
        }

        @Override
        public List<String> objections(LocalDate date) {
            asked++;
            inTransaction |= TransactionSynchronizationManager.isActualTransactionActive();
            List<String> answer = saysTheFirstTime == null ? says : saysTheFirstTime;
            saysTheFirstTime = null;
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return answer;
        }
    }
}

package io.qingfen.deposits;

import static io.qingfen.deposits.Life.MAR_01;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qingfen.deposits.DepositEvent.Kind;
import io.qingfen.reference.DepositOpening;
import io.qingfen.reference.DepositPolicy;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepositRunTest {
    private static final String SHOP = "M1";
    private static final String T1 = "00000001";
    private static final String T2 = "00000002";
    private static final LocalDate MAR_02 = MAR_01.plusDays(1);
    private static final LocalDate MAR_09 = MAR_01.plusDays(8);

    @Test
    void withholdsTerminalByTerminalUntilThePositionIsUsedUp() {
        Snapshot snapshot = new Snapshots()
                .policies(Policies.esign().made())
                .terminal(T1, SHOP, MAR_01, "ESIGN-59")
                .terminal(T2, SHOP, MAR_01, "ESIGN-59")
                .terminal("00000003", SHOP, MAR_01, "ESIGN-59")
                .on(MAR_01);
        Available available = new Available();
        available.learn(SHOP, 70_00);

        List<Long> withheld = snapshot.terminals().stream()
                .map(terminal -> run(snapshot).settle(terminal, null, List.of(), available))
                .map(DepositDay::collectedTodayMinor)
                .toList();

        assertThat(withheld).containsExactly(59_00L, 11_00L, 0L);
        assertThat(available.minor(SHOP)).isZero();
    }

    @Test
    void refundsOfOneTerminalDoNotPayForTheDepositOfAnother() {
        Snapshot snapshot = new Snapshots()
                .policies(Policies.esign().made(), Policies.keypad().made())
                .terminal(T1, SHOP, MAR_01, "KEYPAD-299")
                .terminal(T2, SHOP, MAR_01, "ESIGN-59")
                .on(MAR_01);
        Available available = new Available();
        available.learn(SHOP, 0);

        List<TerminalVolume> volume = List.of(Life.volume(MAR_01, 9_000_00));
        DepositDay refunded = run(snapshot).settle(snapshot.terminals().get(0), null, volume, available);
        DepositDay due = run(snapshot).settle(snapshot.terminals().get(1), null, List.of(), available);

        assertThat(refunded.refundTodayMinor()).isEqualTo(299_00);
        assertThat(due.collectedTodayMinor()).isZero();
    }

    @Test
    void hasNoRowBeforeActivationOrWithoutPolicy() {
        Snapshot snapshot = new Snapshots()
                .policies(Policies.keypad().made())
                .terminal(T1, SHOP, MAR_02, "KEYPAD-299")
                .terminal(T2, SHOP, MAR_01, "")
                .on(MAR_01);

        assertThat(snapshot.terminals()).noneMatch(terminal -> run(snapshot).takesPart(terminal, null));
    }

    @Test
    void carriesMoneyHeldEvenWhenTheReferenceDataForgotThePolicy() {
        Deposit held = begun(Policies.keypad().made(), MAR_01).deposit();
        Snapshot later = new Snapshots()
                .policies(Policies.keypad().made())
                .terminal(T1, SHOP, MAR_01, "")
                .on(MAR_02);
        Terminal terminal = later.terminal(T1);

        assertThat(run(later).takesPart(terminal, held)).isTrue();
        DepositDay day = run(later).settle(terminal, held, List.of(Life.volume(MAR_02, 500_00)), new Available());
        assertThat(day.refundTodayMinor()).isEqualTo(100_00);
    }

    @Test
    void takesTheVersionInForceOnTheActivationDate() {
        DepositPolicy first = Policies.keypad().from(MAR_01).made();
        DepositPolicy second = Policies.keypad()
                .from(MAR_02)
                .named("KEYPAD-299", DepositPolicy.Kind.REFUNDABLE, 399_00)
                .made();
        Snapshots reference = new Snapshots()
                .policies(first, second)
                .terminal("00000000", SHOP, MAR_01.minusDays(1), "KEYPAD-299")
                .terminal(T1, SHOP, MAR_01, "KEYPAD-299")
                .terminal(T2, SHOP, MAR_02, "KEYPAD-299");
        Snapshot snapshot = reference.on(MAR_09);

        assertThat(snapshot.terminals().stream()
                        .map(terminal -> run(snapshot).settle(terminal, null, List.of(), new Available()))
                        .map(day -> day.deposit().terms().amountMinor()))
                .as("the first version also covers what was activated before it")
                .containsExactly(299_00L, 299_00L, 399_00L);
    }

    @Test
    void keepsTheTermsOfTheFirstBookingWhileMoneyIsHeld() {
        Deposit held = begun(Policies.keypad().made(), MAR_01).deposit();
        Snapshot later = new Snapshots()
                .policies(Policies.esign().made(), Policies.keypad().made())
                .terminal(T1, SHOP, MAR_09, "ESIGN-59")
                .on(MAR_09);

        DepositDay day = run(later).settle(later.terminal(T1), held, List.of(), new Available());

        assertThat(day.deposit().terms()).isEqualTo(held.terms());
        assertThat(day.events()).isEmpty();
    }

    @Test
    void beginsAnewWhenTheTerminalGoesOutAgain() {
        Deposit returned = returned();
        Snapshot later = new Snapshots()
                .policies(Policies.keypad().made())
                .terminal(T1, "M2", MAR_09, "KEYPAD-299")
                .openings(new DepositOpening(T1, MAR_01.minusDays(1), 11_00, 0, 0))
                .on(MAR_09);

        DepositDay day = run(later).settle(later.terminal(T1), returned, List.of(), new Available());

        assertThat(day.events()).extracting(DepositEvent::kind).containsExactly(Kind.PREPAID);
        assertThat(day.deposit().terms().merchantId()).isEqualTo("M2");
        assertThat(day.deposit().balance().refundedMinor()).isZero();
        assertThat(run(later).volumesFrom(later.terminal(T1), returned)).isEqualTo(MAR_09);
    }

    @Test
    void doesNotPayTwiceWhenAnOldActivationDateIsCorrected() {
        Deposit returned = returned();
        Snapshot later = new Snapshots()
                .policies(Policies.keypad().made())
                .terminal(T1, SHOP, MAR_02, "KEYPAD-299", MAR_02)
                .on(MAR_09);

        DepositDay day = run(later).settle(later.terminal(T1), returned, List.of(), new Available());

        assertThat(day.events()).isEmpty();
        assertThat(day.deposit().state()).isEqualTo(DepositState.RETURNED);
    }

    @Test
    void sellsATerminalToTheSameShopOnce() {
        Deposit sold = begun(Policies.sale().made(), MAR_01).deposit();
        Snapshot corrected = new Snapshots()
                .policies(Policies.sale().made())
                .terminal(T1, SHOP, MAR_09, "TOUCH-598")
                .on(MAR_09);
        Snapshot resold = new Snapshots()
                .policies(Policies.sale().made())
                .terminal(T1, "M2", MAR_09, "TOUCH-598")
                .on(MAR_09);

        assertThat(run(corrected)
                        .settle(corrected.terminal(T1), sold, List.of(), new Available())
                        .events())
                .isEmpty();
        assertThat(run(resold)
                        .settle(resold.terminal(T1), sold, List.of(), new Available())
                        .events())
                .extracting(DepositEvent::kind)
                .containsExactly(Kind.SOLD);
    }

    @Test
    void mayStillChangeItsTermsWhileNothingWasCollected() {
        Deposit due = begun(Policies.esign().made(), MAR_01).deposit();
        Snapshot later = new Snapshots()
                .policies(Policies.keypad().made())
                .terminal(T1, SHOP, MAR_01, "KEYPAD-299")
                .on(MAR_02);

        DepositDay day = run(later).settle(later.terminal(T1), due, List.of(), new Available());

        assertThat(day.deposit().terms().policy().id()).isEqualTo("KEYPAD-299");
        assertThat(day.deposit().heldMinor()).isEqualTo(299_00);
    }

    @Test
    void refusesAPolicyThatIsGone() {
        Snapshot snapshot = new Snapshots().on(MAR_01);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> DepositRun.policy(snapshot, "GONE", MAR_01))
                .matches(refusal -> refusal.exit() == Exit.USAGE_OR_REFERENCE)
                .withMessageContaining("GONE")
                .withMessageContaining("reference/deposit-policies.yml");
    }

    private static Deposit returned() {
        Snapshot back = new Snapshots()
                .policies(Policies.keypad().made())
                .terminal(T1, SHOP, MAR_01, "KEYPAD-299", MAR_02)
                .on(MAR_02);
        return run(back)
                .settle(back.terminal(T1), null, List.of(), new Available())
                .deposit();
    }

    private static DepositDay begun(DepositPolicy policy, LocalDate date) {
        Snapshot snapshot = new Snapshots()
                .policies(policy)
                .terminal(T1, SHOP, date, policy.id())
                .on(date);
        return run(snapshot).settle(snapshot.terminal(T1), null, List.of(), new Available());
    }

    private static DepositRun run(Snapshot snapshot) {
        return new DepositRun(snapshot, MAR_01);
    }
}

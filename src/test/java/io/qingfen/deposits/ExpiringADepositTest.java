package io.qingfen.deposits;

import static io.qingfen.deposits.Life.MAR_01;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.deposits.DepositEvent.Kind;
import io.qingfen.reference.DepositPolicy.OnExpiry;
import io.qingfen.reference.DepositPolicy.Window;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiringADepositTest {
    private static final Window THREE_DAYS = new Window(0, 3);
    private static final LocalDate MAR_03 = MAR_01.plusDays(2);
    private static final LocalDate MAR_04 = MAR_01.plusDays(3);

    @ParameterizedTest
    @CsvSource({"FORFEIT, FORFEITED", "CONVERT_TO_PRICE, CONVERTED"})
    void takesWhatIsHeldOnTheFirstNightAfterTheWindow(OnExpiry onExpiry, DepositState state) {
        Life life = Life.of(Policies.keypad().window(THREE_DAYS).onExpiry(onExpiry), MAR_01);

        assertThat(life.night(MAR_03, 500_00).forfeitedTodayMinor()).isZero();
        DepositDay day = life.night(MAR_04, 0);

        assertThat(day.forfeitedTodayMinor()).isEqualTo(199_00);
        assertThat(day.events())
                .containsExactly(new DepositEvent(Kind.valueOf(state.name()), 199_00, "window ended 2026-03-03"));
        assertThat(day.deposit().state()).isEqualTo(state);
        assertThat(day.deposit().heldMinor()).isZero();
        assertThat(day.nextThresholdMinor()).isEmpty();
        assertThat(life.night(MAR_04.plusDays(1), 0).events()).isEmpty();
    }

    @Test
    void keepsTheMoneyWhereThePolicySaysSo() {
        Life life = Life.of(Policies.keypad().window(THREE_DAYS).onExpiry(OnExpiry.KEEP), MAR_01.minusDays(9));

        DepositDay day = life.night(MAR_04, 0);

        assertThat(day.deposit().state()).isEqualTo(DepositState.HELD);
        assertThat(day.deposit().heldMinor()).isEqualTo(299_00);
        assertThat(day.cases()).isEmpty();
    }

    @Test
    void isLateWhenTheRunIsLate() {
        Life life = Life.of(Policies.keypad().window(THREE_DAYS), MAR_01);

        assertThat(life.night(MAR_01.plusDays(40), 0).forfeitedTodayMinor()).isEqualTo(299_00);
    }

    @Test
    void hasNothingToTakeWhenNothingWasCollected() {
        Life life = Life.of(Policies.esign().window(THREE_DAYS), MAR_01);

        life.night(MAR_01, 0);
        DepositDay day = life.night(MAR_04, 0);

        assertThat(day.events()).isEmpty();
        assertThat(day.deposit().state()).isEqualTo(DepositState.DUE);
    }

    @Test
    void asksOnceWhenTheWindowWasNotSeenAndTheMoneyStaysHeld() {
        Life life = Life.of(Policies.keypad().window(THREE_DAYS), MAR_01.minusDays(1));

        life.night(MAR_01, 0);
        life.night(MAR_01.plusDays(1), 0);
        DepositDay expiry = life.night(MAR_03, 0);
        DepositDay later = life.night(MAR_04, 0);

        assertThat(life.cases()).extracting(Case::kind).containsExactly(CaseKind.DEPOSIT_HISTORY_MISSING);
        assertThat(expiry.cases()).hasSize(1);
        assertThat(expiry.cases().get(0).exposureMinor()).isEqualTo(299_00);
        assertThat(expiry.cases().get(0).currency()).isEqualTo("CNY");
        assertThat(later.deposit().heldMinor()).isEqualTo(299_00);
        assertThat(later.deposit().state()).isEqualTo(DepositState.HELD);
    }

    @Test
    void hasSeenTheWindowOfATerminalActivatedOnTheFirstDateOfTheBooks() {
        Life life = Life.of(Policies.keypad().window(THREE_DAYS), MAR_01).booksFrom(MAR_01);

        life.night(MAR_01, 0);

        assertThat(life.night(MAR_04, 0).forfeitedTodayMinor()).isEqualTo(299_00);
    }

    @Test
    void hasSeenTheWindowThatAnOpeningRecordTells() {
        Life life = Life.of(Policies.keypad().window(THREE_DAYS), MAR_01.minusDays(1))
                .opening(MAR_01.minusDays(1), 299_00, 0, 0);

        life.night(MAR_01, 0);

        assertThat(life.night(MAR_03, 0).forfeitedTodayMinor()).isEqualTo(299_00);
        assertThat(life.cases()).isEmpty();
    }

    @Test
    void refundsBeforeItExpires() {
        Life life = Life.of(Policies.esign().window(THREE_DAYS), MAR_01);

        life.nightWithPosition(MAR_01, 10_00, 0);
        DepositDay reached = life.nightWithPosition(MAR_03, 10_00, 5_000_00);
        DepositDay after = life.nightWithPosition(MAR_04, 900_00, 0);

        assertThat(reached.refundTodayMinor()).isEqualTo(20_00);
        assertThat(after.events()).isEmpty();
        assertThat(after.deposit().state()).isEqualTo(DepositState.PART_REFUNDED);
    }
}

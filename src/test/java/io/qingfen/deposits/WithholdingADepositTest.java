package io.qingfen.deposits;

import static io.qingfen.deposits.Life.MAR_01;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.deposits.DepositEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithholdingADepositTest {

    @ParameterizedTest(name = "position {0} gives {1}")
    @CsvSource({"-100, 0", "0, 0", "1, 1", "5899, 5899", "5900, 5900", "5901, 5900", "900000, 5900"})
    void takesAtMostWhatKeepsThePositionAtZero(long available, long withheld) {
        DepositDay day = Life.of(Policies.esign(), MAR_01).nightWithPosition(MAR_01, available, 0);

        assertThat(day.collectedTodayMinor()).isEqualTo(withheld);
        assertThat(day.deposit().heldMinor()).isEqualTo(withheld);
    }

    @Test
    void goesOnOverSeveralNightsUntilComplete() {
        Life life = Life.of(Policies.esign(), MAR_01);

        life.nightWithPosition(MAR_01, 20_00, 0);
        life.nightWithPosition(MAR_01.plusDays(1), -5_00, 0);
        life.nightWithPosition(MAR_01.plusDays(2), 30_00, 0);
        life.nightWithPosition(MAR_01.plusDays(3), 900_00, 0);
        life.nightWithPosition(MAR_01.plusDays(4), 900_00, 0);

        assertThat(life.days())
                .extracting(DepositDay::collectedTodayMinor)
                .containsExactly(20_00L, 0L, 30_00L, 9_00L, 0L);
        assertThat(life.events())
                .extracting(DepositEvent::reason)
                .containsExactly(
                        "withheld, 39.00 still to collect",
                        "withheld, 9.00 still to collect",
                        "withheld, 0.00 still to collect");
        assertThat(life.last().deposit().state()).isEqualTo(DepositState.HELD);
    }

    @Test
    void completesWhatAnOpeningRecordTells() {
        DepositDay day = Life.of(Policies.esign(), MAR_01.minusDays(4))
                .opening(MAR_01.minusDays(1), 20_00, 0, 124_00)
                .nightWithPosition(MAR_01, 500_00, 0);

        assertThat(day.events()).extracting(DepositEvent::kind).containsExactly(Kind.OPENING, Kind.WITHHELD);
        assertThat(day.collectedTodayMinor()).isEqualTo(39_00);
        assertThat(day.deposit().heldMinor()).isEqualTo(59_00);
    }

    @Test
    void endsWithTheWindow() {
        Life life = Life.of(Policies.esign(), MAR_01);

        life.nightWithPosition(MAR_01.plusDays(29), 1_00, 0);
        DepositDay after = life.nightWithPosition(MAR_01.plusDays(30), 900_00, 0);

        assertThat(life.days().get(0).collectedTodayMinor()).isEqualTo(1_00);
        assertThat(after.collectedTodayMinor()).isZero();
        assertThat(after.forfeitedTodayMinor()).isEqualTo(1_00);
    }

    @Test
    void takesNothingForATerminalThatCameBack() {
        Life life = Life.of(Policies.esign(), MAR_01).returnedOn(MAR_01.plusDays(1));

        life.nightWithPosition(MAR_01, 20_00, 0);
        DepositDay day = life.nightWithPosition(MAR_01.plusDays(1), 900_00, 0);

        assertThat(day.collectedTodayMinor()).isZero();
        assertThat(day.refundTodayMinor()).isEqualTo(20_00);
    }

    @Test
    void neverWithholdsAPrepaidDepositOrASale() {
        assertThat(Life.of(Policies.keypad(), MAR_01)
                        .nightWithPosition(MAR_01, 900_00, 0)
                        .collectedTodayMinor())
                .isZero();
        assertThat(Life.of(Policies.sale(), MAR_01)
                        .nightWithPosition(MAR_01, 900_00, 0)
                        .collectedTodayMinor())
                .isZero();
    }
}

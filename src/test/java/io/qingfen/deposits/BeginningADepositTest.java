package io.qingfen.deposits;

import static io.qingfen.deposits.Life.MAR_01;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.qingfen.deposits.DepositEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeginningADepositTest {

    @Test
    void booksAPrepaidDepositAsHeld() {
        DepositDay day = Life.of(Policies.keypad(), MAR_01).night(MAR_01, 0);

        assertThat(day.events())
                .containsExactly(new DepositEvent(Kind.PREPAID, 299_00, "prepaid, activated 2026-03-01"));
        assertThat(day.deposit().state()).isEqualTo(DepositState.HELD);
        assertThat(day.deposit().heldMinor()).isEqualTo(299_00);
        assertThat(day.collectedTodayMinor()).as("withheld today").isZero();
    }

    @Test
    void booksAPrepaidDepositOnce() {
        Life life = Life.of(Policies.keypad(), MAR_01);

        life.night(MAR_01, 0);
        life.night(MAR_01.plusDays(1), 0);

        assertThat(life.events()).hasSize(1);
    }

    @Test
    void booksASaleAtOnceAndNeverAgain() {
        Life life = Life.of(Policies.sale(), MAR_01);

        life.night(MAR_01, 9_000_00);
        DepositDay day = life.night(MAR_01.plusYears(1), 9_000_00);

        assertThat(life.events()).containsExactly(new DepositEvent(Kind.SOLD, 598_00, "sold, activated 2026-03-01"));
        assertThat(day.deposit().state()).isEqualTo(DepositState.SOLD);
        assertThat(day.deposit().heldMinor()).isZero();
        assertThat(day.deposit().progress().countedMinor()).isZero();
        assertThat(day.deposit().terms().windowEndsOn()).isNull();
        assertThat(day.nextThresholdMinor()).isEmpty();
    }

    @Test
    void takesASaleWithAnOpeningRecordForBookedBefore() {
        DepositDay day = Life.of(Policies.sale(), MAR_01.minusDays(9))
                .opening(MAR_01.minusDays(1), 598_00, 0, 0)
                .night(MAR_01, 0);

        assertThat(day.events()).isEmpty();
        assertThat(day.deposit().state()).isEqualTo(DepositState.SOLD);
        assertThat(day.deposit().heldMinor()).isZero();
    }

    @Test
    void isDueWhenItComesOutOfThePositions() {
        DepositDay day = Life.of(Policies.esign(), MAR_01).night(MAR_01, 0);

        assertThat(day.events()).isEmpty();
        assertThat(day.deposit().state()).isEqualTo(DepositState.DUE);
    }

    @ParameterizedTest(name = "collected {0}, refunded {1}: {2}, held {3}")
    @CsvSource({
        "0,     0,     DUE,           0",
        "20000, 0,     HELD,          20000",
        "29900, 0,     HELD,          29900",
        "29900, 10000, PART_REFUNDED, 19900",
        "29900, 29900, REFUNDED,      0"
    })
    void takesOverWhatAnOpeningRecordTells(long collected, long refunded, DepositState state, long held) {
        DepositDay day = Life.of(Policies.keypad(), MAR_01.minusDays(9))
                .opening(MAR_01.minusDays(1), collected, refunded, 0)
                .night(MAR_01, 0);

        assertThat(day.deposit().state()).isEqualTo(state);
        assertThat(day.deposit().heldMinor()).isEqualTo(held);
        assertThat(day.events().stream().mapToLong(DepositEvent::amountMinor).sum())
                .isEqualTo(held);
        assertThat(day.events()).allMatch(event -> event.kind() == Kind.OPENING);
        assertThat(day.refundTodayMinor()).isZero();
    }

    @Test
    void refusesAnOpeningRecordThatGaveBackMoreThanItTook() {
        Life life = Life.of(Policies.keypad(), MAR_01.minusDays(9)).opening(MAR_01.minusDays(1), 10_00, 11_00, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> life.night(MAR_01, 0));
    }
}

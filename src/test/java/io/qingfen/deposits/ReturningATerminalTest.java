package io.qingfen.deposits;

import static io.qingfen.deposits.Life.MAR_01;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.deposits.DepositEvent.Kind;
import io.qingfen.reference.DepositPolicy.OnReturn;
import io.qingfen.reference.DepositPolicy.Window;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReturningATerminalTest {
    private static final LocalDate MAR_05 = MAR_01.plusDays(4);

    @Test
    void givesBackWhatIsStillHeld() {
        Life life = Life.of(Policies.keypad(), MAR_01).returnedOn(MAR_05);

        assertThat(life.night(MAR_05.minusDays(1), 500_00).refundTodayMinor()).isEqualTo(100_00);
        DepositDay day = life.night(MAR_05, 0);

        assertThat(day.events()).containsExactly(new DepositEvent(Kind.RETURNED, 199_00, "returned 2026-03-05"));
        assertThat(day.refundTodayMinor()).isEqualTo(199_00);
        assertThat(day.deposit().state()).isEqualTo(DepositState.RETURNED);
        assertThat(life.night(MAR_05.plusDays(1), 9_000_00).events()).isEmpty();
        assertThat(life.last().nextThresholdMinor()).isEmpty();
    }

    @Test
    void paysAStageReachedOnTheSameDateFirst() {
        Life life = Life.of(Policies.keypad(), MAR_01).returnedOn(MAR_05);

        life.night(MAR_01, 0);
        DepositDay day = life.night(MAR_05, 500_00);

        assertThat(day.events())
                .extracting(DepositEvent::kind, DepositEvent::amountMinor)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.REFUNDED, 100_00L),
                        org.assertj.core.groups.Tuple.tuple(Kind.RETURNED, 199_00L));
    }

    @Test
    void comesBeforeExpiry() {
        Life life = Life.of(Policies.keypad().window(new Window(0, 4)), MAR_01).returnedOn(MAR_05);

        life.night(MAR_01, 0);
        DepositDay day = life.night(MAR_05, 0);

        assertThat(day.refundTodayMinor()).isEqualTo(299_00);
        assertThat(day.forfeitedTodayMinor()).isZero();
    }

    @Test
    void givesNothingBackWhereThePolicySaysSo() {
        Life life = Life.of(Policies.keypad().onReturn(new OnReturn(false, 0)), MAR_01)
                .returnedOn(MAR_05);

        life.night(MAR_01, 0);

        assertThat(life.night(MAR_05, 0).events()).isEmpty();
        assertThat(life.last().deposit().heldMinor()).isEqualTo(299_00);
    }

    @Test
    void isAlwaysInTimeBecauseTheFirstNightPays() {
        Life life = Life.of(Policies.keypad().onReturn(new OnReturn(true, 7)), MAR_01)
                .returnedOn(MAR_01.plusDays(60));

        life.night(MAR_01, 0);

        assertThat(life.night(MAR_01.plusDays(60), 0).refundTodayMinor()).isEqualTo(299_00);
    }

    @Test
    void givesBackMoneyWhoseHistoryIsMissingWhenTheTerminalComesBackNow() {
        Life life = Life.of(Policies.keypad(), MAR_01.minusDays(9)).returnedOn(MAR_05);

        life.night(MAR_01, 0);

        assertThat(life.night(MAR_05, 0).refundTodayMinor()).isEqualTo(299_00);
    }

    @Test
    void asksAPersonAboutATerminalThatCameBackBeforeTheBooks() {
        Life life = Life.of(Policies.keypad(), MAR_01.minusDays(9)).returnedOn(MAR_01.minusDays(1));

        DepositDay day = life.night(MAR_01, 0);
        life.night(MAR_05, 0);

        assertThat(day.refundTodayMinor()).isZero();
        assertThat(life.cases()).extracting(Case::kind).containsExactly(CaseKind.DEPOSIT_HISTORY_MISSING);
        assertThat(life.last().deposit().heldMinor()).isEqualTo(299_00);
    }

    @Test
    void givesBackWhatAnOpeningRecordTellsEvenIfItCameBackBeforeTheBooks() {
        Life life = Life.of(Policies.keypad(), MAR_01.minusDays(9))
                .opening(MAR_01.minusDays(1), 299_00, 100_00, 500_00)
                .returnedOn(MAR_01.minusDays(1));

        assertThat(life.night(MAR_01, 0).refundTodayMinor()).isEqualTo(199_00);
    }

    @Test
    void standsStillAndAsksWhenTheTerminalMovedWithMoneyHeld() {
        Life life = Life.of(Policies.keypad(), MAR_01);

        life.night(MAR_01, 0);
        life.movedTo(Life.shop("898310000000002"));
        DepositDay moved = life.night(MAR_05, 9_000_00);
        life.night(MAR_05.plusDays(1), 9_000_00);

        assertThat(moved.events()).isEmpty();
        assertThat(moved.deposit().progress().countedMinor()).isZero();
        assertThat(life.cases()).extracting(Case::kind).containsExactly(CaseKind.DEPOSIT_HISTORY_MISSING);
        assertThat(life.cases()).extracting(Case::merchantId).containsExactly("898310000000001");
    }
}

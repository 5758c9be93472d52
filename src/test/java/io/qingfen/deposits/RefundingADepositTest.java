package io.qingfen.deposits;

import static io.qingfen.deposits.Life.MAR_01;
import static io.qingfen.deposits.Life.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.deposits.DepositEvent.Kind;
import io.qingfen.reference.DepositPolicy.Stage;
import io.qingfen.reference.DepositPolicy.Window;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundingADepositTest {

    @ParameterizedTest(name = "counted {0} gives back {1}: {2}, next threshold {3}")
    @CsvSource({
        "49999,  0,     HELD,          50000",
        "50000,  10000, PART_REFUNDED, 150000",
        "149999, 10000, PART_REFUNDED, 150000",
        "150000, 29900, REFUNDED,",
        "900000, 29900, REFUNDED,"
    })
    void givesBackTheStagesReached(long counted, long refund, DepositState state, Long next) {
        DepositDay day = Life.of(Policies.keypad(), MAR_01).night(MAR_01, counted);

        assertThat(day.refundTodayMinor()).isEqualTo(refund);
        assertThat(day.deposit().state()).isEqualTo(state);
        assertThat(day.deposit().heldMinor()).isEqualTo(299_00 - refund);
        assertThat(day.nextThresholdMinor().stream().boxed().toList())
                .isEqualTo(next == null ? List.of() : List.of(next));
    }

    @Test
    void saysWhy() {
        DepositDay day = Life.of(Policies.keypad(), MAR_01).night(MAR_01, 58_499_78 / 100);

        assertThat(day.events())
                .last()
                .isEqualTo(new DepositEvent(Kind.REFUNDED, 100_00, "counted volume 584.99, earned 100.00"));
    }

    @Test
    void reachesAStageOnTheLastDateOfTheWindowButNotAfter() {
        Life inTime = Life.of(Policies.keypad().window(new Window(0, 2)), MAR_01);
        inTime.night(MAR_01, 499_99);
        assertThat(inTime.night(MAR_01.plusDays(1), 1).refundTodayMinor()).isEqualTo(100_00);

        Life late = Life.of(Policies.keypad().window(new Window(0, 2)), MAR_01);
        late.night(MAR_01, 499_99);
        late.night(MAR_01.plusDays(1), 0);
        DepositDay day = late.night(MAR_01.plusDays(2), 1);
        assertThat(day.refundTodayMinor()).isZero();
        assertThat(day.forfeitedTodayMinor()).isEqualTo(299_00);
    }

    @Test
    void givesNothingTwice() {
        Life life = Life.of(Policies.keypad(), MAR_01);

        life.night(MAR_01, 600_00);
        life.night(MAR_01.plusDays(1), -300_00);
        life.night(MAR_01.plusDays(2), 300_00);
        life.night(MAR_01.plusDays(3), 900_00);
        life.night(MAR_01.plusDays(4), 9_000_00);

        assertThat(life.days()).extracting(DepositDay::refundTodayMinor).containsExactly(100_00L, 0L, 0L, 199_00L, 0L);
    }

    @Test
    void neverGivesBackMoreThanIsHeldAndTheRestFollows() {
        Life life = Life.of(Policies.esign(), MAR_01);

        DepositDay reached = life.nightWithPosition(MAR_01, 20_00, 5_000_00);
        DepositDay between = life.nightWithPosition(MAR_01.plusDays(1), 0, 0);
        DepositDay rest = life.nightWithPosition(MAR_01.plusDays(2), 900_00, 0);

        assertThat(reached.refundTodayMinor()).isEqualTo(20_00);
        assertThat(reached.deposit().state()).isEqualTo(DepositState.PART_REFUNDED);
        assertThat(between.refundTodayMinor()).isZero();
        assertThat(rest.collectedTodayMinor()).isEqualTo(39_00);
        assertThat(rest.refundTodayMinor()).isEqualTo(39_00);
        assertThat(rest.deposit().state()).isEqualTo(DepositState.REFUNDED);
    }

    @Test
    void keepsAStageReachedWhenVolumeFallsBeforeItIsPaid() {
        Life life = Life.of(Policies.esign(), MAR_01);

        life.nightWithPosition(MAR_01, 0, 5_000_00);
        life.nightWithPosition(MAR_01.plusDays(1), 0, -4_000_00);
        DepositDay day = life.nightWithPosition(MAR_01.plusDays(2), 900_00, 0);

        assertThat(day.refundTodayMinor()).isEqualTo(59_00);
        assertThat(life.cases()).as("nothing was refunded when the volume fell").isEmpty();
    }

    @Test
    void keepsTheRefundAndReportsWhenVolumeFallsBelowItsStage() {
        Life life = Life.of(Policies.keypad(), MAR_01);

        life.night(MAR_01, 600_00);
        DepositDay fall = life.night(MAR_01.plusDays(1), -100_01);
        DepositDay further = life.night(MAR_01.plusDays(2), -50_00);

        assertThat(fall.cases()).extracting(Case::kind).containsExactly(CaseKind.DEPOSIT_VOLUME_REVERSED);
        assertThat(fall.cases()).extracting(Case::terminalId).containsExactly("00000001");
        assertThat(further.cases()).as("it fell once").isEmpty();
        assertThat(further.deposit().balance().refundedMinor()).isEqualTo(100_00);
    }

    @Test
    void reportsNoFallToExactlyTheThreshold() {
        Life life = Life.of(Policies.keypad(), MAR_01);

        life.night(MAR_01, 600_00);
        life.night(MAR_01.plusDays(1), -100_00);

        assertThat(life.cases()).isEmpty();
    }

    @Test
    void reportsAFallBelowAnUpperStageOnlyWhenThatOneWasPaid() {
        Stage lower = new Stage(100_00, 59_00);
        Stage upper = new Stage(200_00, 10_00);
        Life life = Life.of(Policies.esign().stages(lower, upper), MAR_01);

        life.nightWithPosition(MAR_01, 900_00, 250_00);
        life.nightWithPosition(MAR_01.plusDays(1), 0, -100_00);

        assertThat(life.last().deposit().balance().refundedMinor()).isEqualTo(59_00);
        assertThat(life.cases()).isEmpty();
    }

    @Test
    void givesBackOnTakeOverWhatTheOpeningVolumeHasEarned() {
        DepositDay day = Life.of(Policies.keypad(), MAR_01.minusDays(9))
                .opening(MAR_01.minusDays(1), 299_00, 0, 500_00)
                .night(MAR_01, 0);

        assertThat(day.refundTodayMinor()).isEqualTo(100_00);
    }

    @Test
    void waitsForTheLastDateOfTheLastMonth() {
        Life life = Life.of(Policies.monthly(2), MAR_01);

        life.night(MAR_01, 5_000_00);
        life.night(LocalDate.of(2026, 3, 31), 0);
        life.night(LocalDate.of(2026, 4, 1), 1_000_00);
        assertThat(life.last().refundTodayMinor()).isZero();
        assertThat(life.last().nextThresholdMinor()).hasValue(1_000_00);
        DepositDay end = life.night(LocalDate.of(2026, 4, 30), 0);

        assertThat(end.refundTodayMinor()).isEqualTo(120_00);
        assertThat(end.events()).last().extracting(DepositEvent::reason).isEqualTo("2 months reached, earned 120.00");
        assertThat(end.deposit().state()).isEqualTo(DepositState.REFUNDED);
        assertThat(end.nextThresholdMinor()).isEmpty();
    }

    @ParameterizedTest(name = "months of {0} and {1} give back {2}, forfeit {3}")
    @CsvSource({"100000, 100000, 12000, 0", "99999, 900000, 0, 12000", "900000, 99999, 0, 12000", "0, 200000, 0, 12000"
    })
    void wantsEveryMonthToReachTheAmount(long first, long second, long refund, long forfeit) {
        Life life = Life.of(Policies.monthly(2), MAR_01);

        life.night(LocalDate.of(2026, 3, 31), first);
        life.night(LocalDate.of(2026, 4, 1), 0);
        DepositDay end = life.night(LocalDate.of(2026, 4, 30), second);
        DepositDay after = life.night(LocalDate.of(2026, 5, 1), 9_000_00);

        assertThat(end.refundTodayMinor()).isEqualTo(refund);
        assertThat(after.forfeitedTodayMinor()).isEqualTo(forfeit);
    }

    @Test
    void dividesMonthsAtTheSameDayNumberOrTheMonthsLastDay() {
        LocalDate jan31 = LocalDate.of(2026, 1, 31);
        Life life = Life.of(Policies.monthly(2), jan31).booksFrom(jan31);

        life.night(LocalDate.of(2026, 2, 27), 1_000_00);
        life.night(LocalDate.of(2026, 2, 28), 1_000_00);
        DepositDay end = life.night(LocalDate.of(2026, 3, 30), 0);

        assertThat(end.refundTodayMinor()).isEqualTo(120_00);
    }

    @Test
    void countsTheMonthsOfATerminalSeenLate() {
        Life life = Life.of(Policies.monthly(2), MAR_01);

        DepositDay day = life.night(
                LocalDate.of(2026, 4, 30),
                0,
                List.of(volume(MAR_01, 1_000_00), volume(LocalDate.of(2026, 4, 1), 1_000_00)));

        assertThat(day.refundTodayMinor()).isEqualTo(120_00);
    }

    @Test
    void takesAnOpeningRecordForVolumeOfTheFirstMonth() {
        Life life = Life.of(Policies.monthly(1), MAR_01)
                .booksFrom(MAR_01.plusDays(9))
                .opening(MAR_01.plusDays(8), 120_00, 0, 999_99);

        life.night(MAR_01.plusDays(9), 1);

        assertThat(life.night(LocalDate.of(2026, 3, 31), 0).refundTodayMinor()).isEqualTo(120_00);
    }

    @Test
    void asksAPersonWhenAnOpeningRecordMixesSeveralMonths() {
        Life life = Life.of(Policies.monthly(2), MAR_01)
                .booksFrom(LocalDate.of(2026, 4, 5))
                .opening(LocalDate.of(2026, 4, 4), 120_00, 0, 9_000_00);

        life.night(LocalDate.of(2026, 4, 30), 9_000_00);
        DepositDay after = life.night(LocalDate.of(2026, 5, 1), 0);

        assertThat(life.days()).allMatch(day -> day.refundTodayMinor() == 0 && day.forfeitedTodayMinor() == 0);
        assertThat(after.cases()).extracting(Case::kind).containsExactly(CaseKind.DEPOSIT_HISTORY_MISSING);
    }
}

package io.qingfen.settlement;

import static io.qingfen.settlement.Shops.FRI_2026_02_13;
import static io.qingfen.settlement.Shops.SAT_2026_02_14;
import static io.qingfen.settlement.Shops.day;
import static io.qingfen.settlement.Shops.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.calendar.MissingCalendarYear;
import io.qingfen.calendar.SettlementCycle;
import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.reference.FeePlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlingAMerchantDayTest {

    @Test
    void paysExactlyTheNet() {
        Position position = settle(
                day(
                        Owed.NOTHING,
                        total(DayLine.SALES, 40, 14_189_01),
                        total(DayLine.REFUNDS, 2, -214_79),
                        total(DayLine.MERCHANT_FEES, 42, -62_48)),
                SettlementCycle.T1);
        assertThat(position.salesCount()).isEqualTo(40);
        assertThat(position.netMinor()).isEqualTo(13_911_74);
        assertThat(position.decision()).isEqualTo(Decision.PAYOUT);
        assertThat(position.payoutMinor()).isEqualTo(13_911_74);
        assertThat(position.carriedForwardMinor()).isZero();
        assertThat(position.valueDate()).isEqualTo(SAT_2026_02_14);
    }

    @Test
    void carriesForwardWhatItDoesNotPay() {
        Position position = settle(day(Owed.carried(3_02), total(DayLine.SALES, 6, 441_10)), SettlementCycle.T1);
        assertThat(position.decision()).isEqualTo(Decision.BELOW_MINIMUM);
        assertThat(position.payoutMinor()).isZero();
        assertThat(position.carriedForwardMinor()).isEqualTo(444_12);
        assertThat(position.valueDate()).isNull();
    }

    @Test
    void recoversADebtBeforeAnyPayout() {
        Position position = settle(day(Owed.carried(-3_354_53), total(DayLine.SALES, 3, 7_230_32)), SettlementCycle.T1);
        assertThat(position.payoutMinor()).isEqualTo(3_875_79);
    }

    @Test
    void hasNoPositionWithoutAnyLine() {
        assertThat(day(Owed.NOTHING).hasLines()).isFalse();
        assertThat(day(Owed.NOTHING, total(DayLine.SCHEME_COST, 1, 5), total(DayLine.SUSPENSE, 1, 100))
                        .hasLines())
                .isFalse();
        assertThat(withDeposit(DepositMove.PREPAID).hasLines()).isFalse();
    }

    @Test
    void hasAPositionWithAnyLine() {
        assertThat(day(Owed.carried(1)).hasLines()).isTrue();
        assertThat(withDeposit(DepositMove.WITHHELD).hasLines()).isTrue();
        assertThat(withDeposit(DepositMove.REFUNDED).hasLines()).isTrue();
        assertThat(withDeposit(DepositMove.RETURNED).hasLines()).isTrue();
        assertThat(day(Owed.NOTHING, total(DayLine.CREDITS_WITHHELD, 1, -100)).hasLines())
                .isTrue();
    }

    @Test
    void showsDepositsWithTheirSign() {
        MerchantDay day = new MerchantDay(
                FRI_2026_02_13,
                Shops.NOODLES,
                Currency.CNY,
                List.of(),
                Map.of(DepositMove.WITHHELD, 59_00L, DepositMove.REFUNDED, 100_00L, DepositMove.RETURNED, 1_00L),
                List.of(),
                Owed.NOTHING);
        assertThat(day.lines().of(Line.DEPOSIT_WITHHELD)).isEqualTo(-59_00);
        assertThat(day.lines().of(Line.DEPOSIT_REFUND)).isEqualTo(101_00);
        assertThat(day.lines().net()).isEqualTo(42_00);
    }

    /** Base of the first row: 707.24 − 75.70 − 14.19 = 617.35; 0.02 % of it is 0.12347. */
    @ParameterizedTest(name = "sales {0}, voids {1}, fees {2}, withheld {3}: surcharge {4}, {5}")
    @CsvSource({
        "70724, -7570, -1419, -1348, -312, PAYOUT",
        "61044,     0,  -290,     0, -312, PAYOUT",
        "723032,    0, -18240,    0, -441, PAYOUT",
        "  302,     0,    -1,     0, -300, PAYOUT",
        "  300,     0,     0,     0,    0, PAYOUT",
        "  301,     0,    -1,     0,    0, PAYOUT",
        "10000,     0,     0, -9900,    0, PAYOUT",
        "10000,     0,     0, -10000,   0, ZERO",
        "10000, -10000,    0,     0,    0, ZERO",
        "10000, -20000,    0,     0,    0, NEGATIVE",
    })
    void takesTheSurchargeOnlyFromAPositionThatIsPaidWithIt(
            long sales, long voids, long fees, long withheld, long surcharge, Decision decision) {
        Position position = settle(
                day(
                        Owed.NOTHING,
                        total(DayLine.SALES, 1, sales),
                        total(DayLine.VOIDS, 1, voids),
                        total(DayLine.MERCHANT_FEES, 1, fees),
                        total(DayLine.CREDITS_WITHHELD, 1, withheld)),
                SettlementCycle.D0,
                0);
        assertThat(position.lines().of(Line.INSTANT_FEE)).isEqualTo(surcharge);
        assertThat(position.decision()).isEqualTo(decision);
    }

    @Test
    void takesNoSurchargeThatWouldPushThePositionUnderTheMinimum() {
        Position position = settle(day(Owed.NOTHING, total(DayLine.SALES, 1, 501_00)), SettlementCycle.D0, 500_00);
        assertThat(position.lines().of(Line.INSTANT_FEE)).isZero();
        assertThat(position.payoutMinor()).isEqualTo(501_00);
    }

    @Test
    void takesTheSurchargeOfTheDaysTransactionsNotOfWhatIsBroughtForward() {
        Position carriedOnly = settle(day(Owed.carried(600_00)), SettlementCycle.D0, 0);
        assertThat(carriedOnly.lines().of(Line.INSTANT_FEE)).isZero();
        assertThat(carriedOnly.payoutMinor()).isEqualTo(600_00);
    }

    @Test
    void takesNoSurchargeFromOtherCyclesOrWithoutOneInThePlan() {
        MerchantDay day = day(Owed.NOTHING, total(DayLine.SALES, 1, 1_000_00));
        assertThat(settle(day, SettlementCycle.T1).lines().of(Line.INSTANT_FEE)).isZero();
        assertThat(Settlement.settle(day, Shops.reference(Optional.empty(), Shops.with(SettlementCycle.D0, 0)))
                        .lines()
                        .of(Line.INSTANT_FEE))
                .isZero();
    }

    @Test
    void takesAFixedSurchargeInTheHomeCurrencyOnly() {
        MerchantDay yen = new MerchantDay(
                FRI_2026_02_13,
                Shops.NOODLES,
                Shops.JPY,
                List.of(total(DayLine.SALES, 1, 1_000_000)),
                Map.of(),
                List.of(),
                Owed.NOTHING);
        FeePlan.Instant rateOnly = new FeePlan.Instant(Rate.parse("0.02%"), 0);
        assertThat(settle(yen, SettlementCycle.D0).lines().of(Line.INSTANT_FEE)).isZero();
        assertThat(Settlement.settle(yen, Shops.reference(Optional.of(rateOnly), Shops.with(SettlementCycle.D0, 0)))
                        .lines()
                        .of(Line.INSTANT_FEE))
                .isEqualTo(-200);
    }

    @ParameterizedTest
    @CsvSource({"D0, 2026-02-13", "D1, 2026-02-14", "T1, 2026-02-14"})
    void countsAtTheBankByTheMerchantsCycle(SettlementCycle cycle, LocalDate expected) {
        assertThat(settle(day(Owed.NOTHING, total(DayLine.SALES, 1, 1_000_00)), cycle)
                        .valueDate())
                .isEqualTo(expected);
    }

    @Test
    void refusesAValueDateInAYearThatIsNotListed() {
        MerchantDay lastDay = new MerchantDay(
                LocalDate.of(2026, 12, 31),
                Shops.NOODLES,
                Currency.CNY,
                List.of(total(DayLine.SALES, 1, 1_000_00)),
                Map.of(),
                List.of(),
                Owed.NOTHING);
        assertThatThrownBy(() -> settle(lastDay, SettlementCycle.T1)).isInstanceOf(MissingCalendarYear.class);
    }

    @Test
    void neverWrapsAnAmount() {
        MerchantDay day = day(Owed.carried(1), total(DayLine.SALES, 1, Long.MAX_VALUE));
        assertThatThrownBy(() -> settle(day, SettlementCycle.T1)).isInstanceOf(ArithmeticException.class);
    }

    private static MerchantDay withDeposit(DepositMove move) {
        return new MerchantDay(
                FRI_2026_02_13, Shops.NOODLES, Currency.CNY, List.of(), Map.of(move, 1L), List.of(), Owed.NOTHING);
    }

    private static Position settle(MerchantDay day, SettlementCycle cycle) {
        return settle(day, cycle, 500_00);
    }

    private static Position settle(MerchantDay day, SettlementCycle cycle, long minPayout) {
        return Settlement.settle(day, Shops.reference(Shops.with(cycle, minPayout)));
    }
}

package io.qingfen.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.reference.RiskRule;
import io.qingfen.reference.RiskRule.Kind;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exactly at the limit is not above it. */
class MeasuringRiskTest {
    @ParameterizedTest(name = "{0} {1} of {2}: {3}")
    @CsvSource({
        "50000_00, 50000_00, 0, false",
        "50000_00, 50000_01, 1, true",
        "0, 1, 1, true",
    })
    void findsASaleAboveTheLimit(String limit, String largest, long sales, boolean above) {
        RiskRule rule = rule(Kind.SINGLE_AMOUNT, minor(limit), 0, 0, 0);
        assertThat(measure(minor(largest), sales, 0, 0).isAbove(rule)).isEqualTo(above);
    }

    @ParameterizedTest(name = "sales {0}, before {1} on {2} dates: {3}")
    @CsvSource({
        "5000_00, 3000_00, 3, false", // exactly five times the average of 1,000.00
        "5000_01, 3000_00, 3, true",
        "5000_00, 3000_01, 3, false",
        "5000_00, 2999_99, 3, true",
        "5000_01, 2000_00, 2, false", // too short a history
        "999_99, 30, 3, false", // below the floor
        "1000_00, 30, 3, true",
        "5000_01, 0, 0, false",
    })
    void comparesWithTheAverageOfTheDatesBefore(String sales, String before, int dates, boolean above) {
        RiskRule rule = rule(Kind.DAILY_AMOUNT, 1000_00, 500, 0, 3);
        assertThat(measure(minor(sales), minor(before), dates, 0).isAbove(rule)).isEqualTo(above);
    }

    @ParameterizedTest(name = "refunds {0} of {1}: {2}")
    @CsvSource({
        "200_00, 1000_00, false",
        "200_01, 1000_00, true",
        "200_00, 999_99, true",
        "99_99, 1_00, false", // below the floor
        "100_00, 0, true", // refunds without a sale
    })
    void comparesRefundsWithSales(String refunds, String sales, boolean above) {
        RiskRule rule = rule(Kind.REFUND_RATIO, 100_00, 0, 200_000, 0);
        assertThat(measure(minor(refunds), minor(sales), 0, 0).isAbove(rule)).isEqualTo(above);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({"2, 5, false", "3, 5, true", "3, 4, false", "0, 9, false"})
    void countsDeclinesForRiskAmongFailures(long risk, long failures, boolean above) {
        RiskRule rule = rule(Kind.RISK_DECLINES, 0, 0, 400_000, 5);
        assertThat(measure(risk, failures, 0, 0).isAbove(rule)).isEqualTo(above);
    }

    @ParameterizedTest(name = "{0} of {1}, {2} at night: {3}")
    @CsvSource({"1, 2, 9000_00, false", "2, 3, 9000_00, true", "2, 3, 99_99, false", "2, 3, 100_00, true"})
    void comparesNightAndDay(long night, long all, String amount, boolean above) {
        RiskRule rule = rule(Kind.NIGHT_SHARE, 100_00, 0, 500_000, 0);
        assertThat(measure(night, all, 0, minor(amount)).isAbove(rule)).isEqualTo(above);
    }

    @ParameterizedTest(name = "{0} uses: {1}")
    @CsvSource({"2, false", "3, true", "4, true"})
    void countsUsesOfOneCard(long uses, boolean above) {
        RiskRule rule = rule(Kind.SAME_CARD, 0, 0, 0, 3);
        assertThat(measure(uses, 1, 0, 0).isAbove(rule)).isEqualTo(above);
    }

    @Test
    void isExactForAnyAmount() {
        Random random = new Random(20260302);
        for (int i = 0; i < 2_000; i++) {
            long sales = random.nextLong() >>> 1;
            long before = random.nextLong() >>> 1;
            int dates = 1 + random.nextInt(30);
            int hundredths = 100 + random.nextInt(99_901);
            boolean above = BigInteger.valueOf(sales)
                            .multiply(BigInteger.valueOf(100L * dates))
                            .compareTo(BigInteger.valueOf(before).multiply(BigInteger.valueOf(hundredths)))
                    > 0;
            RiskRule rule = rule(Kind.DAILY_AMOUNT, 0, hundredths, 0, 1);
            assertThat(measure(sales, before, dates, 0).isAbove(rule)).isEqualTo(above);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SINGLE_AMOUNT | r M1: 52000.00 CNY in one sale, limit 50000.00; sales above it: 200",
                "DAILY_AMOUNT | r M1: sales 52000.00 CNY on the date, 2.00 CNY on 3 dates before, factor 2.5",
                "REFUND_RATIO | r M1: refunds 52000.00 CNY of sales 2.00 CNY, limit 20%",
                "RISK_DECLINES | r M1: 5200000 of 200 failures declined for risk, limit 20%",
                "SAME_CARD | r M1: one card used 5200000 times, limit 3; cards used so often: 200",
                "NIGHT_SHARE | r M1: 5200000 of 200 sales from 23:00 to 05:00, limit 20%",
            })
    void tellsTheFiguresAndTheLimit(Kind kind, String text) {
        RiskRule rule = rule(kind, 50000_00, 250, 200_000, 3);
        assertThat(measure(52000_00, 2_00, 3, 0).text(rule)).isEqualTo(text);
    }

    /** The subject of a case has room for 200 characters. */
    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(Kind.class)
    void fitsIntoTheSubjectOfACase(Kind kind) {
        RiskRule rule = new RiskRule(
                "x".repeat(60),
                LocalDate.EPOCH,
                kind,
                Set.of(),
                Set.of(),
                Currency.CNY,
                true,
                9_999_999_999_99L,
                100_000,
                999_999,
                30,
                Set.of(),
                Optional.of(new RiskRule.Night(LocalTime.of(23, 59, 59), LocalTime.of(23, 59, 58), true)));
        Measure largest = new Measure("9".repeat(15), 99_999_999_999_999_99L, 99_999_999_999_999_99L, 30, 0);
        assertThat(largest.text(rule).length()).isLessThanOrEqualTo(200);
    }

    private static long minor(String amount) {
        return Long.parseLong(amount.replace("_", ""));
    }

    private static Measure measure(long part, long whole, int dates, long stake) {
        return new Measure("M1", part, whole, dates, stake);
    }

    private static RiskRule rule(Kind kind, long amount, int hundredths, int partsPerMillion, int least) {
        return new RiskRule(
                "r",
                LocalDate.EPOCH,
                kind,
                Set.of(),
                Set.of(),
                Currency.CNY,
                true,
                amount,
                hundredths,
                partsPerMillion,
                least,
                Set.of("59"),
                Optional.of(new RiskRule.Night(LocalTime.of(23, 0), LocalTime.of(5, 0), false)));
    }
}

package io.qingfen.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.reference.Conditions;
import io.qingfen.reference.FeeRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeArithmeticTest {

    @ParameterizedTest
    @CsvSource({
        "838.00, 0.6%, 0.00, , , 5.03",
        "1333.00, 0.6%, 0.00, , , 8.00",
        "5.00, 0.38%, 0.00, , , 0.02",
        "4000.00, 0.5%, 0.00, , 20.00, 20.00",
        "2500.00, 1.5%, 100.00, , , 137.50",
        "4768.00, 0.6%, 0.00, , , 28.61",
        "99.00, 0.6%, 0.00, , , 0.59",
        "0.01, 0.6%, 0.00, , , 0.00",
        "3714.29, 0.5%, 0.00, , 20.00, 18.57",
        "1000000.00, 1.5%, 100.00, , 2000.00, 2000.00",
        "0.50, 0.38%, 0.00, 0.01, , 0.01",
        "0.01, 0.38%, 1.00, , , 0.01",
        "100.00, 0%, 0.00, 5.00, 3.00, 3.00",
    })
    void followsThePublishedVectors(String amount, String rate, String fixed, String min, String cap, String fee) {
        FeeRule rule =
                new FeeRule("r", Conditions.NONE, Rate.parse(rate), minor(fixed).orElse(0), minor(min), minor(cap));
        assertThat(Amounts.format(FeeArithmetic.fee(rule, minor(amount).orElseThrow()), Currency.CNY))
                .isEqualTo(fee);
    }

    @Test
    void agreesWithDecimalArithmeticOnRandomRules() {
        long seed = 20260212;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            long amount = random.nextLong(1, 1L << random.nextInt(1, 47));
            int ppm = random.nextInt(0, 1_000_001);
            long fixed = random.nextInt(4) == 0 ? random.nextLong(0, 10_000) : 0;
            OptionalLong min = random.nextInt(4) == 0 ? OptionalLong.of(random.nextLong(0, 500)) : OptionalLong.empty();
            OptionalLong cap =
                    random.nextInt(4) == 0 ? OptionalLong.of(random.nextLong(500, 9_000)) : OptionalLong.empty();
            FeeRule rule = new FeeRule("r", Conditions.NONE, new Rate(ppm), fixed, min, cap);
            assertThat(FeeArithmetic.fee(rule, amount))
                    .as("seed %d, round %d: %s of %d", seed, i, rule, amount)
                    .isEqualTo(byDecimals(rule, amount));
        }
    }

    private static long byDecimals(FeeRule rule, long amount) {
        BigDecimal fee = BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(rule.rate().partsPerMillion()))
                .movePointLeft(6)
                .add(BigDecimal.valueOf(rule.fixedMinor()));
        if (rule.minMinor().isPresent()) {
            fee = fee.max(BigDecimal.valueOf(rule.minMinor().getAsLong()));
        }
        if (rule.capMinor().isPresent()) {
            fee = fee.min(BigDecimal.valueOf(rule.capMinor().getAsLong()));
        }
        return fee.setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(amount))
                .longValueExact();
    }

    @Test
    void givesExactlyTheWholeFeeBackWhenASaleIsRefundedByParts() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            long original = random.nextLong(1, 1_000_000);
            long fee = random.nextLong(0, original + 1);
            long refunded = 0;
            long back = 0;
            while (refunded < original) {
                refunded += random.nextLong(1, original - refunded + 1);
                long part = GivenBack.proportional(fee, refunded, original, back);
                assertThat(part).isNotNegative();
                back += part;
            }
            assertThat(back).isEqualTo(fee);
        }
    }

    private static OptionalLong minor(String amount) {
        return amount == null ? OptionalLong.empty() : OptionalLong.of(Amounts.parse(amount, Currency.CNY));
    }
}

package io.qingfen.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
    private static final long MILLION = 1_000_000;

    @ParameterizedTest(name = "{0} / {1} is {2}")
    @CsvSource({
        "0, 10, 0",
        "4, 10, 0",
        "5, 10, 1",
        "14, 10, 1",
        "15, 10, 2",
        "25, 10, 3",
        "-4, 10, 0",
        "-5, 10, -1",
        "-14, 10, -1",
        "-15, 10, -2",
        "1, 3, 0",
        "2, 3, 1",
        "1, 2, 1",
        "-1, 2, -1",
        "7, 1, 7",
        "9223372036854775807, 1, 9223372036854775807",
        "9223372036854775807, 2, 4611686018427387904",
        "9223372036854775807, 9223372036854775807, 1",
        "4611686018427387903, 9223372036854775807, 0",
        "4611686018427387904, 9223372036854775807, 1",
        "-9223372036854775808, 1, -9223372036854775808",
        "-9223372036854775808, 3, -3074457345618258603"
    })
    void takesHalfAUnitAwayFromZero(long numerator, long denominator, long rounded) {
        assertThat(Rounding.halfUp(numerator, denominator)).isEqualTo(rounded);
    }

    /** Published by third parties; amounts and fees in fen. */
    @ParameterizedTest(name = "{1} of {0} fen is {2} fen")
    @CsvSource({
        "83800, 0.6%, 503",
        "476800, 0.6%, 2861",
        "133300, 0.6%, 800",
        "9900, 0.6%, 59",
        "500, 0.38%, 2",
        "1, 0.6%, 0",
        "400000, 0.5%, 2000",
        "371429, 0.5%, 1857",
        "250000, 1.5%, 3750",
        "100000000, 1.5%, 1500000"
    })
    void givesThePublishedFees(long amount, String rate, long fee) {
        assertThat(Rounding.proportionHalfUp(amount, Rate.parse(rate).partsPerMillion(), MILLION))
                .isEqualTo(fee);
    }

    @ParameterizedTest(name = "{0} × {1} / {2} is {3}")
    @CsvSource({
        "9223372036854775807, 1000000, 1000000, 9223372036854775807",
        "9223372036854775807, 999999, 1000000, 9223362813482738952",
        "-9223372036854775808, 1000000, 1000000, -9223372036854775808",
        "-9223372036854775807, 1, 2, -4611686018427387904",
        "9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807",
        "503, 41900, 83800, 252",
        "-503, 41900, 83800, -252"
    })
    void isExactForEveryLong(long value, long part, long whole, long rounded) {
        assertThat(Rounding.proportionHalfUp(value, part, whole)).isEqualTo(rounded);
    }

    @Test
    void refusesAResultThatDoesNotFit() {
        assertThatThrownBy(() -> Rounding.proportionHalfUp(Long.MAX_VALUE, 3, 2))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rounding.proportionHalfUp(Long.MIN_VALUE, -1, 1))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void agreesWithDecimalArithmetic() {
        long seed = 20260213;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200_000; i++) {
            long value = random.nextLong() >> random.nextInt(64);
            long part = random.nextLong() >> 1 + random.nextInt(63);
            long whole = (random.nextLong() >>> 1 + random.nextInt(63)) + 1;
            if (whole < 1) {
                continue;
            }
            BigInteger exact = new BigDecimal(BigInteger.valueOf(value).multiply(BigInteger.valueOf(part)))
                    .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                    .toBigInteger();
            if (exact.bitLength() < Long.SIZE) {
                assertThat(Rounding.proportionHalfUp(value, part, whole))
                        .as("seed %d, run %d: %d × %d / %d", seed, i, value, part, whole)
                        .isEqualTo(exact.longValueExact());
            }
        }
    }
}

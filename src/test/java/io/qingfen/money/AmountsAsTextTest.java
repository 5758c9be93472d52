package io.qingfen.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsAsTextTest {

    @ParameterizedTest(name = "{0} {1} is {2} minor units")
    @CsvSource({
        "1234.50, CNY, 123450",
        "0.00, CNY, 0",
        "0.01, CNY, 1",
        "0.10, CNY, 10",
        "-0.05, CNY, -5",
        "-12.30, CNY, -1230",
        "1200, JPY, 1200",
        "0, JPY, 0",
        "1.250, KWD, 1250",
        "0.0001, CLF, 1",
        "92233720368547758.07, CNY, 9223372036854775807",
        "-92233720368547758.07, CNY, -9223372036854775807",
        "9223372036854775807, JPY, 9223372036854775807",
        "90071992547409.93, CNY, 9007199254740993"
    })
    void areReadAndWrittenWithTheCurrencysDigits(String text, String code, long minor) {
        Currency currency = Currency.of(code);

        assertThat(Amounts.parse(text, currency)).isEqualTo(minor);
        assertThat(Amounts.format(minor, currency)).isEqualTo(text);
    }

    @ParameterizedTest(name = "not CNY: \"{0}\"")
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1.5",
                "1.500",
                "1.",
                ".50",
                "1E3",
                "1e2",
                "1.0E1",
                "+1.00",
                "--1.00",
                "01.00",
                "00.01",
                "1,234.50",
                "1.2.3",
                "1 000.00",
                " 1.00",
                "1.00 ",
                "1.00\n",
                "¥1.00",
                "0x1.00",
                "1_000.00",
                "１.００",
                "1.０0",
                "٣.٠٠",
                "1．00",
                "NaN",
                "Infinity",
                "1.00f",
                "-",
                "−1.00",
                "92233720368547758.08",
                "99999999999999999999.00"
            })
    void areRefusedInAnyOtherShape(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Amounts.parse(text, Currency.CNY));
    }

    @ParameterizedTest(name = "not {1}: \"{0}\"")
    @CsvSource({"1.00, JPY", "1., JPY", "1.00, KWD", "1.0000, KWD", "1.000, CLF", "1, CLF", "9223372036854775808, JPY"})
    void areRefusedWithAnotherCurrencysDigits(String text, String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Amounts.parse(text, Currency.of(code)));
    }

    @ParameterizedTest
    @CsvSource({"-9223372036854775808, 0, -9223372036854775808", "-9223372036854775808, 2, -92233720368547758.08"})
    void areWrittenDownToTheSmallestLong(long minor, int digits, String text) {
        assertThat(Amounts.format(minor, digits)).isEqualTo(text);
    }

    @Test
    void comeBackAsTheyWereWritten() {
        long seed = 20260302;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100_000; i++) {
            long minor = random.nextLong() >> random.nextInt(63);
            Currency currency = Currency.ofNumber(random.nextInt(100));
            if (minor == Long.MIN_VALUE) {
                continue;
            }
            assertThat(Amounts.parse(Amounts.format(minor, currency), currency))
                    .as("seed %d, run %d, %d %s", seed, i, minor, currency)
                    .isEqualTo(minor);
        }
    }

    @ParameterizedTest
    @CsvSource({"CNY, 100", "JPY, 1", "KWD, 1000", "CLF, 10000"})
    void haveSoManyMinorUnitsAMajorOne(String code, long scale) {
        assertThat(Amounts.scale(Currency.of(code))).isEqualTo(scale);
    }
}

package io.qingfen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldShapesTest {
    private static long amount(String text, int decimals, int integerDigits) {
        byte[] bytes = Lines.bytes("x" + text + "x");
        return Shapes.amount(bytes, 1, bytes.length - 1, decimals, integerDigits);
    }

    @ParameterizedTest
    @CsvSource({
        "1234.50, 2, 123450",
        "0.01, 2, 1",
        "0.00, 2, 0",
        "1200, 0, 1200",
        "0, 0, 0",
        "1.250, 3, 1250",
        "0.0001, 4, 1",
        "9999999999.99, 2, 999999999999",
        "9999999999, 0, 9999999999",
        "9999999999.9999, 4, 99999999999999",
    })
    void readsPlainDecimals(String text, int decimals, long minor) {
        assertThat(amount(text, decimals, Shapes.RECORD_DIGITS)).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "1E3", "1e200000000", "NaN", "Infinity", "+12.00", "-12.00", "-0.00", " 12.00", "12.00 ",
                "1,234.50", "1.234,56", "0x10", "１２.００", "١٢.٠٠", "12", "12.", "12.0", "12.000", ".50", "00.50",
                "012.00", "12.0a", "1 2.00", "12..0", "1.2.00", "12.00\0", "12345678901.00", "¥12.00", "12.00CNY", "∞"
            })
    void refusesEverythingElse(String text) {
        assertThat(amount(text, 2, Shapes.RECORD_DIGITS)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "12.50", "1.", "01"})
    void wantsExactlyTheDigitsOfTheCurrency(String text) {
        assertThat(amount(text, 0, Shapes.RECORD_DIGITS)).isEqualTo(-1);
        assertThat(amount(text, 3, Shapes.RECORD_DIGITS)).isEqualTo(-1);
    }

    @Test
    void readsTotalsUpToTheLargestLong() {
        assertThat(amount("92233720368547758.07", 2, Shapes.TOTAL_DIGITS)).isEqualTo(Long.MAX_VALUE);
        assertThat(amount("92233720368547758.08", 2, Shapes.TOTAL_DIGITS)).isEqualTo(-1);
        assertThat(amount("9223372036854775807", 0, Shapes.TOTAL_DIGITS)).isEqualTo(Long.MAX_VALUE);
        assertThat(amount("9999999999999999999", 0, Shapes.TOTAL_DIGITS)).isEqualTo(-1);
        assertThat(amount("9223372036854775.807x", 4, Shapes.TOTAL_DIGITS)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "000001, 6, 1",
        "999999, 6, 999999",
        "00001, 6, -1",
        "0000001, 6, -1",
        "00000a, 6, -1",
        "'', 6, -1",
        "+00001, 6, -1",
        "０００００１, 6, -1",
        "010013800676, 12, 10013800676",
        "01001380067, 12, -1",
    })
    void readsNumbersOfFixedLength(String text, int length, long value) {
        byte[] bytes = Lines.bytes(text);
        assertThat(Shapes.digits(bytes, 0, bytes.length, length)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "123456789, 123456789",
        "07, -1",
        "'', -1",
        "-1, -1",
        "1.0, -1",
        "1e3, -1",
        "999999999999999999, 999999999999999999",
        "1000000000000000000, -1"
    })
    void readsCounts(String text, long value) {
        byte[] bytes = Lines.bytes(text);
        assertThat(Shapes.count(bytes, 0, bytes.length)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00",
                "2026-03-02T23:59:59",
                "2024-02-29T12:00:00",
                "2000-02-29T00:00:00",
                "1969-12-31T23:59:59",
                "0001-01-01T00:00:00",
                "9999-12-31T23:59:59"
            })
    void readsTimesAsJavaDoes(String text) {
        byte[] bytes = Lines.bytes(text);
        assertThat(Shapes.time(bytes, 0, bytes.length))
                .isEqualTo(LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC));
    }

    @Test
    void readsEveryDayOfFourHundredYearsAsJavaDoes() {
        for (LocalDate day = LocalDate.of(1800, 1, 1); day.getYear() < 2201; day = day.plusDays(1)) {
            byte[] bytes = Lines.bytes(day.toString());
            assertThat(Shapes.date(bytes, 0, 10)).isEqualTo(day.toEpochDay());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00",
                "1900-02-29T00:00:00",
                "2026-13-01T00:00:00",
                "2026-00-01T00:00:00",
                "2026-04-31T00:00:00",
                "2026-03-02T24:00:00",
                "2026-03-02T23:60:00",
                "2026-03-02T23:00:60",
                "2026-03-02 23:00:00",
                "2026-03-02T23:00:00Z",
                "2026-3-2T23:00:00",
                "2026-03-02",
                "",
                "2026/03/02T23:00:00",
                "0000-01-01T00:00:00",
                "２０２６-03-02T1:00:00"
            })
    void refusesTimesThatAreNone(String text) {
        byte[] bytes = Lines.bytes(text);
        assertThat(Shapes.time(bytes, 0, bytes.length)).isEqualTo(Shapes.NO_TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "622202******1234, true",
        "622202*1234, true",
        "6222021234, false",
        "62220******1234, false",
        "622202******123, false",
        "622202xxxxxx1234, false",
        "622202******12345, false"
    })
    void knowsMaskedNumbers(String text, boolean good) {
        byte[] bytes = Lines.bytes(text);
        assertThat(Shapes.isMaskedPan(bytes, 0, bytes.length)).isEqualTo(good);
    }

    @Test
    void knowsTokensAndPrintableTexts() {
        assertThat(token("tk_Az-09")).isTrue();
        assertThat(token("")).isTrue();
        assertThat(token("x".repeat(64))).isTrue();
        assertThat(token("x".repeat(65))).isFalse();
        assertThat(token("a b")).isFalse();
        assertThat(token("a\0b")).isFalse();
        assertThat(printable("a b~!")).isTrue();
        assertThat(printable("x".repeat(65))).isFalse();
        assertThat(printable("a\tb")).isFalse();
        assertThat(printable("a\0b")).isFalse();
        assertThat(printable("é")).isFalse();
        assertThat(printable("\u007f")).isFalse();
    }

    private static boolean token(String text) {
        byte[] bytes = Lines.bytes(text);
        return Shapes.isToken(bytes, 0, bytes.length);
    }

    private static boolean printable(String text) {
        byte[] bytes = Lines.bytes(text);
        return Shapes.isPrintable(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({"CNY, true", "ZZZ, true", "cny, false", "CN, false", "CNYX, false", "C1Y, false", "'', false"})
    void knowsTheShapeOfCurrencies(String text, boolean good) {
        byte[] bytes = Lines.bytes(text);
        assertThat(Shapes.currency(bytes, 0, bytes.length) >= 0).isEqualTo(good);
    }
}

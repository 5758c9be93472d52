package io.qingfen.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingBytesTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 5, 10, 99, 100, 101, 999, 1_000, 123_456, 214_748_364_700L, 99_999_999_999_999L})
    void writesAmountsAsTheBooksDo(long minor) {
        assertThat(new Bytes(100).amount(minor)).hasToString(Amounts.format(minor, Currency.CNY));
    }

    @Test
    void writesFixedWidths() {
        Bytes bytes =
                new Bytes(100).six(42).put(' ').twelve(10_013_800_034L).put(' ').timeOfDay(86_399);
        assertThat(bytes.put(' ').hex12(0x0102_abcd_ef01L)).hasToString("000042 010013800034 23:59:59 0102abcdef01");
    }

    @Test
    void growsByTheLine() {
        Bytes bytes = new Bytes(Bytes.LINE);
        IntStream.range(0, 1_000).forEach(i -> bytes.line().number(i).put('\n'));
        assertThat(bytes.toString().lines()).hasSize(1_000).endsWith("999");
    }

    @Test
    void neverGoesBackInTime() {
        int before = 0;
        for (long share = 0; share < 1L << 32; share += 1 << 20) {
            int second = Hours.secondAt(share);
            assertThat(second).isBetween(Math.max(before, 6 * 3600), 22 * 3600 + 1800);
            before = second;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 97, 1_000, 4_096})
    void scattersEachShopOnce(int shops) {
        ScatteredOrder order = new ScatteredOrder(shops);
        assertThat(IntStream.range(0, shops).map(order::at).sorted())
                .hasSize(shops)
                .doesNotHaveDuplicates();
    }
}

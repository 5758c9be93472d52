package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShowTest {
    private final Show show = new Show();

    @Test
    void writesAmountsWithTheDigitsOfTheirCurrency() {
        assertThat(show.money(-123456789, "CNY")).isEqualTo("-1,234,567.89 CNY");
        assertThat(show.money(1234, "JPY")).isEqualTo("1,234 JPY");
        assertThat(show.money(1234567, "KWD")).isEqualTo("1,234.567 KWD");
    }

    @Test
    void writesSizesInThousands() {
        assertThat(show.bytes(0)).isEqualTo("0 B");
        assertThat(show.bytes(999)).isEqualTo("999 B");
        assertThat(show.bytes(1000)).isEqualTo("1.0 kB");
        assertThat(show.bytes(4_149_999)).isEqualTo("4.1 MB");
        assertThat(show.bytes(2_000_000_000_000L)).isEqualTo("2.0 TB");
    }

    @Test
    void writesTimesThatRemain() {
        assertThat(show.lasts(Duration.ofSeconds(14))).isEqualTo("00:14");
        assertThat(show.lasts(Duration.ofSeconds(3734))).isEqualTo("1:02:14");
    }
}

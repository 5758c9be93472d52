package io.qingfen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingCardNumbersTest {
    private static boolean found(String text) {
        byte[] bytes = Lines.bytes(text);
        return CardNumbers.isIn(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "4111111111111111, true",
        "tk_4111111111111111, true",
        "4111111111111111_x, true",
        "x4111111111111111y, true",
        "378282246310005, true",
        "6011000990139424, true",
        "6200000000000000000, true",
        "4222222222222, true",
        "4111111111111112, false",
        "411111******1111, false",
        "411111111111, false",
        "41111111111111110, false",
        "14111111111111111, false",
        "41111111111111111111, false",
        "'', false",
        "tk_ca920e5296c2, false",
        "tk_1111111111111, false",
        "1234567890_4111111111111111, true",
    })
    void looksAtWholeRunsOfDigits(String text, boolean expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @Test
    void findsANumberAtEveryPlace() {
        for (int before = 0; before < 40; before++) {
            assertThat(found("x".repeat(before) + "4222222222222" + "y")).isTrue();
            assertThat(found("12345x".repeat(before) + "6200000000000000000")).isTrue();
        }
    }

    @Test
    void masksTheMiddle() {
        assertThat(CardNumbers.masked("tk_4111111111111111/378282246310005"))
                .isEqualTo("tk_411111******1111/378282*****0005");
        assertThat(CardNumbers.masked("010013800676,898310000000009")).isEqualTo("010013800676,898310000000009");
    }
}

package io.qingfen.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "4111111111111111, 4111****1111",
        "4111 1111 1111 1111, 4111****1111",
        "4111-1111-1111-1111, 4111****1111",
        "6222020200112345679, 6222****5679",
        "378282246310005, 3782****0005",
        "3782 822463 10005, 3782****0005",
        "30569309025904, 3056****5904",
        "4222222222222, 4222****2222"
    })
    void areShownByTheirEnds(String number, String shown) {
        assertThat(CardNumbers.masked("pan=" + number + ".")).isEqualTo("pan=" + shown + ".");
    }

    @Test
    void areFoundInsideWords() {
        assertThat(CardNumbers.masked("card4111111111111111x, and 5500000000000004"))
                .isEqualTo("card4111****1111x, and 5500****0004");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "merchant 898310000000001", // 15 digits, no card begins so
                "P20260302-898310000000001",
                "4111111111111112", // no check digit
                "123456789012", // too short
                "41111111111111111111", // too long
                "2026-03-02 10:11:12.123456",
                ""
            })
    void areToldFromOtherNumbers(String text) {
        assertThat(CardNumbers.masked(text)).isEqualTo(text);
    }
}

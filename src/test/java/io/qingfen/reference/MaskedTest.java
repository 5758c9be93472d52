package io.qingfen.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.Masked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({
        "6222021001000000001, 6222****0001",
        "622202100100, ****100",
        "622202100100123, ****123",
        "6222021001001234, 6222****1234",
        "12345678, ****78",
        "1234, ****4",
        "123, ****",
        "GB29NWBK60161331926819, GB29****6819"
    })
    void showsTheEndsOfAnAccount(String account, String masked) {
        assertThat(Masked.account(account)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "card 4111111111111111 of shop 5812, card 4111****1111 of shop 5812",
        "4111 1111 1111 1111, 4111****1111",
        "4111-1111-1111-1111, 4111****1111",
        "2026-03-02, 2026-03-02",
        "123456789, 123456789",
        "1234567890, ****90"
    })
    void hidesLongNumbersInText(String text, String masked) {
        assertThat(Masked.numbersIn(text)).isEqualTo(masked);
    }

    @Test
    void keepsAccountNumbersOutOfLogs() {
        assertThat(Settings.DEFAULTS.toString()).doesNotContain("1001000000000000001");
        assertThat(new Accounts.Account("M1", "Noodles", "Wang", "6222021001000000001", "6222****0001", "B", "Bank")
                        .toString())
                .doesNotContain("6222021001000000001");
    }
}

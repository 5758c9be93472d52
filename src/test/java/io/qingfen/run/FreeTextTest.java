package io.qingfen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reasons and comments are kept for years: no card or account number gets into them. */
class FreeTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "card 4111111111111111 stolen",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "holder 9900000000000000037 says so",
                "6222021001000000001",
                "amex 378282246310005.",
                "(30569309025904)"
            })
    void refusesFullNumbers(String text) {
        assertThatThrownBy(() -> FreeText.withoutNumbersOfCards("--reason", text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--reason: holds what looks like the full number")
                .hasMessageNotContaining("1111111111111111")
                .hasMessageNotContaining("9900000000000000037");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "merchant 898310058120001 asked",
                "payout P20260302-898310058120001",
                "case K0123456789abcdef0123",
                "2026-03-02 898310058120002",
                "622202****0001",
                "batch 000001, trace 000002, rrn 285000000004",
                "转账 12,345.67"
            })
    void leavesIdsDatesAndAmounts(String text) {
        assertThat(FreeText.withoutNumbersOfCards("--reason", text)).isEqualTo(text);
    }
}

package io.qingfen.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PayoutIdentityTest {
    private static final LocalDate FEB_12 = LocalDate.of(2026, 2, 12);

    @Test
    void isMadeOfDateAndMerchant() {
        assertThat(PayoutId.of(FEB_12, "898310000000001", Currency.CNY, Currency.CNY))
                .isEqualTo("P20260212-898310000000001");
    }

    @Test
    void namesAnotherCurrencyThanTheHomeCurrency() {
        assertThat(PayoutId.of(FEB_12, "898310000000001", Currency.of("USD"), Currency.CNY))
                .isEqualTo("P20260212-898310000000001-USD")
                .hasSizeLessThanOrEqualTo(35);
    }

    @ParameterizedTest
    @EnumSource(PayoutState.class)
    void changesOnlyAsListed(PayoutState state) {
        Set<PayoutState> expected =
                switch (state) {
                    case PREPARED -> EnumSet.of(PayoutState.RELEASED, PayoutState.WITHDRAWN);
                    case RELEASED -> EnumSet.of(PayoutState.SENT);
                    case SENT ->
                        EnumSet.of(PayoutState.PAID, PayoutState.REJECTED, PayoutState.RETURNED, PayoutState.UNKNOWN);
                    case UNKNOWN -> EnumSet.of(PayoutState.PAID, PayoutState.REJECTED);
                    default -> EnumSet.noneOf(PayoutState.class);
                };
        for (PayoutState next : PayoutState.values()) {
            assertThat(state.mayBecome(next)).as(state + " -> " + next).isEqualTo(expected.contains(next));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "6222021001000000001, true",
        "DE89370400440532013000, true",
        "12-34/56.7 8, true",
        "1, true",
        "'', false",
        "' 1', false",
        "1|2, false",
        "１２３, false",
        "12345678901234567890123456789012345, false"
    })
    void paysOnlyToAnAccountNumberThatFitsEveryFile(String accountNo, boolean fits) {
        assertThat(BankCodes.isAccountNo(accountNo)).isEqualTo(fits);
    }
}

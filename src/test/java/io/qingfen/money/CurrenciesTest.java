package io.qingfen.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrenciesTest {

    @ParameterizedTest
    @CsvSource({
        "CNY, 2", "USD, 2", "EUR, 2", "HKD, 2", "JPY, 0", "KRW, 0", "VND, 0", "CLP, 0", "ISK, 0", "KWD, 3", "BHD, 3",
        "JOD, 3", "OMR, 3", "TND, 3", "IQD, 3", "LYD, 3", "CLF, 4", "UYW, 4"
    })
    void haveTheMinorDigitsOfIso4217(String code, int digits) {
        assertThat(Currency.of(code).digits()).isEqualTo(digits);
        assertThat(Currency.of(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cny", "RMB", "XXX", "CN", "CNYY", "ABC", " CNY"})
    void areUnknownOtherwise(String code) {
        assertThat(Currency.find(code)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> Currency.of(code));
    }

    @Test
    void areSharedAndFoundByNumber() {
        assertThat(Currency.of("CNY")).isSameAs(Currency.CNY);
        for (String code : Set.of("CNY", "JPY", "KWD", "CLF", "ZWG")) {
            Currency currency = Currency.of(code);
            assertThat(Currency.ofNumber(currency.number())).isSameAs(currency);
        }
    }

    /** The platform's own table may be older or newer than ours, but where both know a code they must agree. */
    @Test
    void agreeWithThePlatformWhereItKnowsThem() {
        for (java.util.Currency known : java.util.Currency.getAvailableCurrencies()) {
            Currency ours = Currency.find(known.getCurrencyCode());
            if (ours != null) {
                assertThat(ours.digits()).as(ours.code()).isEqualTo(known.getDefaultFractionDigits());
            }
        }
    }
}

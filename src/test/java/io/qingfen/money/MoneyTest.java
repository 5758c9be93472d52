package io.qingfen.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Currency JPY = Currency.of("JPY");
    private static final Money CNY_12_30 = Money.parse("12.30", Currency.CNY);
    private static final Money CNY_0_05 = Money.parse("0.05", Currency.CNY);
    private static final Money MOST = new Money(Long.MAX_VALUE, Currency.CNY);
    private static final Money LEAST = new Money(Long.MIN_VALUE, Currency.CNY);

    @Test
    void addsAndSubtractsExactly() {
        assertThat(CNY_12_30.plus(CNY_0_05)).hasToString("12.35 CNY");
        assertThat(CNY_12_30.minus(CNY_0_05)).hasToString("12.25 CNY");
        assertThat(CNY_0_05.minus(CNY_12_30)).hasToString("-12.25 CNY");
        assertThat(CNY_0_05.minus(CNY_12_30).isNegative()).isTrue();
        assertThat(CNY_12_30.negated()).hasToString("-12.30 CNY");
        assertThat(Money.zero(JPY)).hasToString("0 JPY");
    }

    @Test
    void neverWraps() {
        assertThatThrownBy(() -> MOST.plus(CNY_0_05)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> LEAST.minus(CNY_0_05)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(LEAST::negated).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void neverMixesCurrencies() {
        Money yen = new Money(1, JPY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CNY_12_30.plus(yen))
                .withMessage("mixed currencies: CNY and JPY");
        assertThatIllegalArgumentException().isThrownBy(() -> CNY_12_30.minus(yen));
        assertThatIllegalArgumentException().isThrownBy(() -> CNY_12_30.compareTo(yen));
    }

    @Test
    void isOrderedByAmount() {
        assertThat(CNY_0_05).isLessThan(CNY_12_30);
        assertThat(CNY_12_30).isEqualByComparingTo(new Money(1_230, Currency.CNY));
    }
}

package io.qingfen.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {

    @ParameterizedTest(name = "{0} is {1} parts per million")
    @CsvSource({
        "0%, 0, 0%",
        "0.38%, 3800, 0.38%",
        "0.60%, 6000, 0.6%",
        "0.6%, 6000, 0.6%",
        "0.0325%, 325, 0.0325%",
        "0.7801%, 7801, 0.7801%",
        "0.0001%, 1, 0.0001%",
        "2.50%, 25000, 2.5%",
        "10%, 100000, 10%",
        "100%, 1000000, 100%",
        "100.0000%, 1000000, 100%"
    })
    void areExactInPartsPerMillion(String text, int partsPerMillion, String shown) {
        assertThat(Rate.parse(text)).isEqualTo(new Rate(partsPerMillion)).hasToString(shown);
    }

    @ParameterizedTest(name = "not a rate: \"{0}\"")
    @ValueSource(
            strings = {
                "",
                "%",
                "0.38",
                "0.0038",
                "0.38 %",
                " 0.38%",
                "0.38%%",
                "0,38%",
                ".38%",
                "0.%",
                "00.38%",
                "0.00001%",
                "-0.38%",
                "+0.38%",
                "100.0001%",
                "101%",
                "1000%",
                "3.8e-1%",
                "０.３８%",
                "0.38％",
                "38bp"
            })
    void areRefusedInAnyOtherShape(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse(text));
    }

    @Test
    void lieBetweenNothingAndAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1_000_001));
        assertThat(Rate.ZERO.partsPerMillion()).isZero();
    }
}

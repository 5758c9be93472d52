package io.qingfen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuhnTest {
    @ParameterizedTest
    @CsvSource({
        "79927398713, true",
        "79927398710, false",
        "4111111111111111, true",
        "4111111111111112, false",
        "378282246310005, true",
        "0, true",
        "9, false",
        "18, true"
    })
    void isTheSameForTextAndBytesWhereverTheyBegin(String digits, boolean passes) {
        String text = "7" + digits + "3";
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Luhn.passes(text, 1, text.length() - 1)).isEqualTo(passes);
        assertThat(Luhn.passes(bytes, 1, bytes.length - 1)).isEqualTo(passes);
    }
}

package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardsInsideTest {
    private static final Path SAMPLES = Path.of("sample-files/schemes");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scheme-unionpay_20260302_01.txt",
                "disputes-unionpay_20260303_01.txt",
                "scheme-alipay_20260302_01.zip",
                "formats/scheme-mastercard_20260302_01.dat"
            })
    void filesWithCardsAndPackedOnesAreSuspected(String sample) throws IOException {
        assertThat(CardsInside.of(Files.newInputStream(SAMPLES.resolve(sample))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scheme-wechat_20260302_01.csv",
                "funds-wechat_20260302_01.csv",
                "formats/scheme-adyen_20260302_01.csv",
                "formats/scheme-wallet_20260302_01.txt"
            })
    void textsWithoutCardsAreNot(String sample) throws IOException {
        assertThat(CardsInside.of(Files.newInputStream(SAMPLES.resolve(sample))))
                .isFalse();
    }

    @Test
    void aNumberIsOneOnlyAlone() throws IOException {
        assertThat(of("6217000000001004")).isTrue();
        assertThat(of("a6217000000001004")).isTrue();
        assertThat(of("6217000000001005")).isFalse();
        assertThat(of("42000010006217000000001004")).isFalse();
        assertThat(of("")).isFalse();
    }

    private static boolean of(String text) throws IOException {
        return CardsInside.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }
}

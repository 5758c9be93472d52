package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.review.CaseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0          | CNY | 0.00 CNY",
                "5          | CNY | 0.05 CNY",
                "99999      | CNY | 999.99 CNY",
                "100000     | CNY | 1,000.00 CNY",
                "-123456789 | CNY | -1,234,567.89 CNY",
                "-12345     | CNY | -123.45 CNY",
                "1234567    | JPY | 1,234,567 JPY",
                "1234567    | KWD | 1,234.567 KWD",
                "1234       | XXX | 1,234 XXX",
            })
    void groupAmountsByThousands(long minor, String currency, String text) {
        assertThat(Words.money(minor, currency)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0 merchants", "1 | 1 merchant", "2 | 2 merchants", "12345 | 12,345 merchants"})
    void countThings(long count, String text) {
        assertThat(Words.counted(count, "merchant")).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(CaseKind.class)
    void explainEveryKindOfCase(CaseKind kind) {
        assertThat(CaseWords.of(kind)).isNotBlank().doesNotContain(kind.name()).hasSizeLessThan(70);
    }

    @Test
    void cutsLongTextsAtWholeCharacters() {
        assertThat(Words.cut("police inquiry", 14)).isEqualTo("police inquiry");
        assertThat(Words.cut("police inquiry", 8)).isEqualTo("police…");
        assertThat(Words.cut("𠮷𠮷𠮷", 2)).isEqualTo("𠮷…");
    }
}

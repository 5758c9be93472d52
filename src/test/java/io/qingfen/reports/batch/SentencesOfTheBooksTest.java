package io.qingfen.reports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.settlement.Line;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the books say in English is Chinese in reports, statements and cases of a Chinese installation. */
class SentencesOfTheBooksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "big-sale 898310000000001: 52000.00 CNY in one sale, limit 50000.00; sales above it: 2",
                "sudden 898310000000001: sales 9.00 CNY on the date, 4.00 CNY on 30 dates before, factor 2.5",
                "back 898310000000001: refunds 9.00 CNY of sales 10.00 CNY, limit 30%",
                "one-card 898310000000001: one card used 7 times, limit 5; cards used so often: 1",
                "declines 898310000000001: 7 of 20 failures declined for risk, limit 20%",
                "night 898310000000001: 7 of 20 sales from 23:00 to 05:00, limit 20%",
                "night 898310000000001: 7.00 CNY of 20.00 CNY from 23:00 to 05:00, limit 20%",
                "the bank reports RJCT for a whole file (AC01); results are taken payout by payout (f.xml:1)",
                "the bank reports ACSC for payout P20260302-1, which was never made (f.csv:2)",
                "P20260302-1: the bank reports ACSC for 5.00 CNY, the payout is 5.01 CNY (f.csv:2)",
                "P20260302-1: the bank reports XXXX, which is not known here (f.csv:2)",
                "P20260302-1: the bank reports ACSC, but it is PAID already (f.csv:2)",
                "P20260302-1: the bank reports ACSC, but it is PREPARED and was never released (f.csv:2)",
                "P20260302-1: 604.42 CNY UNKNOWN, no answer (f.csv:2)",
                "P20260302-1: 604.42 CNY UNKNOWN (f.csv:2)",
                "P20260302-1: 604.42 CNY REJECTED, AC04 (f.xml:1)",
                "P20260302-1: 604.42 CNY RETURNED, AC04 (f.xml:1)",
                "10000001: withheld, 99.00 still to collect",
                "10000001: 3 months reached, earned 30.00",
                "10000001: counted volume 50000.00, earned 100.00",
                "10000001: returned 2026-03-02",
                "until 2026-08-29",
                "of 2026-03-02",
                "payout P20260302-1 REJECTED",
                "case K0123456789abcdef0123, SETTLE_AUTHORIZED, FEE",
                "adjustment J0123456789abcdef0123 of fees of 2026-03-02",
                "adjustment J0123456789abcdef0123 of instant fees of 2026-03-02 to 2026-03-05",
                "f.csv:9: the trailer states 2 batches, the file holds 1",
                "f.csv:9: the trailer states 2 details, the file holds 1",
                "f.csv:9: the trailer states 2 authorizations, the file holds 1",
                "f.csv:9: the trailer states amount 1.00, the file holds 2.00 (accepted 2.00, rejected 0, 0 unreadable)",
                "f.csv:9: the trailer's amount 12.5 has 1 decimals, the currency 2",
                "5.00 of the stated 12.50 belong to 1 rejected records whose amount cannot be read",
                "f.csv: not UTF-8: byte 3 of 9 is no part of a character",
                "f.csv: not UTF-8: byte 3 of 9 is no part of a character (UTF-16? send UTF-8)",
                "f.csv: no header: 0 lines H, expected 1 (the file is empty)",
                "f.csv: no trailer: 0 lines T, expected 1 (cut off after 9 lines?)",
                "f.csv:1: the header says kind AUTHORIZATIONS, the name TERMINAL_BATCHES",
                "f.csv:4: stands behind the trailer of line 3"
            })
    void areChinese(String english) {
        String said = ShippedTexts.in("zh").words().told().of(english);
        assertThat(said)
                .isNotEqualTo(english)
                .containsPattern("\\p{IsHan}")
                .doesNotContain("the ", "{", " of ", " bank ");
        assertThat(ShippedTexts.in("en").words().told().of(english)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "night M1: 7 of 20 sales from 23:00 to 05:00, limit 20%|night M1：20 笔交易中 7 笔在 23:00 至 05:00 之间，限额 20%",
                "the bank reports ACSC for payout P1, which was never made (f.csv:2)|银行对付款 P1 回报 ACSC，我方从未出具该付款（f.csv:2）",
                "P1: 604.42 CNY UNKNOWN, no answer (f.csv:2)|P1：604.42 CNY，出款结果未知，银行说明：no answer（f.csv:2）",
                "P1: 604.42 CNY REJECTED (f.csv:2)|P1：604.42 CNY，银行拒绝付款（f.csv:2）",
                "P1: the bank reports ACSC for 5.00 CNY, the payout is 5.01 CNY (f.csv:2)|P1：银行对 5.00 CNY 回报 ACSC，该付款为 5.01 CNY（f.csv:2）"
            })
    void keepTheirNumbersAtTheRightPlace(String english, String chinese) {
        assertThat(ShippedTexts.in("zh").cases().told().of(english)).isEqualTo(chinese);
    }

    /** The way from sales to payouts names each line that is not zero, so one without words is seen as its code. */
    @ParameterizedTest
    @EnumSource(Line.class)
    void everyLineOfAPositionHasWords(Line line) {
        for (String language : List.of("en", "zh")) {
            assertThat(ShippedTexts.in(language).words().of("statement.line.", line.name()))
                    .as(language)
                    .isNotEmpty()
                    .doesNotContain(line.name());
        }
    }

    /** A language that leaves a slot out, or has one more, says less or something else. */
    @Test
    void haveTheSameSlotsInBothLanguages() throws IOException {
        Pattern slot = Pattern.compile("\\{[^}]*}");
        try (Reader words = Files.newBufferedReader(Path.of("src/main/resources/io/qingfen/reports/words.csv"))) {
            for (CSVRecord row : CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(words)) {
                List<String> english = slot.matcher(row.get("en"))
                        .results()
                        .map(MatchResult::group)
                        .toList();
                List<String> chinese = slot.matcher(row.get("zh"))
                        .results()
                        .map(MatchResult::group)
                        .toList();
                assertThat(chinese).as(row.get("key")).containsExactlyInAnyOrderElementsOf(english);
                if (row.get("key").startsWith("phrase:")) {
                    assertThat(english).as("rising order of " + row.get("key")).isSorted();
                }
            }
        }
    }
}

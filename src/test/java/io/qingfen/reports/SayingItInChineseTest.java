package io.qingfen.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.reports.Phrases.Phrase;
import java.util.List;
import org.junit.jupiter.api.Test;

class SayingItInChineseTest {
    private final Phrases phrases = new Phrases(List.of(
            new Phrase("{1}: sales {2} on {3} dates", "{1}：{3} 日交易 {2}"),
            new Phrase("{1}: costs $ {2}", "{1}：{2} 元"),
            new Phrase("send it again", "请重发")));

    @Test
    void putsWhatStandsInTheSlotsAtTheirPlace() {
        assertThat(phrases.of("M1: sales 5.00 CNY on 30 dates")).isEqualTo("M1：30 日交易 5.00 CNY");
        assertThat(phrases.of("a\\b: costs $ $1")).isEqualTo("a\\b：$1 元");
    }

    @Test
    void leavesWhatNobodyPutIntoWords() {
        assertThat(phrases.of("UNIONPAY DEBIT standard")).isEqualTo("UNIONPAY DEBIT standard");
        assertThat(phrases.of("")).isEmpty();
        assertThat(Phrases.NONE.of("send it again")).isEqualTo("send it again");
    }

    @Test
    void takesSentencesOneByOne() {
        assertThat(phrases.ofEach("M1: costs $ 3; send it again; or not")).isEqualTo("M1：3 元; 请重发; or not");
    }
}

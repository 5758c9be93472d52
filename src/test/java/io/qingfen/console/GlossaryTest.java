package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One spelling for each thing, on Chinese pages too. */
class GlossaryTest {
    private static final Map<String, List<String>> TERMS = terms();

    /** Rows of the tables: term, Chinese terms, meaning. */
    private static Map<String, List<String>> terms() {
        Map<String, List<String>> terms = new HashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("docs/GLOSSARY.md"))) {
                String[] cells = line.split(" *\\| *");
                if (cells.length == 4) {
                    terms.put(cells[1], List.of(cells[2].split(", *")));
                }
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return terms;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "merchant|merchant",
                "terminal|terminal",
                "authorization|authorized",
                "capture, slip|captured",
                "sale, offline sale|type.SALE type.OFFLINE_SALE",
                "void|type.VOID",
                "refund|type.REFUND",
                "reversal|kind.REVERSAL_WITHOUT_ORIGINAL",
                "pre-authorization, completion|type.PREAUTH_COMPLETION",
                "response code|field.response",
                "business date|date",
                "clearing|stage.CLEARING",
                "settlement|stage.SETTLEMENT",
                "payout|payouts",
                "value date|value.date",
                "net settlement position|positions",
                "brought forward, carried forward|line.BROUGHT_FORWARD carried",
                "hold|holds",
                "risk rule|kind.RISK_RULE",
                "control totals|controls",
                "restart|restart",
                "re-run|again",
                "merchant fee (MDR)|line.MERCHANT_FEES",
                "scheme cost|fact.schemeCost",
                "instant fee|line.INSTANT_FEE",
                "terminal deposit|deposits",
                "reserve|line.RESERVE_WITHHELD",
                "agent share|told.agent-share",
                "trial balance|balance",
                "credits withheld|line.CREDITS_WITHHELD",
                "reject|chain.REJECTED",
                "case|cases",
                "exposure|exposure",
                "resolution|resolution",
                "proposal|proposal",
                "selection|many",
                "adjustment|line.ADJUSTMENTS adjustment",
                "write-off|resolution.WRITE_OFF",
                "maker, checker|assignee approve",
                "settled, not settled, held|disposition.SETTLED disposition.NOT_SETTLED disposition.HELD"
            })
    void pagesCallThingsAsTheGlossaryDoes(String term, String keys) throws IOException {
        Properties chinese = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/console/messages_zh_CN.properties"))) {
            chinese.load(reader);
        }
        assertThat(TERMS).containsKey(term);
        for (String key : keys.split(" ")) {
            assertThat(TERMS.get(term))
                    .as(key + "=" + chinese.getProperty(key))
                    .anyMatch(word -> chinese.getProperty(key).contains(word));
        }
    }
}

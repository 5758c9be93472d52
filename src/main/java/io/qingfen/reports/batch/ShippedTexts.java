package io.qingfen.reports.batch;

import io.qingfen.reports.CaseTexts;
import io.qingfen.reports.Explanation;
import io.qingfen.reports.Phrases;
import io.qingfen.reports.Phrases.Phrase;
import io.qingfen.reports.ReportTexts;
import io.qingfen.reports.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the texts of reports, which ship beside the rules that use them. */
final class ShippedTexts {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Of keys of sentences that the books keep in English. */
    private static final String PHRASE = "phrase:";

    private ShippedTexts() {}

    /** @param language {@code en}, anything else is Chinese */
    static ReportTexts in(String language) {
        String column = "en".equals(language) ? "en" : "zh";
        Map<String, String> words = new HashMap<>();
        List<Phrase> sentences = new ArrayList<>();
        for (CSVRecord row : rows("words.csv")) {
            if (row.get("key").startsWith(PHRASE)) {
                sentences.add(new Phrase(row.get("en"), row.get(column)));
            } else {
                words.put(row.get("key"), row.get(column));
            }
        }
        Phrases phrases = column.equals("en") ? Phrases.NONE : new Phrases(sentences);
        Map<String, Explanation> cases = new HashMap<>();
        rows("case-texts.csv")
                .forEach(row -> cases.put(
                        row.get("kind"),
                        new Explanation(
                                row.get("category"), row.get("reason_" + column), row.get("action_" + column))));
        return new ReportTexts(column, new Words(words, phrases), new CaseTexts(cases, phrases), text("report.css"));
    }

    static List<CSVRecord> rows(String name) {
        try (InputStreamReader in = new InputStreamReader(shipped(name), StandardCharsets.UTF_8)) {
            return WITH_HEADER.parse(in).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (InputStream in = shipped(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream shipped(String name) {
        return ReportTexts.class.getResourceAsStream(name);
    }
}

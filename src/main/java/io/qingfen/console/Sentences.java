package io.qingfen.console;

import io.qingfen.reports.Phrases;
import io.qingfen.reports.Phrases.Phrase;
import io.qingfen.reports.ReportWords;
import io.qingfen.reports.Words;
import io.qingfen.run.OnlyServing;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;

/** Sentences that the books and the rules keep in English, in the language of the page. */
@OnlyServing
@Component
final class Sentences {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Told english;
    private final Told chinese;

    Sentences(ReportWords words) {
        this.english = new Told(words.in("en"), Phrases.NONE);
        this.chinese = new Told(words.in("zh"), new Phrases(shipped()));
    }

    Told in(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    /** All that the console ships. */
    static List<Phrase> shipped() {
        try (InputStream in = Sentences.class.getResourceAsStream("/console/told.csv")) {
            return WITH_HEADER.parse(new InputStreamReader(in, StandardCharsets.UTF_8)).stream()
                    .map(row -> new Phrase(row.get("en"), row.get("zh")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One language; a sentence that nobody has put into it stays English. */
    record Told(Words words, Phrases own) {
        public String of(String english) {
            String known = own.of(english);
            return known.equals(english) ? words.told().ofEach(english) : known;
        }

        /** Words of a code in one place, for example the state of a deposit. */
        public String word(String place, String code) {
            return words.of(place, code);
        }
    }
}

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
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;

/** Sentences that the books and the rules keep in English, in the language of the page. */
@OnlyServing
@Component
final class Sentences {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final Pattern DAY =
            Pattern.compile("\\b(" + String.join("|", DAYS) + ") ([0-9]{4}-[0-9]{2}-[0-9]{2})\\b ?");
    private final Told english;
    private final Told chinese;

    Sentences(ReportWords words) {
        this.english = new Told(words.in("en"), Phrases.NONE, Locale.ENGLISH);
        this.chinese = new Told(words.in("zh"), new Phrases(shipped()), Locale.SIMPLIFIED_CHINESE);
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
    record Told(Words words, Phrases own, Locale locale) {
        public String of(String english) {
            String known = own.of(english);
            return inItsDays(known.equals(english) ? words.told().ofEach(english) : known);
        }

        /** A date keeps its day of the week wherever it stands in a sentence: {@code Tue 2026-03-03}. */
        private String inItsDays(String sentence) {
            return locale.equals(Locale.ENGLISH)
                    ? sentence
                    : DAY.matcher(sentence)
                            .replaceAll(day -> day.group(2) + "（"
                                    + DayOfWeek.of(DAYS.indexOf(day.group(1)) + 1)
                                            .getDisplayName(TextStyle.SHORT, locale)
                                    + "）");
        }

        /** Words of a code in one place, for example the state of a deposit. */
        public String word(String place, String code) {
            return words.of(place, code);
        }
    }
}

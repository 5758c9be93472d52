package io.qingfen.notifications.batch;

import io.qingfen.notifications.News;
import io.qingfen.run.CardNumbers;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What a message says, in one language. Numbers of cards and accounts are masked, whoever wrote them. */
final class Wording {
    private static final String WORDS = "/io/qingfen/notifications/words.csv";

    /** Account numbers as banks write them; ids of merchants are shorter. */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![0-9])([0-9]{4})[0-9]{8,}([0-9]{4})(?![0-9])");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");
    private final Map<String, String> words = new TreeMap<>();

    Wording(String language) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(Wording.class.getResourceAsStream(WORDS), StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(reader)) {
                words.put(row.get("key"), row.get(language));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One line: what it is about comes first, for lists on small screens. */
    String subject(News news) {
        return "[qingfen] " + oneLine(news.job()) + " " + news.businessDate() + ": "
                + words.getOrDefault(news.kind(), oneLine(news.kind()));
    }

    String body(News news) {
        StringBuilder body = new StringBuilder();
        body.append(words.getOrDefault("about." + news.kind(), "")).append("\n\n");
        body.append(words.get("job")).append(": ").append(oneLine(news.job())).append('\n');
        body.append(words.get("businessDate"))
                .append(": ")
                .append(news.businessDate())
                .append('\n');
        if (!news.text().isBlank()) {
            body.append('\n').append(words.get("details")).append(":\n");
            masked(news.text())
                    .lines()
                    .forEach(line -> body.append(oneLine(line)).append('\n'));
        }
        return body.toString();
    }

    static String masked(String text) {
        return LONG_NUMBER.matcher(CardNumbers.masked(text)).replaceAll("$1****$2");
    }

    private static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}

package io.qingfen.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The words of reports for people, in one language. */
final class Words {
    private final Map<String, String> byKey = new HashMap<>();

    /** @param language {@code en}, anything else is Chinese */
    Words(String language) {
        String column = "en".equals(language) ? "en" : "zh";
        rows("words.csv").forEach(row -> byKey.put(row.get("key"), row.get(column)));
    }

    /** The key itself where there are no words for it: codes are shown as they are. */
    String of(String key) {
        return byKey.getOrDefault(key, key);
    }

    /** Words of a code that has them only in one place, such as the state of a deposit; else the code itself. */
    String of(String place, String code) {
        return byKey.getOrDefault(place + code, code);
    }

    /** A text that ships beside this class. */
    static String resource(String name) {
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a table that ships beside this class. */
    static List<CSVRecord> rows(String resource) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream in = Words.class.getResourceAsStream(resource)) {
            return format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.qingfen.reports.batch;

import io.qingfen.reports.Dictionaries;
import io.qingfen.reports.Dictionary;
import io.qingfen.reports.Dictionary.Entry;
import io.qingfen.reports.Dictionary.Layout;
import io.qingfen.run.OnlyServing;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code layouts.csv} and {@code dictionary.csv}, which ship beside the words of the reports. */
@OnlyServing
@Component
class ShippedDictionary implements Dictionaries {
    /** Layouts and their versions are the same in both languages. */
    static final Dictionary ENGLISH = read("en");

    private final Dictionary chinese = read("zh");

    @Override
    public Dictionary in(String language) {
        return language.equals("en") ? ENGLISH : chinese;
    }

    /** @param language {@code en} or {@code zh} */
    static Dictionary read(String language) {
        List<Layout> layouts = ShippedTexts.rows("layouts.csv").stream()
                .map(row -> new Layout(
                        row.get("file"),
                        Integer.parseInt(row.get("version")),
                        List.of(row.get("columns").split(" ")),
                        row.get(language)))
                .toList();
        List<Entry> entries = ShippedTexts.rows("dictionary.csv").stream()
                .map(row -> new Entry(
                        row.get("column"), row.get("file"), row.get("unit"), row.get("sign"), row.get(language)))
                .toList();
        return new Dictionary(layouts, entries);
    }
}

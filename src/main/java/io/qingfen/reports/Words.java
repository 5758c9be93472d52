package io.qingfen.reports;

import java.util.HashMap;
import java.util.Map;

/** The words of reports for people, in one language. */
public final class Words {
    private final Map<String, String> byKey;
    private final Phrases phrases;

    public Words(Map<String, String> byKey, Phrases phrases) {
        this.byKey = Map.copyOf(byKey);
        this.phrases = phrases;
    }

    /** The same for a report of another name. */
    public Words titled(String title) {
        Map<String, String> words = new HashMap<>(byKey);
        words.put("title", title);
        return new Words(words, phrases);
    }

    /** What the books say in English, in the language of the words. */
    public Phrases told() {
        return phrases;
    }

    /** The key itself where there are no words for it: codes are shown as they are. */
    public String of(String key) {
        return byKey.getOrDefault(key, key);
    }

    /** Words of a code that has them only in one place, such as the state of a deposit; else the code itself. */
    public String of(String place, String code) {
        return byKey.getOrDefault(place + code, code);
    }
}

package io.qingfen.reports;

import java.util.Map;

/** The words of reports for people, in one language. */
public final class Words {
    private final Map<String, String> byKey;

    public Words(Map<String, String> byKey) {
        this.byKey = Map.copyOf(byKey);
    }

    /** The key itself where there are no words for it: codes are shown as they are. */
    String of(String key) {
        return byKey.getOrDefault(key, key);
    }

    /** Words of a code that has them only in one place, such as the state of a deposit; else the code itself. */
    String of(String place, String code) {
        return byKey.getOrDefault(place + code, code);
    }
}

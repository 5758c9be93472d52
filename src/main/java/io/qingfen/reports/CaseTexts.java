package io.qingfen.reports;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** What each kind of case means and what to do about it, in one language. */
public final class CaseTexts {
    private final Map<String, Explanation> byKind;

    private CaseTexts(Map<String, Explanation> byKind) {
        this.byKind = byKind;
    }

    /** @param language {@code en}, anything else is Chinese */
    public static CaseTexts in(String language) {
        String suffix = "en".equals(language) ? "_en" : "_zh";
        Map<String, Explanation> byKind = new HashMap<>();
        for (CSVRecord row : Words.rows("case-texts.csv")) {
            byKind.put(
                    row.get("kind"),
                    new Explanation(row.get("category"), row.get("reason" + suffix), row.get("action" + suffix)));
        }
        return new CaseTexts(byKind);
    }

    /** @throws IllegalArgumentException when the kind has no text */
    public Explanation of(String kind) {
        Explanation found = byKind.get(kind);
        if (found == null) {
            throw new IllegalArgumentException("case-texts.csv has no kind " + kind);
        }
        return found;
    }
}

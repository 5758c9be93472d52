package io.qingfen.reports;

import java.util.Map;

/** What each kind of case means and what to do about it, in one language. */
public final class CaseTexts {
    private final Map<String, Explanation> byKind;
    private final Phrases phrases;

    public CaseTexts(Map<String, Explanation> byKind, Phrases phrases) {
        this.byKind = Map.copyOf(byKind);
        this.phrases = phrases;
    }

    /** What the books say of a case in English, in the language of the texts. */
    public Phrases told() {
        return phrases;
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

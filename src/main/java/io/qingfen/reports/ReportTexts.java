package io.qingfen.reports;

/**
 * Everything that reports for people say in one language.
 *
 * @param language {@code zh} or {@code en}
 * @param style how the report looks, as CSS
 */
public record ReportTexts(String language, Words words, CaseTexts cases, String style) {
    /** Those of a report of another name. @param title key of the word */
    public ReportTexts titled(String title) {
        return new ReportTexts(language, words.titled(words.of(title)), cases, style);
    }

    public ReportTexts titled(ReportName name) {
        return titled(name.title());
    }
}

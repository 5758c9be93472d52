package io.qingfen.reports;

/**
 * Everything that reports for people say in one language.
 *
 * @param language {@code zh} or {@code en}
 * @param style how the report looks, as CSS
 */
public record ReportTexts(String language, Words words, CaseTexts cases, String style) {}

package io.qingfen.reports.batch;

import io.qingfen.reports.ReportTexts;
import io.qingfen.reports.Words;

/** The shipped texts for tests of the rules that use them. */
public final class TestTexts {
    private TestTexts() {}

    public static ReportTexts in(String language) {
        return ShippedTexts.in(language);
    }

    public static Words words(String language) {
        return ShippedTexts.in(language).words();
    }
}

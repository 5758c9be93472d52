package io.qingfen.reports;

/** The words of reports for whoever shows the same figures elsewhere. */
public interface ReportWords {
    /** @param language {@code en}, anything else is Chinese */
    Words in(String language);
}

package io.qingfen.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A report of a date in one language: the one content of its page, its files for people and its files for machines.
 *
 * @param language {@code zh} or {@code en}
 */
public record Report(
        LocalDate businessDate, ReportName name, String language, String acquirer, List<ReportSection> sections) {

    /** A part that is a table for machines. */
    public Optional<ReportSection> section(String key) {
        return sections.stream().filter(section -> section.key().equals(key)).findFirst();
    }

    /** {@code 2026-03-02_fees.xlsx}. */
    public String fileName(String ending) {
        return businessDate + "_" + name.key() + "." + ending;
    }
}

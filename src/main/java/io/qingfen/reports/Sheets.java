package io.qingfen.reports;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** Makes the forms of a report for people, the same sections in each: a page, a PDF and a workbook. */
public interface Sheets {
    /**
     * The same bytes for the same sections.
     *
     * @param language {@code zh} or {@code en}
     * @param title key of the word that names the report
     * @param sections from the words of the language
     * @return by ending of a file name: html, pdf, xlsx
     */
    SortedMap<String, byte[]> of(
            LocalDate businessDate,
            String language,
            String acquirer,
            String title,
            Function<Words, List<ReportSection>> sections)
            throws IOException;
}

package io.qingfen.reports;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Reports of closed dates, made from the books whenever somebody asks. The same bytes for the same books. */
public interface Reports {
    /** Endings of the files that hold a whole report; zip holds a CSV for each of its tables. */
    List<String> FORMS = List.of("html", "xlsx", "pdf", "zip", "json");

    /**
     * @param language {@code zh} or {@code en}; empty: that of the date's settings
     * @throws io.qingfen.run.Refusal when the books do not have the date, or it is not closed, or has left them
     */
    Report of(LocalDate date, ReportName name, String language);

    /** @param form one of {@link #FORMS} */
    byte[] file(Report report, String form) throws IOException;

    /**
     * A table with all its rows, the same in every language but for sentences.
     *
     * @param columns chosen ones in the order of the choice; none: all
     * @throws io.qingfen.run.Refusal when the table has no such column
     */
    byte[] csv(ReportSection section, List<String> columns) throws IOException;

    /** The parts of the report as pieces of a page, every text escaped. */
    String screen(Report report);
}

package io.qingfen.reports.jdbc;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Parts of the step for tests that build them by hand. */
public final class TestReports {
    private TestReports() {}

    /** The first line of every file of the outbox by its name, as it is written. */
    public static Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        ReportTables.all().forEach(table -> headers.put(table.fileName(), table.header()));
        headers.put("transactions.csv", Transactions.HEADER);
        return headers;
    }

    public static ReportTables tables(DataSource books) {
        return new ReportTables(new Reading(books));
    }

    public static LedgerJournal journal(DataSource books) {
        return new LedgerJournal(new Reading(books));
    }

    public static Transactions transactions(DataSource books) {
        return new Transactions(new Reading(books));
    }

    /** Pieces of more rows are put in order by the database. */
    public static Transactions transactions(DataSource books, long sortedHere) {
        return new Transactions(new Reading(books), sortedHere);
    }

    public static FiguresQuery figures(DataSource books) {
        return new FiguresQuery(new Reading(books), new ActivityQuery(new Reading(books)));
    }

    public static BooksOnDemand onDemand(DataSource books) {
        Reading reading = new Reading(books);
        return new BooksOnDemand(reading, figures(books), new MonthBooks(reading, new JdbcTemplate(books)));
    }

    public static ReportFiles files(DataSource books) {
        return new ReportFiles(new JdbcTemplate(books));
    }

    public static StatementRows statements(DataSource books) {
        return new StatementRows(new Reading(books));
    }
}

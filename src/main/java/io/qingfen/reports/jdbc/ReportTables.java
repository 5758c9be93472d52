package io.qingfen.reports.jdbc;

import io.qingfen.reports.Explanations;
import io.qingfen.run.CsvRows;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The CSV files that are one query each. */
@Component
public class ReportTables {
    private final Reading reading;

    ReportTables(Reading reading) {
        this.reading = reading;
    }

    /** @param withAgents whether the acquirer shares with agents; the other files are always the same */
    public List<String> fileNames(boolean withAgents) {
        return all().stream()
                .filter(table -> withAgents || table != SettlementTables.AGENT_SHARES)
                .map(ReportTable::fileName)
                .toList();
    }

    /** Writes one file, rows in their order; header only when there are none. @return rows without the header */
    public long write(String fileName, LocalDate businessDate, Explanations explanations, OutputStream out)
            throws IOException {
        ReportTable table = all().stream()
                .filter(one -> one.fileName().equals(fileName))
                .findFirst()
                .orElseThrow();
        InputNames inputs = reading.inputNames(businessDate);
        try (CsvRows cells = new CsvRows(out, table.header().split(","))) {
            reading.each(table.sql(), businessDate, row -> {
                table.row().write(new ReportRow(businessDate, row, cells, inputs, explanations));
                cells.end();
            });
            return cells.rows();
        }
    }

    static List<ReportTable> all() {
        List<ReportTable> all = new ArrayList<>(SettlementTables.ALL);
        all.add(SettlementTables.AGENT_SHARES);
        all.addAll(BooksTables.ALL);
        all.addAll(ReviewTables.ALL);
        return all;
    }
}

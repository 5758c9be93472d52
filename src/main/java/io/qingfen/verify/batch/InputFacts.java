package io.qingfen.verify.batch;

import io.qingfen.verify.Row;
import java.time.LocalDate;

/** One row of table input_file. */
record InputFacts(
        int number,
        LocalDate usedOn,
        String kind,
        String fileDate,
        String sequence,
        String name,
        String sha256,
        long bytes,
        long lines,
        long trailerLine,
        long statedBatches,
        long statedRecords,
        String statedAmount,
        String state) {
    static final String COLUMNS = "file_no, business_date, kind, file_date, sequence_no, file_name, sha256, size_bytes,"
            + " line_count, trailer_line, stated_batches, stated_records, stated_amount, state";

    static InputFacts of(Row row) {
        return new InputFacts(
                (int) row.number(0),
                LocalDate.parse(row.cell(1)),
                row.cell(2),
                row.cell(3),
                row.cell(4),
                row.cell(5),
                row.cell(6),
                row.number(7),
                row.number(8),
                row.number(9),
                row.number(10),
                row.number(11),
                row.cell(12),
                row.cell(13));
    }

    boolean hasCaptures() {
        return name.startsWith("terminal-batches");
    }

    /** Part of the ids of its records: {@code 20260302-01-}. */
    String label() {
        int from = name.indexOf('_') + 1;
        int to = name.indexOf('.', from);
        return from == 0 || to < 0 ? name : name.substring(from, to).replace('_', '-') + "-";
    }
}

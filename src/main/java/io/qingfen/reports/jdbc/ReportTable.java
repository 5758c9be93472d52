package io.qingfen.reports.jdbc;

import java.io.IOException;
import java.sql.SQLException;

/**
 * A CSV file made of one query.
 *
 * @param header column names, comma separated
 * @param sql may name {@code :date}, {@code :weekAgo} (7 days before) and {@code :monthAgo} (30 days before); its order
 *     is the file's
 */
record ReportTable(String fileName, String header, String sql, Row row) {

    /** Writes the cells of one row, in the order of the header; the end of the row is not its business. */
    @FunctionalInterface
    interface Row {
        void write(ReportRow row) throws SQLException, IOException;
    }
}

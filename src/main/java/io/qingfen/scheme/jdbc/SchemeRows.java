package io.qingfen.scheme.jdbc;

import io.qingfen.scheme.Side;
import io.qingfen.scheme.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Values of rows that the tables have in common. */
final class SchemeRows {
    private SchemeRows() {}

    /** An item with its standing, the date it came and its case. */
    static <T> Side<T> side(ResultSet row, T item) throws SQLException {
        String caseId = row.getString("case_id");
        return new Side<>(
                item,
                Standing.valueOf(row.getString("standing")),
                row.getObject("business_date", LocalDate.class),
                caseId == null ? "" : caseId);
    }

    static Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(value);
    }
}

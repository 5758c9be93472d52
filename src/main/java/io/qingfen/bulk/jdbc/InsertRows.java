package io.qingfen.bulk.jdbc;

import io.qingfen.bulk.BulkRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Rows through inserts of many rows each, several times faster on H2 than a batch of single ones. */
final class InsertRows implements BulkRows {
    private static final int ROWS = 50;
    private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

    private final Connection connection;
    private final String insert;
    private final String row;
    private final int columns;
    private final Object[] values;
    private PreparedStatement full;
    private int filled;

    InsertRows(Connection connection, String table, String[] columns) {
        this(connection, table, "", "", columns);
    }

    static InsertRows ofDate(Connection connection, LocalDate businessDate, String table, String[] columns) {
        return new InsertRows(connection, table, "business_date, ", "date '" + businessDate + "',", columns);
    }

    private InsertRows(Connection connection, String table, String fixedColumn, String fixedValue, String[] columns) {
        this.connection = connection;
        this.insert = "insert into " + table + " (" + fixedColumn + String.join(", ", List.of(columns)) + ") values ";
        this.row = "(" + fixedValue + String.join(",", Collections.nCopies(columns.length, "?")) + ")";
        this.columns = columns.length;
        this.values = new Object[ROWS * columns.length];
    }

    @Override
    public BulkRows text(String value) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("text with a NUL character cannot be stored");
        }
        return value(value);
    }

    @Override
    public BulkRows number(long value) {
        return value(value);
    }

    @Override
    public BulkRows number(Long value) {
        return value(value);
    }

    @Override
    public BulkRows date(LocalDate value) {
        return value(value);
    }

    @Override
    public BulkRows bytes(byte[] value) {
        return value(value);
    }

    @Override
    public void end() {
        if (filled == 0 || filled % columns != 0) {
            throw new IllegalStateException(insert + ": row of " + filled % columns + " values");
        }
        if (filled == values.length) {
            try {
                if (full == null) {
                    full = prepared(ROWS);
                }
                send(full);
            } catch (SQLException refused) {
                throw translated(insert, refused);
            }
        }
    }

    @Override
    public void close() {
        try (PreparedStatement done = full) {
            int rows = filled / columns;
            if (rows > 0 && filled % columns == 0) {
                try (PreparedStatement rest = prepared(rows)) {
                    send(rest);
                }
            }
        } catch (SQLException refused) {
            throw translated(insert, refused);
        }
    }

    private BulkRows value(Object value) {
        values[filled++] = value;
        return this;
    }

    private PreparedStatement prepared(int rows) throws SQLException {
        return connection.prepareStatement(insert + String.join(",", Collections.nCopies(rows, row)));
    }

    private void send(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < filled; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
        filled = 0;
    }

    static DataAccessException translated(String sql, SQLException refused) {
        DataAccessException known = TRANSLATOR.translate("bulk load", sql, refused);
        return known != null ? known : new UncategorizedSQLException("bulk load", sql, refused);
    }
}

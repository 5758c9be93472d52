package io.qingfen.bulk.jdbc;

import io.qingfen.bulk.BulkRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Rows through PostgreSQL's text COPY. Each filled buffer is one COPY, so that other statements and other bulk loads
 * can use the connection in between.
 */
final class CopyRows implements BulkRows {
    private static final int FLUSH_AT = 1 << 20;

    private final Connection connection;
    private final String copy;
    private final int columns;
    private final CopyText text = new CopyText(FLUSH_AT);
    private int column;

    CopyRows(Connection connection, String table, String[] columns) {
        this.connection = connection;
        this.copy = "copy " + table + " (" + String.join(", ", List.of(columns)) + ") from stdin";
        this.columns = columns.length;
    }

    @Override
    public BulkRows text(String value) {
        separate();
        text.text(value);
        return this;
    }

    @Override
    public BulkRows number(long value) {
        separate();
        text.number(value);
        return this;
    }

    @Override
    public BulkRows number(Long value) {
        separate();
        if (value == null) {
            text.none();
        } else {
            text.number(value);
        }
        return this;
    }

    @Override
    public BulkRows date(LocalDate value) {
        separate();
        text.text(value == null ? null : value.toString());
        return this;
    }

    @Override
    public BulkRows bytes(byte[] value) {
        separate();
        text.bytes(value);
        return this;
    }

    @Override
    public void end() {
        if (column != columns) {
            throw new IllegalStateException(copy + ": row of " + column + " values");
        }
        text.endOfRow();
        column = 0;
        if (text.size() >= FLUSH_AT) {
            flush();
        }
    }

    @Override
    public void close() {
        if (text.size() > 0 && column == 0) {
            flush();
        }
    }

    private void separate() {
        if (column++ > 0) {
            text.endOfField();
        }
    }

    private void flush() {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copy, new ByteArrayInputStream(text.array(), 0, text.size()), FLUSH_AT);
            text.clear();
        } catch (SQLException refused) {
            throw InsertRows.translated(copy, refused);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.qingfen.retention.jdbc;

import io.qingfen.run.Dialect;
import javax.sql.DataSource;

/** Makes what the program makes itself. */
public final class DatedRowsForTests {
    private DatedRowsForTests() {}

    public static DatedRows of(DataSource books, Dialect dialect) {
        return new DatedRows(books, dialect);
    }
}

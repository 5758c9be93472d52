package io.qingfen.bulk.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.run.Dialect;
import javax.sql.DataSource;

/** The bulk load of production for tests that build their parts by hand. */
public final class TestBulkLoad {
    private TestBulkLoad() {}

    public static BulkLoad on(DataSource dataSource, Dialect dialect) {
        return new TransactionalBulkLoad(dataSource, dialect);
    }
}

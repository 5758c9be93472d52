package io.qingfen.bulk.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.run.Dialect;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
final class TransactionalBulkLoad implements BulkLoad {
    private final DataSource dataSource;
    private final Dialect dialect;

    TransactionalBulkLoad(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    @Override
    public BulkRows into(String table, String... columns) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("bulk load into " + table + " outside a transaction");
        }
        // The transaction's own connection; the transaction gives it back.
        Connection connection = DataSourceUtils.getConnection(dataSource);
        return dialect == Dialect.POSTGRESQL
                ? new CopyRows(connection, table, columns)
                : new InsertRows(connection, table, columns);
    }
}

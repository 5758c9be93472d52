package io.qingfen.bulk.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.run.Dialect;
import java.sql.Connection;
import java.time.LocalDate;
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
        Connection connection = ofTransaction(table);
        return dialect == Dialect.POSTGRESQL
                ? new CopyRows(connection, table, columns)
                : new InsertRows(connection, table, columns);
    }

    @Override
    public BulkRows intoDate(LocalDate businessDate, String table, String... columns) {
        Connection connection = ofTransaction(table);
        return dialect == Dialect.POSTGRESQL
                ? new CopyRows(connection, Dialect.partition(table, businessDate), columns)
                : InsertRows.ofDate(connection, businessDate, table, columns);
    }

    private Connection ofTransaction(String table) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("bulk load into " + table + " outside a transaction");
        }
        // The transaction's own connection; the transaction gives it back.
        return DataSourceUtils.getConnection(dataSource);
    }
}

package io.qingfen.run.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.qingfen.run.Dialect;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Opens the books and brings their tables up to date. */
public final class Databases {
    private static final int H2_OPEN_ELSEWHERE = 90020;
    private static final String TRANSACTION_INDEXES = """
            create unique index transactions_id on transactions (business_date, transaction_id);
            create index transactions_rrn on transactions (merchant_id, rrn);
            create index transactions_terminal_rrn on transactions (terminal_id, rrn);
            """;

    private Databases() {}

    /**
     * Connects, without touching the tables.
     *
     * @throws Refusal when the database cannot be reached, or is the embedded one and another process has it open
     */
    public static HikariDataSource open(DatabaseSettings settings, int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("qingfen");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (settings.dialect() == Dialect.POSTGRESQL) {
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
            pool.addDataSourceProperty("ApplicationName", "qingfen");
        }
        try {
            return new HikariDataSource(pool);
        } catch (PoolInitializationException failed) {
            throw refusal(settings, failed.getCause());
        }
    }

    /** Creates or changes the tables; several processes may do so at once. */
    public static void migrate(DataSource dataSource, Dialect dialect) {
        boolean partitioned = dialect == Dialect.POSTGRESQL;
        Flyway.configure()
                .dataSource(dataSource)
                .locations(
                        "classpath:db/migration",
                        partitioned ? "classpath:db/migration-postgresql" : "classpath:db/migration-h2")
                .placeholders(Map.of(
                        "byDate", partitioned ? "partition by range (business_date)" : "",
                        "indexes", partitioned ? "" : TRANSACTION_INDEXES,
                        "c", partitioned ? " collate \"C\"" : ""))
                .load()
                .migrate();
    }

    private static Refusal refusal(DatabaseSettings settings, Throwable cause) {
        if (cause instanceof SQLException sql) {
            if (sql.getErrorCode() == H2_OPEN_ELSEWHERE) {
                return new Refusal(
                        Exit.LEASE_HELD,
                        settings.url() + ": another process has the embedded database open; wait until it ends, or use"
                                + " PostgreSQL (QINGFEN_DB_URL) for several processes");
            }
            boolean unreachable = sql.getSQLState() != null && sql.getSQLState().startsWith("08");
            return new Refusal(
                    unreachable ? Exit.TRANSIENT : Exit.USAGE_OR_REFERENCE,
                    settings + ": " + sql.getMessage() + "; check QINGFEN_DB_URL, user and password");
        }
        return new Refusal(Exit.FAILED, settings + ": " + cause);
    }
}

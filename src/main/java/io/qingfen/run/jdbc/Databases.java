package io.qingfen.run.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.qingfen.run.BooksAccess.Tables;
import io.qingfen.run.Dialect;
import io.qingfen.run.Exit;
import io.qingfen.run.PassingFault;
import io.qingfen.run.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the books and brings their tables up to date. */
public final class Databases {
    private static final int H2_OPEN_ELSEWHERE = 90020;
    /** H2: a file or directory cannot be made. */
    private static final int H2_NOT_WRITABLE = 90062;

    /** H2: input or output failed, the file is corrupt, or of a version that it cannot read. */
    private static final Set<Integer> H2_DAMAGED = Set.of(90028, 90030, 90031, 90048);

    /** PostgreSQL: the role lacks a privilege. */
    private static final String NOT_ALLOWED = "42501";

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
        requireKnown(settings);
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
            return new PatientPool(pool);
        } catch (PoolInitializationException failed) {
            throw refusal(settings, failed.getCause());
        }
    }

    /** Creates or changes the tables; several processes may do so at once. */
    public static void migrate(DataSource dataSource, Dialect dialect) {
        try {
            tables(dataSource, dialect).migrate();
        } catch (FlywayException failed) {
            throw refusal(failed);
        }
    }

    /** Refuses what {@link #migrate} would refuse, and changes nothing. */
    static void requireKnown(DataSource books, Tables found) {
        if (!found.foreign().isEmpty()) {
            throw otherVersion(String.join(", ", found.foreign()));
        }
        Integer tables = found.version().isEmpty()
                ? JdbcClient.create(books)
                        .sql("select count(*) from information_schema.tables where table_schema = current_schema")
                        .query(Integer.class)
                        .single()
                : 0;
        if (tables > 0) {
            throw notOurs();
        }
    }

    /** A change of the tables that this program does not know is refused, not overlooked: it was made by a newer one. */
    static Flyway tables(DataSource dataSource, Dialect dialect) {
        boolean partitioned = dialect == Dialect.POSTGRESQL;
        return Flyway.configure()
                .dataSource(dataSource)
                .locations(
                        "classpath:db/migration",
                        partitioned ? "classpath:db/migration-postgresql" : "classpath:db/migration-h2")
                .placeholders(Map.of(
                        "byDate", partitioned ? "partition by range (business_date)" : "",
                        "indexes", partitioned ? "" : TRANSACTION_INDEXES,
                        "c", partitioned ? " collate \"C\"" : ""))
                .ignoreMigrationPatterns(new String[0])
                // V9 was made after V10; books that have V10 get it too
                .outOfOrder(true)
                .load();
    }

    private static RuntimeException refusal(FlywayException failed) {
        if (failed.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return notOurs();
        }
        if (failed instanceof FlywayValidateException) {
            return otherVersion(oneLine(failed.getMessage()));
        }
        if (failed.getCause() instanceof SQLException sql && NOT_ALLOWED.equals(sql.getSQLState())) {
            return new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "The tables of the database are missing or older than this program, and its role may not change"
                            + " them; nothing was changed. Bring them up to date with the role that owns them: qingfen"
                            + " migrate (QINGFEN_DB_OWNER, QINGFEN_DB_OWNER_PASSWORD_FILE)");
        }
        return failed;
    }

    private static Refusal notOurs() {
        return new Refusal(
                Exit.USAGE_OR_REFERENCE,
                "The database holds tables that are not Qingfen's; nothing was changed. Give Qingfen a database of"
                        + " its own and name it in QINGFEN_DB_URL");
    }

    private static Refusal otherVersion(String found) {
        return new Refusal(
                Exit.USAGE_OR_REFERENCE,
                "The tables of the database were made by another version of Qingfen or changed by hand; nothing was"
                        + " changed. Start the version that made them. Found: " + found);
    }

    private static String oneLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
    }

    private static void requireKnown(DatabaseSettings settings) {
        if (!settings.url().startsWith("jdbc:h2:") && !settings.url().startsWith("jdbc:postgresql:")) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "QINGFEN_DB_URL: '" + settings + "' is no address of a database that Qingfen knows; write"
                            + " jdbc:postgresql://HOST/DATABASE, or leave it out for the embedded one");
        }
    }

    private static boolean isThere(DatabaseSettings embedded) {
        return Files.exists(Path.of(embedded.place() + ".mv.db"));
    }

    private static Refusal refusal(DatabaseSettings settings, Throwable cause) {
        if (cause instanceof SQLException sql) {
            if (sql.getErrorCode() == H2_OPEN_ELSEWHERE) {
                return new Refusal(
                        Exit.LEASE_HELD,
                        settings.place() + ": another process has the embedded database open, a night or another"
                                + " command; type the same command again when it has ended, or use PostgreSQL"
                                + " (QINGFEN_DB_URL), where several work at once");
            }
            boolean unreadable = H2_DAMAGED.contains(sql.getErrorCode());
            if (sql.getErrorCode() == H2_NOT_WRITABLE || unreadable && !isThere(settings)) {
                return new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        settings.place() + ": the embedded database cannot be made here ("
                                + oneLine(sql.getMessage()) + "); let the user of this program write the home, or name"
                                + " another with --home");
            }
            if (unreadable) {
                return new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        settings.place() + ": the file of the embedded database cannot be read, it is damaged ("
                                + oneLine(sql.getMessage()) + "); nothing was changed. Restore data/ of the home from"
                                + " its last backup");
            }
            return PassingFault.is(sql)
                    ? new Refusal(
                            Exit.TRANSIENT,
                            settings + ": " + sql.getMessage() + "; check QINGFEN_DB_URL and the server (does it take"
                                    + " more connections?), then type the same command again")
                    : new Refusal(
                            Exit.USAGE_OR_REFERENCE,
                            settings + ": " + sql.getMessage() + "; check QINGFEN_DB_URL, user and password");
        }
        return new Refusal(Exit.FAILED, settings + ": " + cause);
    }
}

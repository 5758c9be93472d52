package io.qingfen.run.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for a server that is away once for as long as the pool waits; whoever asks after that, while it still is, waits a
 * moment only. What ends a failed run asks a dozen times: at the pool's half minute each, its exit would come after minutes
 * without a word. The pool goes on trying by itself, and a pool whose connections are all in use is waited for as ever.
 */
final class PatientPool extends HikariDataSource {
    private static final long MOMENT = 2_000;
    private static final long LOOK_EVERY = 50_000_000;
    private volatile boolean away;

    PatientPool(HikariConfig pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away && !isBackSoon()) {
            throw new SQLTransientConnectionException("the database is still away", "08001");
        }
        try {
            Connection connection = super.getConnection();
            away = false;
            return connection;
        } catch (SQLTransientConnectionException none) {
            away = !isReached();
            throw none;
        }
    }

    private boolean isBackSoon() {
        long until = System.nanoTime() + Math.min(MOMENT, getConnectionTimeout()) * 1_000_000;
        while (!isReached() && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return isReached();
    }

    /** The pool keeps a connection whenever it can have one. */
    private boolean isReached() {
        return isClosed() || getHikariPoolMXBean().getTotalConnections() > 0;
    }
}

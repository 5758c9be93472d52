package io.qingfen.run.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class WaitingForTheServerTest {
    private final Server server = new Server();
    private PatientPool pool;

    /** Away and back at a word. */
    private static final class Server extends DelegatingDataSource {
        private volatile boolean away;

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("connection refused", "08001");
            }
            return super.getConnection();
        }
    }

    @BeforeEach
    void open() {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:waiting");
        server.setTargetDataSource(memory);
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(server);
        settings.setMaximumPoolSize(2);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(250);
        pool = new PatientPool(settings);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void waitsOnceForAServerThatIsAwayAndThenOnlyAMoment() throws SQLException {
        pool.getConnection().close();
        server.away = true;
        pool.getHikariPoolMXBean().softEvictConnections();
        assertThatThrownBy(pool::getConnection)
                .isInstanceOf(SQLTransientConnectionException.class)
                .hasMessageContaining("not available");
        assertThatThrownBy(pool::getConnection)
                .isInstanceOf(SQLTransientConnectionException.class)
                .hasMessage("the database is still away");

        server.away = false;
        try (Connection connection = connectedAgain()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    private Connection connectedAgain() {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return pool.getConnection();
            } catch (SQLException stillAway) {
                assertThat((Throwable) stillAway).isInstanceOf(SQLTransientConnectionException.class);
            }
        }
        throw new AssertionError("the server is back and nobody sees it");
    }

    @Test
    void waitsForConnectionsThatOthersUseHoweverOften() throws SQLException {
        try (Connection one = pool.getConnection();
                Connection two = pool.getConnection()) {
            assertThat(one.isValid(1) && two.isValid(1)).isTrue();
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(pool::getConnection)
                        .isInstanceOf(SQLTransientConnectionException.class)
                        .hasMessageContaining("not available");
            }
        }
    }
}

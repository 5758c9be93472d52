package io.qingfen.verify.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/** Opens the tables for one proof: read only, and all of one moment however long the proof takes. */
@Component
public class BooksOpener {
    private final DataSource dataSource;

    BooksOpener(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Works with the books of one date. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Books books) throws IOException;
    }

    public <T> T read(LocalDate businessDate, Work<T> work) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            int isolation = connection.getTransactionIsolation();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try (Books books = new Books(connection, businessDate)) {
                return work.with(books);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(isolation);
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new UncategorizedSQLException("opening the books", null, failed);
        }
    }
}

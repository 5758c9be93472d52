package io.qingfen.notifications.jdbc;

import io.qingfen.notifications.NewsOutbox;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The outbox of books that a test made. */
public final class NewsOutboxes {
    private NewsOutboxes() {}

    public static NewsOutbox on(DataSource books) {
        return new JdbcNewsOutbox(JdbcClient.create(books), new JdbcTransactionManager(books));
    }
}

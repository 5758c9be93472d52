package io.qingfen.run.jdbc;

import io.qingfen.run.BooksMark;
import io.qingfen.run.Home;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mark of the books as in production, for tests that build their parts by hand. */
public final class TestBooksMark {
    private TestBooksMark() {}

    public static BooksMark of(DataSource dataSource, Home home) {
        return new StoredBooksMark(JdbcClient.create(dataSource), home);
    }
}

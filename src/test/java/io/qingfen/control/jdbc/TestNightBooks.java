package io.qingfen.control.jdbc;

import io.qingfen.control.NightBooks;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books of production for tests that build their parts by hand. */
public final class TestNightBooks {
    private TestNightBooks() {}

    public static NightBooks in(DataSource dataSource) {
        return new StoredNightBooks(JdbcClient.create(dataSource));
    }
}

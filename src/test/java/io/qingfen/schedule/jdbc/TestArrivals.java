package io.qingfen.schedule.jdbc;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the books know of files, for tests of other packages. */
public final class TestArrivals {
    private TestArrivals() {}

    public static Arrivals in(DataSource books) {
        return new Arrivals(JdbcClient.create(books));
    }
}

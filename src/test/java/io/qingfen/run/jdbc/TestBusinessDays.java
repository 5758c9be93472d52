package io.qingfen.run.jdbc;

import io.qingfen.run.BusinessDays;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table business_day as in production, for tests that build their parts by hand. */
public final class TestBusinessDays {
    private TestBusinessDays() {}

    public static BusinessDays in(DataSource dataSource) {
        return new JdbcBusinessDays(JdbcClient.create(dataSource));
    }
}

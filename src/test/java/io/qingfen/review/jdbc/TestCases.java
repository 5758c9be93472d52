package io.qingfen.review.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.review.Cases;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The review queue of production for tests that build their parts by hand. */
public final class TestCases {
    private TestCases() {}

    public static Cases in(DataSource dataSource, BulkLoad bulk) {
        return new JdbcCases(new JdbcTemplate(dataSource), bulk);
    }
}

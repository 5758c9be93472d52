package io.qingfen.adjustments.jdbc;

import io.qingfen.ledger.Moves;
import io.qingfen.run.DayWork;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adjustments over real tables, for tests that build their parts by hand. */
public final class TestAdjustments {
    private TestAdjustments() {}

    public static AdjustmentRows rows(DataSource dataSource) {
        return new AdjustmentRows(new JdbcTemplate(dataSource));
    }

    public static DayWork dayWork(DataSource dataSource, Moves moves) {
        return new AdjustmentsOfTheDay(rows(dataSource), moves);
    }
}

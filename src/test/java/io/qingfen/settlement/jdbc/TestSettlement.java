package io.qingfen.settlement.jdbc;

import io.qingfen.TestDatabase;
import io.qingfen.bulk.BulkLoad;
import io.qingfen.settlement.MerchantDays;
import io.qingfen.settlement.Positions;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of settlement as in production, for tests that build their parts by hand. */
public final class TestSettlement {
    private TestSettlement() {}

    public static MerchantDays days(DataSource dataSource) {
        return new StoredMerchantDays(new JdbcTemplate(dataSource), TestDatabase.dialectOf(dataSource));
    }

    public static Positions positions(BulkLoad bulk) {
        return new StoredPositions(bulk);
    }
}

package io.qingfen.risk.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.reference.CurrentReference;
import io.qingfen.review.jdbc.TestCases;
import io.qingfen.risk.HeldMerchants;
import io.qingfen.risk.Holds;
import io.qingfen.run.Audit;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.DayWork;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Holds and rules over real tables, for tests that build their parts by hand. */
public final class TestRisk {
    private TestRisk() {}

    public static HeldMerchants heldMerchants(DataSource dataSource, BulkLoad bulk) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        return new StoredHeldMerchants(jdbc, new FoundByRules(jdbc, bulk, TestCases.in(dataSource, bulk)));
    }

    static DayWork dayWork(DataSource dataSource) {
        return new HoldsOfTheDay(JdbcClient.create(dataSource));
    }

    static Holds holds(DataSource dataSource, CurrentReference reference, BusinessDays days, Audit audit) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        return new StoredHolds(
                new HoldRows(jdbc),
                new PayoutsOnTheWay(jdbc),
                reference,
                days,
                audit,
                new JdbcTransactionManager(dataSource));
    }
}

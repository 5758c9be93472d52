package io.qingfen.ledger.jdbc;

import io.qingfen.TestDatabase;
import io.qingfen.bulk.BulkLoad;
import io.qingfen.ledger.EntriesAside;
import io.qingfen.ledger.Journal;
import io.qingfen.ledger.Moves;
import io.qingfen.ledger.TrialBalance;
import io.qingfen.ledger.batch.TestEntryRuns;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The books of production for tests that build their parts by hand. */
public final class TestLedger {
    private TestLedger() {}

    public static Journal journal(DataSource dataSource, BulkLoad bulk) {
        return new JdbcJournal(new JdbcTemplate(dataSource), bulk);
    }

    public static TrialBalance trialBalance(DataSource dataSource) {
        return new JdbcTrialBalance(new JdbcTemplate(dataSource), TestDatabase.dialectOf(dataSource));
    }

    public static EntriesAside aside() {
        return TestEntryRuns.inFiles();
    }

    public static Moves moves(DataSource dataSource) {
        return new JdbcMoves(new JdbcTemplate(dataSource));
    }
}

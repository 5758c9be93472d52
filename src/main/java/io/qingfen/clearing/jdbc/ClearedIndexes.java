package io.qingfen.clearing.jdbc;

import io.qingfen.run.Dialect;
import io.qingfen.run.TidyBooks;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Room for a date's transactions, and the indexes of its partition on PostgreSQL, each built when its rows are in and
 * before the first who needs it; on H2 the table's own indexes are always there.
 */
@Component
public class ClearedIndexes implements TidyBooks {
    private final JdbcTemplate jdbc;
    private final Dialect dialect;

    ClearedIndexes(JdbcTemplate jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    /** Before the first row of the date. */
    public void prepare(LocalDate businessDate) {
        dialect.createDatePartition(jdbc, businessDate);
    }

    /**
     * After the terminals, for the follow-ups and all that reads a merchant's rows. They stand together, so a summary
     * of each few pages finds them. And what the planner has to know: without figures of the whole table it expects as
     * many groups as a tenth of the rows, and sorts them on disk.
     */
    public void summarize(LocalDate businessDate) {
        if (dialect == Dialect.POSTGRESQL) {
            String table = Dialect.transactionsOf(businessDate);
            Dialect.owner(jdbc, "summary_of_transactions(date '" + businessDate + "')");
            dialect.refreshFigures(jdbc, table);
            if (wholeTableIsKnownTooLittle(table)) {
                dialect.refreshFigures(jdbc, "transactions");
            }
        }
    }

    /** After the last row: the summary learns of the pages that were added since, also when a date runs again. */
    public void complete(LocalDate businessDate) {
        if (dialect == Dialect.POSTGRESQL) {
            // It is made here for a date whose terminals an earlier release cleared.
            Dialect.owner(jdbc, "summary_of_transactions_completed(date '" + businessDate + "')");
        }
    }

    /** Figures of the whole table go through all dates, so they are taken again only when it has about doubled. */
    private boolean wholeTableIsKnownTooLittle(String table) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select w.reltuples < 2 * d.reltuples from pg_class w, pg_class d"
                        + " where w.oid = 'transactions'::regclass and d.oid = cast(? as regclass)",
                Boolean.class,
                table));
    }

    /** Nothing in the night looks its own transactions up by key, later nights and people do. */
    @Override
    public void tidy(LocalDate businessDate) {
        if (dialect == Dialect.POSTGRESQL) {
            Dialect.owner(jdbc, "keys_of_transactions(date '" + businessDate + "')");
        }
    }
}

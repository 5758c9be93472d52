package io.qingfen.clearing.jdbc;

import io.qingfen.run.Dialect;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Room for a date's transactions, and the indexes that later look-ups need, built once the rows are in. */
@Component
public class ClearedIndexes {
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

    /** After the last row that can be loaded in bulk; on H2 the table's own indexes are always there. */
    public void build(LocalDate businessDate) {
        if (dialect != Dialect.POSTGRESQL) {
            return;
        }
        String table = Dialect.transactionsOf(businessDate);
        jdbc.execute("create unique index if not exists " + table + "_id on " + table + " (transaction_id)");
        jdbc.execute("create index if not exists " + table + "_merchant_rrn on " + table + " (merchant_id, rrn)");
        jdbc.execute("create index if not exists " + table + "_terminal_rrn on " + table + " (terminal_id, rrn)");
        jdbc.execute("analyze " + table);
    }
}

package io.qingfen.clearing.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.clearing.ItemIds;
import io.qingfen.reference.Snapshot;
import io.qingfen.run.Dialect;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Opens the tables of clearing for one partition's transaction; the steps know no connection. */
@Component
public final class ClearingTables {
    private final JdbcTemplate jdbc;
    private final Dialect dialect;
    private final BulkLoad bulk;

    ClearingTables(JdbcTemplate jdbc, Dialect dialect, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.bulk = bulk;
    }

    /** What a partition of a clearing step writes. */
    public ClearingBooks books(Snapshot snapshot, String step, String partition, ItemIds ids) {
        dialect.planEachTime(jdbc);
        return new ClearingBooks(snapshot.businessDate(), step, partition, bulk, ids, snapshot.watchesCards());
    }

    public OpenItems openItems(LocalDate businessDate) {
        return new OpenItems(jdbc, businessDate, bulk);
    }

    public LinkedPairs linkedPairs(LocalDate businessDate) {
        return new LinkedPairs(jdbc, businessDate);
    }

    public SalesHistory salesHistory(LocalDate businessDate) {
        return new SalesHistory(jdbc, businessDate);
    }

    public EarlierBatches earlierBatches(LocalDate businessDate) {
        return new EarlierBatches(jdbc, businessDate, bulk);
    }

    /** @param lookbackDays how far back an original may be */
    public EarlierClearings earlierClearings(LocalDate businessDate, int lookbackDays) {
        return new EarlierClearings(jdbc, businessDate, lookbackDays);
    }

    /** What clearTerminals hands to clearFollowUps, to be written. */
    public FollowUps followUps(LocalDate businessDate) {
        return new FollowUps(businessDate, bulk);
    }

    /** The same, to be read. */
    public FollowUpTables followUpTables(LocalDate businessDate, Snapshot snapshot) {
        return new FollowUpTables(jdbc, businessDate, snapshot);
    }

    public FollowUpEffects effects(LocalDate businessDate) {
        return new FollowUpEffects(jdbc, businessDate, bulk);
    }
}

package io.qingfen.clearing.batch;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.clearing.jdbc.ClearedIndexes;
import io.qingfen.clearing.jdbc.ClearingBooks;
import io.qingfen.clearing.jdbc.OpenItems;
import io.qingfen.clearing.jdbc.SalesHistory;
import io.qingfen.intake.WorkingSet;
import io.qingfen.matching.NightRules;
import io.qingfen.pricing.Prices;
import io.qingfen.reference.References;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import io.qingfen.review.Cases;
import io.qingfen.run.PartitionWork;
import io.qingfen.run.RunContext;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Step clearTerminals: range by range of terminals, pair, judge, price; results go to the database in bulk. */
@Component("clearTerminalsWork")
final class ClearTerminals implements PartitionWork {
    static final String STEP = "clearTerminals";

    private final WorkingSet workingSet;
    private final References references;
    private final FileNames fileNames;
    private final BulkLoad bulk;
    private final JdbcTemplate jdbc;
    private final Cases cases;
    private final ClearedIndexes indexes;

    ClearTerminals(
            WorkingSet workingSet,
            References references,
            FileNames fileNames,
            BulkLoad bulk,
            JdbcTemplate jdbc,
            Cases cases,
            ClearedIndexes indexes) {
        this.workingSet = workingSet;
        this.references = references;
        this.fileNames = fileNames;
        this.bulk = bulk;
        this.jdbc = jdbc;
        this.cases = cases;
        this.indexes = indexes;
    }

    @Override
    public List<String> partitions(RunContext run) {
        indexes.prepare(run.businessDate());
        return IntStream.range(0, workingSet.ranges(run))
                .mapToObj("range-%04d"::formatted)
                .toList();
    }

    @Override
    public void run(RunContext run, String partition) {
        int number = Integer.parseInt(partition.substring("range-".length()));
        Snapshot snapshot = references.of(run.businessDate());
        NightRules rules = NightRules.of(run.businessDate(), snapshot);
        Prices prices = new Prices(run.businessDate(), snapshot, new SalesHistory(jdbc, run.businessDate())::of);
        ClearingBooks books = new ClearingBooks(run.businessDate(), STEP, partition, bulk, fileNames.itemIds());
        OpenItems openItems = new OpenItems(jdbc, run.businessDate(), bulk);
        WorkingSet.TerminalRange range = workingSet.range(run, number);
        List<Terminal> terminals = snapshot.terminals().subList(range.begin(), range.end());
        try (OpenBooks open = new OpenBooks(rules, books, openItems, cases);
                RangeClearing clearing = new RangeClearing(open, prices, bulk, jdbc)) {
            clearing.begin(terminals);
            workingSet.read(run, number, clearing::add);
            clearing.finish();
        }
    }

    @Override
    public void finish(RunContext run) {
        indexes.build(run.businessDate());
    }
}

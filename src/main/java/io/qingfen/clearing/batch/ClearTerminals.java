package io.qingfen.clearing.batch;

import io.qingfen.clearing.jdbc.ClearedIndexes;
import io.qingfen.clearing.jdbc.ClearingBooks;
import io.qingfen.clearing.jdbc.ClearingTables;
import io.qingfen.clearing.jdbc.OpenItems;
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
import org.springframework.stereotype.Component;

/** Step clearTerminals: range by range of terminals, pair, judge, price; results go to the database in bulk. */
@Component("clearTerminalsWork")
final class ClearTerminals implements PartitionWork {
    static final String STEP = "clearTerminals";

    private final WorkingSet workingSet;
    private final References references;
    private final FileNames fileNames;
    private final ClearingTables tables;
    private final Cases cases;
    private final ClearedIndexes indexes;

    ClearTerminals(
            WorkingSet workingSet,
            References references,
            FileNames fileNames,
            ClearingTables tables,
            Cases cases,
            ClearedIndexes indexes) {
        this.workingSet = workingSet;
        this.references = references;
        this.fileNames = fileNames;
        this.tables = tables;
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
        Prices prices = new Prices(run.businessDate(), snapshot, tables.salesHistory(run.businessDate())::of);
        ClearingBooks books = tables.books(snapshot, STEP, partition, fileNames.itemIds());
        OpenItems openItems = tables.openItems(run.businessDate());
        WorkingSet.TerminalRange range = workingSet.range(run, number);
        List<Terminal> terminals = snapshot.terminals().subList(range.begin(), range.end());
        try (OpenBooks open = new OpenBooks(rules, books, openItems, cases);
                RangeClearing clearing = new RangeClearing(open, prices, tables)) {
            clearing.begin(terminals);
            workingSet.read(run, number, clearing);
            clearing.finish();
        }
    }

    @Override
    public void finish(RunContext run) {
        indexes.summarize(run.businessDate());
    }
}

package io.qingfen.clearing.batch;

import io.qingfen.clearing.ClearedOriginal;
import io.qingfen.clearing.FollowUp;
import io.qingfen.clearing.Hold;
import io.qingfen.clearing.Holds;
import io.qingfen.clearing.MerchantFollowUps;
import io.qingfen.clearing.Originals;
import io.qingfen.clearing.jdbc.ClearedIndexes;
import io.qingfen.clearing.jdbc.ClearingBooks;
import io.qingfen.clearing.jdbc.ClearingTables;
import io.qingfen.clearing.jdbc.FollowUpEffects;
import io.qingfen.clearing.jdbc.FollowUpTables;
import io.qingfen.clearing.jdbc.FollowUpTables.HoldEvent;
import io.qingfen.clearing.jdbc.OpenItems;
import io.qingfen.matching.NightRules;
import io.qingfen.pricing.Prices;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.References;
import io.qingfen.reference.Snapshot;
import io.qingfen.review.Cases;
import io.qingfen.run.PartitionWork;
import io.qingfen.run.RunContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Step clearFollowUps: merchant by merchant, completions, voids and refunds against what they point at. */
@Component("clearFollowUpsWork")
final class ClearFollowUps implements PartitionWork {
    static final String STEP = "clearFollowUps";
    private static final int MERCHANTS_IN_PARTITION = 5_000;

    private final References references;
    private final FileNames fileNames;
    private final ClearingTables tables;
    private final Cases cases;
    private final FollowUpNight night;
    private final ClearedIndexes indexes;

    ClearFollowUps(
            References references,
            FileNames fileNames,
            ClearingTables tables,
            Cases cases,
            FollowUpNight night,
            ClearedIndexes indexes) {
        this.references = references;
        this.fileNames = fileNames;
        this.tables = tables;
        this.cases = cases;
        this.night = night;
        this.indexes = indexes;
    }

    @Override
    public List<String> partitions(RunContext run) {
        int merchants = references.of(run.businessDate()).merchants().size();
        int partitions = Math.max(1, (merchants + MERCHANTS_IN_PARTITION - 1) / MERCHANTS_IN_PARTITION);
        return IntStream.range(0, partitions)
                .mapToObj("merchants-%04d"::formatted)
                .toList();
    }

    @Override
    public void run(RunContext run, String partition) {
        int number = Integer.parseInt(partition.substring("merchants-".length()));
        LocalDate date = run.businessDate();
        Snapshot snapshot = references.of(date);
        List<Merchant> merchants = snapshot.merchants();
        if (merchants.isEmpty()) {
            return;
        }
        int begin = number * MERCHANTS_IN_PARTITION;
        String first = merchants.get(begin).id();
        String last = merchants
                .get(Math.min(begin + MERCHANTS_IN_PARTITION, merchants.size()) - 1)
                .id();
        ClearingBooks books = tables.books(snapshot, STEP, partition, fileNames.itemIds());
        OpenItems openItems = tables.openItems(date);
        try (OpenBooks open = new OpenBooks(NightRules.of(date, snapshot), books, openItems, cases);
                FollowUpEffects effects = tables.effects(date)) {
            judge(tables.followUpTables(date, snapshot), first, last, open, effects);
        }
    }

    private void judge(FollowUpTables read, String first, String last, OpenBooks open, FollowUpEffects effects) {
        LocalDate date = open.businessDate();
        Snapshot snapshot = open.rules().snapshot();
        Prices prices = new Prices(date, snapshot, tables.salesHistory(date)::of);
        Map<String, List<FollowUp>> pairs = read.pairs(first, last);
        Map<String, List<HoldEvent>> events = read.holdEvents(first, last);
        Map<String, List<Hold>> holds = read.holds(first, last);
        Map<String, List<ClearedOriginal>> originals = read.originals(pairs);
        TreeSet<String> merchants = new TreeSet<>(pairs.keySet());
        merchants.addAll(events.keySet());
        for (String merchant : merchants) {
            Holds ofMerchant = new Holds(holds.getOrDefault(merchant, List.of()));
            HoldBook.apply(merchant, events.getOrDefault(merchant, List.of()), ofMerchant, effects, date);
            Originals cleared = new Originals();
            originals.getOrDefault(merchant, List.of()).forEach(cleared::add);
            FollowUpClearing verdicts = new FollowUpClearing(open, effects);
            List<FollowUp> ofToday = pairs.getOrDefault(merchant, List.of());
            ofToday.forEach(verdicts::arrived);
            new MerchantFollowUps(date, ofMerchant, cleared, prices, snapshot::terminal, verdicts).judge(ofToday);
        }
    }

    @Override
    public void finish(RunContext run) {
        indexes.complete(run.businessDate());
        night.watch(run.businessDate(), references.of(run.businessDate()));
    }
}

package io.qingfen.clearing.batch;

import io.qingfen.clearing.ItemCases;
import io.qingfen.clearing.jdbc.ClearingTables;
import io.qingfen.clearing.jdbc.EarlierBatches;
import io.qingfen.clearing.jdbc.EarlierClearings;
import io.qingfen.clearing.jdbc.FollowUps;
import io.qingfen.clearing.jdbc.LinkedPairs;
import io.qingfen.intake.Capture;
import io.qingfen.intake.TerminalBatch;
import io.qingfen.intake.TerminalRecords;
import io.qingfen.matching.BatchCheck;
import io.qingfen.matching.Earlier;
import io.qingfen.matching.NightRules;
import io.qingfen.matching.OpenItem;
import io.qingfen.matching.Question;
import io.qingfen.matching.TerminalJudgement;
import io.qingfen.matching.TerminalNight;
import io.qingfen.matching.TerminalPairing;
import io.qingfen.pricing.Prices;
import io.qingfen.reference.Terminal;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Clears the terminals of one range in groups: the books of earlier dates are asked once per group and not per
 * terminal, and no more than a group's records are on the heap.
 */
final class RangeClearing implements AutoCloseable {
    private static final int RECORDS_IN_GROUP = 20_000;
    private static final int TERMINALS_IN_GROUP = 2_000;

    private final OpenBooks open;
    private final NightRules rules;
    private final EarlierBatches earlierBatches;
    private final EarlierClearings earlierClearings;
    private final LinkedPairs links;
    private final FollowUps followUps;
    private final TerminalClearing verdicts;
    private final ItemCases cases;
    private final Set<String> terminalsWithOrphans = new HashSet<>();
    private final List<TerminalRecords> group = new ArrayList<>();
    private Map<String, List<OpenItem>> joining = new HashMap<>();
    private int recordsInGroup;

    RangeClearing(OpenBooks open, Prices prices, ClearingTables tables) {
        this.open = open;
        this.rules = open.rules();
        this.earlierBatches = tables.earlierBatches(open.businessDate());
        this.earlierClearings = tables.earlierClearings(
                open.businessDate(), rules.snapshot().settings().lookbackDays());
        this.links = tables.linkedPairs(open.businessDate());
        this.followUps = tables.followUps(open.businessDate());
        this.verdicts = new TerminalClearing(open, followUps, prices, terminalsWithOrphans);
        this.cases = new ItemCases(open.businessDate());
    }

    /** @param terminals every terminal of the range, also those without records today */
    void begin(List<Terminal> terminals) {
        List<String> ids = terminals.stream().map(Terminal::id).toList();
        joining = open.openItems().joining(ids, rules.snapshot());
        Set<String> linked = links.items();
        if (!linked.isEmpty()) {
            joining.values().forEach(items -> items.removeIf(item -> linked.contains(item.itemId())));
            links.of(ids, rules.snapshot()).forEach(this::clear);
        }
        joining.values().forEach(items -> items.forEach(this::countCarriedIn));
    }

    /** Both of its items are counted here, where the capture is: the authorization may be of another range. */
    private void clear(LinkedPairs.LinkedPair pair) {
        countCarriedIn(pair.claim());
        countCarriedIn(pair.answer());
        verdicts.linked(pair.claim(), pair.answer());
    }

    private void countCarriedIn(OpenItem item) {
        if (item.isReversal()) {
            return;
        }
        if (item.capture() != null) {
            open.books().night().captures("CARRIED_IN", item.capture());
        }
        if (item.authorization() != null) {
            open.books().night().authorizations("CARRIED_IN", item.authorization());
        }
    }

    void add(TerminalRecords records) {
        group.add(records);
        recordsInGroup += records.captures().size() + records.authorizations().size();
        if (recordsInGroup >= RECORDS_IN_GROUP || group.size() >= TERMINALS_IN_GROUP) {
            clearGroup();
        }
    }

    /** Clears what is left, and terminals that only have open items. */
    void finish() {
        clearGroup();
        for (Map.Entry<String, List<OpenItem>> entry : joining.entrySet()) {
            Terminal terminal = rules.snapshot().terminal(entry.getKey());
            group.add(new TerminalRecords(terminal, List.of(), List.of(), List.of()));
        }
        clearGroup();
    }

    private void clearGroup() {
        if (group.isEmpty()) {
            return;
        }
        Map<String, Set<BatchCheck.Identity>> seen = earlierBatches.seen(
                group.stream().flatMap(one -> one.batches().stream()).toList());
        Map<String, EarlierBatches.Last> last = earlierBatches.last(
                group.stream().map(one -> one.terminal().id()).toList());
        List<TerminalPairing> pairings = new ArrayList<>(group.size());
        List<Question> questions = new ArrayList<>();
        List<TerminalBatch> counted = new ArrayList<>();
        for (TerminalRecords records : group) {
            String id = records.terminal().id();
            BatchCheck batches = BatchCheck.of(records.batches(), records.captures(), seen.getOrDefault(id, Set.of()));
            batches.counted().forEach(batch -> counted.add(batch.header()));
            judgeBatches(batches, last.get(id));
            TerminalPairing pairing = pair(records, batches);
            questions.addAll(pairing.questions());
            pairings.add(pairing);
        }
        Earlier earlier = questions.isEmpty() ? Earlier.NOTHING : earlierClearings.answer(questions);
        pairings.forEach(pairing -> TerminalJudgement.judge(pairing, rules, earlier, verdicts));
        earlierBatches.write(counted);
        openBatchesNotClosed(last, counted);
        group.clear();
        recordsInGroup = 0;
    }

    private TerminalPairing pair(TerminalRecords records, BatchCheck batches) {
        List<Capture> captures = new ArrayList<>();
        batches.counted().forEach(batch -> captures.addAll(batch.details()));
        records.captures().forEach(capture -> open.books().night().captures("IN", capture));
        records.authorizations().forEach(authorization -> open.books().night().authorizations("IN", authorization));
        List<OpenItem> items = joining.remove(records.terminal().id());
        return TerminalPairing.of(
                new TerminalNight(
                        records.terminal(), captures, records.authorizations(), items == null ? List.of() : items),
                rules);
    }

    private void judgeBatches(BatchCheck batches, EarlierBatches.Last last) {
        for (BatchCheck.Batch batch : batches.duplicates()) {
            batch.details().forEach(capture -> open.books().night().captures("DUPLICATE_BATCH", capture));
            openCase(batch, CaseKind.DUPLICATE_BATCH, batch.acceptedMinor());
        }
        for (BatchCheck.Batch batch : batches.counted()) {
            if (!batch.isBalanced()) {
                openCase(batch, CaseKind.BATCH_OUT_OF_BALANCE, batch.differenceMinor());
            }
        }
        for (TerminalBatch gap : batches.gapsAfter(last == null ? null : last.batchNo())) {
            openCase(new BatchCheck.Batch(gap, List.of()), CaseKind.BATCH_NUMBER_GAP, 0);
        }
    }

    private void openCase(BatchCheck.Batch batch, CaseKind kind, long exposureMinor) {
        String id = open.ids().ofBatch(batch.header().source());
        open.openCase(cases.ofBatch(id, kind, batch, exposureMinor));
    }

    /** Terminals whose new orphan authorizations have had no batch to stand in, today or on the two dates before. */
    private void openBatchesNotClosed(Map<String, EarlierBatches.Last> last, List<TerminalBatch> counted) {
        Set<String> closedToday = new HashSet<>();
        counted.forEach(batch -> closedToday.add(batch.terminal().id()));
        for (TerminalRecords records : group) {
            Terminal terminal = records.terminal();
            EarlierBatches.Last before = last.get(terminal.id());
            boolean recent =
                    before != null && !before.on().isBefore(open.businessDate().minusDays(2));
            if (terminalsWithOrphans.remove(terminal.id()) && !recent && !closedToday.contains(terminal.id())) {
                open.openCase(Case.about(
                        open.businessDate(),
                        CaseKind.BATCH_NOT_CLOSED,
                        terminal.id(),
                        terminal.merchant().id(),
                        terminal.id(),
                        ""));
            }
        }
    }

    @Override
    public void close() {
        followUps.close();
    }
}

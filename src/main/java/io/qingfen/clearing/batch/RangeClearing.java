package io.qingfen.clearing.batch;

import io.qingfen.clearing.jdbc.ClearingTables;
import io.qingfen.clearing.jdbc.EarlierBatches;
import io.qingfen.clearing.jdbc.EarlierClearings;
import io.qingfen.clearing.jdbc.FollowUps;
import io.qingfen.clearing.jdbc.LinkedPairs;
import io.qingfen.intake.Capture;
import io.qingfen.intake.LargeTerminal;
import io.qingfen.intake.TerminalBatch;
import io.qingfen.intake.TerminalConsumer;
import io.qingfen.intake.TerminalRecords;
import io.qingfen.matching.BatchCheck;
import io.qingfen.matching.Earlier;
import io.qingfen.matching.NightRules;
import io.qingfen.matching.OpenItem;
import io.qingfen.matching.PartedMatching;
import io.qingfen.matching.Question;
import io.qingfen.matching.TerminalJudgement;
import io.qingfen.matching.TerminalNight;
import io.qingfen.matching.TerminalPairing;
import io.qingfen.pricing.Prices;
import io.qingfen.reference.Terminal;
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
final class RangeClearing implements TerminalConsumer, AutoCloseable {
    private static final int RECORDS_IN_GROUP = 20_000;
    private static final int TERMINALS_IN_GROUP = 2_000;

    private final OpenBooks open;
    private final NightRules rules;
    private final EarlierBatches earlierBatches;
    private final EarlierClearings earlierClearings;
    private final LinkedPairs links;
    private final FollowUps followUps;
    private final TerminalClearing verdicts;
    private final BatchClearing batches;
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
        this.batches = new BatchClearing(open);
        this.verdicts = new TerminalClearing(open, followUps, prices, batches.terminalsWithOrphans());
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

    @Override
    public void add(TerminalRecords records) {
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
        Set<String> closedToday = new HashSet<>();
        for (TerminalRecords records : group) {
            String id = records.terminal().id();
            BatchCheck check = new BatchCheck();
            BatchCheck.Details details =
                    check.add(records.batches(), records.captures(), seen.getOrDefault(id, Set.of()));
            batches.repeated(details.repeated());
            batches.judge(check, last.get(id));
            check.counted().forEach(batch -> counted.add(batch.header()));
            if (!check.counted().isEmpty()) {
                closedToday.add(id);
            }
            TerminalPairing pairing = pair(records, details.used());
            questions.addAll(pairing.questions());
            pairings.add(pairing);
        }
        Earlier earlier = questions.isEmpty() ? Earlier.NOTHING : earlierClearings.answer(questions);
        pairings.forEach(pairing -> TerminalJudgement.judge(pairing, rules, earlier, verdicts));
        earlierBatches.write(counted);
        for (TerminalRecords records : group) {
            String id = records.terminal().id();
            batches.closed(records.terminal(), last.get(id), closedToday.contains(id));
        }
        group.clear();
        recordsInGroup = 0;
    }

    private TerminalPairing pair(TerminalRecords records, List<Capture> captures) {
        countIn(records);
        return TerminalPairing.of(
                new TerminalNight(records.terminal(), captures, records.authorizations(), joining(records.terminal())),
                rules);
    }

    private void countIn(TerminalRecords records) {
        records.captures().forEach(capture -> open.books().night().captures("IN", capture));
        records.authorizations().forEach(authorization -> open.books().night().authorizations("IN", authorization));
    }

    private List<OpenItem> joining(Terminal terminal) {
        List<OpenItem> items = joining.remove(terminal.id());
        return items == null ? List.of() : items;
    }

    /** Alone, and its records in parts; what is said about it is the same. */
    @Override
    public void add(LargeTerminal large) {
        clearGroup();
        Terminal terminal = large.terminal();
        BatchCheck check = new BatchCheck();
        try (PartedMatching matching = new PartedMatching(terminal, joining(terminal), rules, large::parts)) {
            large.forEach(some -> {
                countIn(some);
                Map<String, Set<BatchCheck.Identity>> seen = earlierBatches.seen(some.batches());
                BatchCheck.Details details =
                        check.add(some.batches(), some.captures(), seen.getOrDefault(terminal.id(), Set.of()));
                batches.repeated(details.repeated());
                matching.add(details.used(), some.authorizations());
            });
            matching.judge(earlierClearings::answer, verdicts);
        }
        EarlierBatches.Last last = earlierBatches.last(List.of(terminal.id())).get(terminal.id());
        batches.judge(check, last);
        earlierBatches.write(
                check.counted().stream().map(BatchCheck.Batch::header).toList());
        batches.closed(terminal, last, !check.counted().isEmpty());
    }

    @Override
    public void close() {
        followUps.close();
    }
}

package io.qingfen.scheme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the item of ours for each record of the scheme. By the scheme's key; then, of what is left, by reference number,
 * terminal, type and amount; then, only where there is exactly one on each side, with another amount or another type; last
 * against what a reversal undid in the file. Each is used once, in order of date and place; of two that were both there
 * before nothing is joined any more.
 */
public final class SchemeJoin {
    private final List<Side<OwnItem>> own;
    private final List<Side<SchemeRecord>> records;
    private final List<Side<SchemeRecord>> undone;
    private final List<Side<SchemeRecord>> netted;
    private final List<Pair> pairs = new ArrayList<>();

    /** @param netted the record was undone by a reversal in its file: the scheme pays nothing for it */
    public record Pair(Side<OwnItem> own, Side<SchemeRecord> scheme, boolean netted) {}

    /**
     * What was found.
     *
     * @param ownAlone items of ours without record
     * @param recordsAlone records without item of ours
     * @param netted reversals and what they undid, whether or not an item of ours was found for it
     */
    public record Joined(
            List<Pair> pairs,
            List<Side<OwnItem>> ownAlone,
            List<Side<SchemeRecord>> recordsAlone,
            List<Side<SchemeRecord>> netted) {}

    private SchemeJoin(List<Side<OwnItem>> own, List<Side<SchemeRecord>> records) {
        this.own = sorted(
                own,
                Comparator.comparing((Side<OwnItem> side) -> side.item().businessDate())
                        .thenComparing(side -> side.item().transactionId()));
        List<Side<SchemeRecord>> ordered = sorted(
                records,
                Comparator.comparing((Side<SchemeRecord> side) -> side.since())
                        .thenComparing(side -> side.item().place().file())
                        .thenComparing(side -> side.item().place().line()));
        Netting netting =
                Netting.of(ordered.stream().filter(Side::isNew).map(Side::item).toList());
        this.netted =
                ordered.stream().filter(side -> netting.isNetted(side.item())).toList();
        this.undone = new ArrayList<>(
                netted.stream().filter(side -> !side.item().isReversal()).toList());
        this.records = new ArrayList<>(
                ordered.stream().filter(side -> !netting.isNetted(side.item())).toList());
    }

    public static Joined join(List<Side<OwnItem>> own, List<Side<SchemeRecord>> records) {
        SchemeJoin join = new SchemeJoin(own, records);
        join.passes();
        return new Joined(join.pairs, join.own, join.records, join.netted);
    }

    private void passes() {
        refs(records, SchemeRecord::schemeRef);
        refs(records, SchemeRecord::otherRef);
        pass(
                records,
                false,
                item -> JoinKeys.byNumbers(item, item.amountMinor()),
                record -> JoinKeys.byNumbers(record, record.amountMinor()));
        pass(records, true, item -> JoinKeys.byNumbers(item, 0), record -> JoinKeys.byNumbers(record, 0));
        pass(records, true, JoinKeys::byAmount, JoinKeys::byAmount);
        refs(undone, SchemeRecord::schemeRef);
        pass(
                undone,
                false,
                item -> JoinKeys.byNumbers(item, item.amountMinor()),
                record -> JoinKeys.byNumbers(record, record.amountMinor()));
        pass(records, true, JoinKeys::byRefAlone, JoinKeys::byRefAlone);
    }

    /** Parts of a payment are given back under one key: equal amounts belong together before others do. */
    private void refs(List<Side<SchemeRecord>> from, Function<SchemeRecord, String> ref) {
        pass(
                from,
                false,
                item -> JoinKeys.withAmount(JoinKeys.byRef(item), item.amountMinor()),
                record -> JoinKeys.withAmount(JoinKeys.byRef(record, ref.apply(record)), record.amountMinor()));
        pass(from, false, JoinKeys::byRef, record -> JoinKeys.byRef(record, ref.apply(record)));
    }

    /** @param alone only where the key has one item and one record */
    private void pass(
            List<Side<SchemeRecord>> from,
            boolean alone,
            Function<OwnItem, String> ownKey,
            Function<SchemeRecord, String> recordKey) {
        if (own.isEmpty() || from.isEmpty()) {
            return;
        }
        Map<String, List<Side<OwnItem>>> waiting = grouped(own, ownKey);
        Map<String, Long> counts = from.stream()
                .collect(Collectors.groupingBy(side -> recordKey.apply(side.item()), Collectors.counting()));
        Map<Side<OwnItem>, Boolean> used = new IdentityHashMap<>();
        for (Iterator<Side<SchemeRecord>> each = from.iterator(); each.hasNext(); ) {
            Side<SchemeRecord> side = each.next();
            String key = recordKey.apply(side.item());
            List<Side<OwnItem>> candidates = key.isEmpty() ? null : waiting.get(key);
            boolean fits = candidates != null && (!alone || candidates.size() == 1 && counts.get(key) == 1);
            Side<OwnItem> found = fits ? take(candidates, side) : null;
            if (found != null) {
                used.put(found, true);
                pairs.add(new Pair(found, side, from == undone));
                each.remove();
            }
        }
        own.removeIf(used::containsKey);
    }

    private static Side<OwnItem> take(List<Side<OwnItem>> candidates, Side<SchemeRecord> side) {
        for (Iterator<Side<OwnItem>> each = candidates.iterator(); each.hasNext(); ) {
            Side<OwnItem> candidate = each.next();
            if (candidate.isNew() || side.isNew()) {
                each.remove();
                return candidate;
            }
        }
        return null;
    }

    private static Map<String, List<Side<OwnItem>>> grouped(List<Side<OwnItem>> own, Function<OwnItem, String> ownKey) {
        Map<String, List<Side<OwnItem>>> groups = new HashMap<>();
        for (Side<OwnItem> side : own) {
            String key = ownKey.apply(side.item());
            if (!key.isEmpty()) {
                groups.computeIfAbsent(key, none -> new LinkedList<>()).add(side);
            }
        }
        return groups;
    }

    private static <T> List<Side<T>> sorted(List<Side<T>> sides, Comparator<Side<T>> order) {
        List<Side<T>> sorted = new ArrayList<>(sides);
        sorted.sort(order);
        return sorted;
    }
}

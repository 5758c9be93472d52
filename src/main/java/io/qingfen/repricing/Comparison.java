package io.qingfen.repricing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fees of a range of closed dates, booked and under other plans, added up three ways. */
public final class Comparison {
    private final LocalDate from;
    private final LocalDate to;
    private final SortedMap<MerchantLine, Sum> merchants = new TreeMap<>(MerchantLine.ORDER);
    private final SortedMap<FeeChange, Sum> changes = new TreeMap<>(FeeChange.ORDER);
    private final Map<Repriced.Kept, Long> kept = new EnumMap<>(Repriced.Kept.class);

    public Comparison(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    public void add(DayComparison day) {
        day.sums().forEach((key, sum) -> {
            FeeChange change = key.change();
            merchants.merge(new MerchantLine(key.merchantId(), change.currency(), change.line()), sum, Sum::plus);
            changes.merge(change, sum, Sum::plus);
        });
        day.kept().forEach((why, count) -> kept.merge(why, count, Math::addExact));
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate to() {
        return to;
    }

    /** In order of merchant, currency and line; every merchant that had fees. */
    public SortedMap<MerchantLine, Sum> merchants() {
        return merchants;
    }

    /** In order of currency, line, old and new rule. */
    public SortedMap<FeeChange, Sum> changes() {
        return changes;
    }

    /** Of every currency and line, under whatever rules. */
    public SortedMap<FeeChange, Sum> totals() {
        SortedMap<FeeChange, Sum> totals = new TreeMap<>(FeeChange.ORDER);
        changes.forEach(
                (change, sum) -> totals.merge(new FeeChange(change.currency(), change.line(), "", ""), sum, Sum::plus));
        return totals;
    }

    /** Those who would have paid something else, the largest difference first. */
    public List<Map.Entry<MerchantLine, Sum>> changedMerchants() {
        return merchants.entrySet().stream()
                .filter(one -> one.getValue().differenceMinor() != 0)
                .sorted(Comparator.comparing((Map.Entry<MerchantLine, Sum> one) ->
                                -Math.abs(one.getValue().differenceMinor()))
                        .thenComparing(Map.Entry::getKey, MerchantLine.ORDER))
                .toList();
    }

    /** Transactions that stay as booked, by reason. */
    public Map<Repriced.Kept, Long> kept() {
        return kept;
    }
}

package io.qingfen.clearing;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.money.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Counts and amounts of one partition by key; added exactly, overflow is an error. In order of first appearance, which
 * is that of merchants: rows and index pages of neighbours are written together.
 */
public final class Totals<K> {
    private final Map<K, Total> byKey = new LinkedHashMap<>();

    public void add(K key, long count, long amountMinor) {
        Total total = byKey.get(key);
        if (total == null) {
            total = new Total();
            byKey.put(key, total);
        }
        total.count = Math.addExact(total.count, count);
        total.amountMinor = Math.addExact(total.amountMinor, amountMinor);
    }

    public void forEach(BiConsumer<K, Total> consumer) {
        byKey.forEach(consumer);
    }

    /** A running count and amount, minor units. */
    public static final class Total {
        private long count;
        private long amountMinor;

        public long count() {
            return count;
        }

        public long amountMinor() {
            return amountMinor;
        }
    }

    /** Control totals of one partition: where each record came from and went to. */
    public static final class Night {
        // By place and currency: no name is put together, and no hash of one reckoned, for every record.
        private final Map<String, Totals<Currency>> captures = new HashMap<>();
        private final Map<String, Totals<Currency>> authorizations = new HashMap<>();
        private final Totals<Measure> others = new Totals<>();

        /** @param place for example IN or SETTLED */
        public void captures(String place, Capture capture) {
            at(place, captures).add(capture.currency(), 1, capture.amountMinor());
        }

        public void authorizations(String place, Authorization authorization) {
            at(place, authorizations).add(authorization.currency(), 1, authorization.amountMinor());
        }

        private static Totals<Currency> at(String place, Map<String, Totals<Currency>> places) {
            Totals<Currency> known = places.get(place);
            return known != null ? known : places.computeIfAbsent(place, one -> new Totals<>());
        }

        public void add(String measure, Currency currency, long amountMinor) {
            others.add(new Measure(measure, currency.code()), 1, amountMinor);
        }

        public void count(String measure) {
            others.add(new Measure(measure, "XXX"), 1, 0);
        }

        public void forEach(BiConsumer<Measure, Total> consumer) {
            Totals<Measure> all = new Totals<>();
            collect("CAPTURES_", captures, all);
            collect("AUTHORIZATIONS_", authorizations, all);
            others.forEach((measure, total) -> all.add(measure, total.count, total.amountMinor));
            all.forEach(consumer);
        }

        private static void collect(String prefix, Map<String, Totals<Currency>> places, Totals<Measure> all) {
            places.forEach((place, totals) -> totals.forEach((currency, total) ->
                    all.add(new Measure(prefix + place, currency.code()), total.count, total.amountMinor)));
        }
    }

    /** One control total. */
    public record Measure(String name, String currency) {}
}

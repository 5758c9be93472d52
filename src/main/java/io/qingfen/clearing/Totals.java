package io.qingfen.clearing;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.money.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Counts and amounts of one partition by key; added exactly, overflow is an error. */
public final class Totals<K> {
    private final Map<K, Total> byKey = new HashMap<>();

    public void add(K key, long count, long amountMinor) {
        Total total = byKey.computeIfAbsent(key, k -> new Total());
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
        private final Totals<Measure> totals = new Totals<>();

        /** @param place for example IN or SETTLED */
        public void captures(String place, Capture capture) {
            add("CAPTURES_" + place, capture.currency(), capture.amountMinor());
        }

        public void authorizations(String place, Authorization authorization) {
            add("AUTHORIZATIONS_" + place, authorization.currency(), authorization.amountMinor());
        }

        public void add(String measure, Currency currency, long amountMinor) {
            totals.add(new Measure(measure, currency.code()), 1, amountMinor);
        }

        public void count(String measure) {
            totals.add(new Measure(measure, "XXX"), 1, 0);
        }

        public void forEach(BiConsumer<Measure, Total> consumer) {
            totals.forEach(consumer);
        }
    }

    /** One control total. */
    public record Measure(String name, String currency) {}
}

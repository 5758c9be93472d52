package io.qingfen.control;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was measured of one business date, by measure and currency. Filled once, then read. */
public final class Measures {
    /** Stands in the currency column of what is only counted. */
    public static final String NO_CURRENCY = "XXX";

    private final Map<Measure, Map<String, Tally>> tallies = new EnumMap<>(Measure.class);
    private final Map<Measure, String> firstDifference = new EnumMap<>(Measure.class);

    public void add(Measure measure, String currency, Tally tally) {
        tallies.computeIfAbsent(measure, one -> new TreeMap<>()).merge(currency, tally, Tally::plus);
    }

    /** Names the first subject whose two sides differ, for people who look for it. */
    public void differs(Measure measure, String subject) {
        firstDifference.putIfAbsent(measure, subject);
    }

    /** Empty when no subject differs, or the measure is not compared subject by subject. */
    String firstDifference(Measure measure) {
        return firstDifference.getOrDefault(measure, "");
    }

    Set<String> currencies(Measure measure) {
        return new TreeSet<>(tallies.getOrDefault(measure, Map.of()).keySet());
    }

    Tally of(Measure measure, String currency) {
        return tallies.getOrDefault(measure, Map.of()).getOrDefault(currency, Tally.NOTHING);
    }

    /** The count over all currencies. */
    Tally countOf(Measure measure) {
        long count = 0;
        for (Tally tally : tallies.getOrDefault(measure, Map.of()).values()) {
            count = Math.addExact(count, tally.count());
        }
        return new Tally(count, 0);
    }
}

package io.qingfen.reference.batch;

import io.qingfen.money.Currency;
import io.qingfen.run.FileProblem;
import io.qingfen.run.YamlMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The versions of plans, policies or cost components. A version is in force from its first date until the next of the
 * same id begins.
 */
final class Versions<T> {
    /** First date of a version that names none. */
    static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    private final Function<T, LocalDate> effectiveFrom;
    private final Map<String, TreeMap<LocalDate, T>> byId = new TreeMap<>();
    private final Set<String> mentioned = new HashSet<>();
    private final Map<String, YamlMap> places = new HashMap<>();
    private final Map<T, Currency> currencies = new IdentityHashMap<>();
    private final Set<String> used = new HashSet<>();
    private boolean readable = true;

    Versions(Function<T, LocalDate> effectiveFrom) {
        this.effectiveFrom = effectiveFrom;
    }

    /** Not all of the file could be read: nothing can be said about references into it. */
    void unreadable() {
        readable = false;
    }

    /** An entry of the file, sound or not; with null for an id it may be any. */
    void mention(String id, YamlMap place) {
        if (id == null) {
            unreadable();
        } else {
            mentioned.add(id);
            places.putIfAbsent(id, place);
        }
    }

    /**
     * Reports a second version with the same first date.
     *
     * @param currency of the version's amounts
     */
    void add(String id, T version, Currency currency, YamlMap place) {
        currencies.put(version, currency);
        TreeMap<LocalDate, T> versions = byId.computeIfAbsent(id, none -> new TreeMap<>());
        if (versions.putIfAbsent(effectiveFrom.apply(version), version) != null) {
            place.problem(
                    "id", FileProblem.shown(id) + " stands twice with the same effectiveFrom; remove or date one");
        }
    }

    /** All versions, by id then first date. */
    List<T> all() {
        List<T> all = new ArrayList<>();
        byId.values().forEach(versions -> all.addAll(versions.values()));
        return List.copyOf(all);
    }

    Collection<String> ids() {
        return byId.keySet();
    }

    Optional<T> inForce(String id, LocalDate date) {
        TreeMap<LocalDate, T> versions = byId.get(id);
        return versions == null || versions.floorEntry(date) == null
                ? Optional.empty()
                : Optional.of(versions.floorEntry(date).getValue());
    }

    /** The currency of a version's amounts. */
    Currency currencyOf(T version) {
        return currencies.get(version);
    }

    /** What is wrong with naming this id on this date; empty when nothing is, or nothing can be said. */
    Optional<String> refusal(String id, LocalDate date, String file) {
        used.add(id);
        if (!readable || inForce(id, date).isPresent()) {
            return Optional.empty();
        }
        if (!mentioned.contains(id)) {
            return Optional.of(FileProblem.shown(id) + " is not in " + file + "; add it there or name another");
        }
        return byId.containsKey(id)
                ? Optional.of(
                        FileProblem.shown(id) + " has no version in force on " + date + "; give it one in " + file)
                : Optional.empty();
    }

    /** As {@link #refusal}, whatever the date. */
    Optional<String> refusal(String id, String file) {
        return refusal(id, LocalDate.MAX, file);
    }

    /** Warns of entries that nobody named. */
    void warnOfUnused(String who) {
        places.entrySet().stream()
                .filter(place -> !used.contains(place.getKey()))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(place ->
                        place.getValue().warn("id", FileProblem.shown(place.getKey()) + " is used by no " + who));
    }
}

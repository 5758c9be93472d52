package io.qingfen.overview;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The counted stream of records of one night: how many, and how much money, at each measure. */
public record Flow(List<Measured> measures) {

    /** One measure in one currency; XXX where the currency of a record could not be read. */
    public record Measured(String measure, String currency, long count, long amountMinor) {}

    /** Currencies in byte order of their code. */
    public Set<String> currencies() {
        Set<String> found = new TreeSet<>();
        measures.forEach(measured -> found.add(measured.currency()));
        return found;
    }

    /** Zero where nothing was counted. */
    public Measured of(String measure, String currency) {
        return measures.stream()
                .filter(each ->
                        each.measure().equals(measure) && each.currency().equals(currency))
                .findFirst()
                .orElse(new Measured(measure, currency, 0, 0));
    }

    /** Count over all currencies. */
    public long count(String measure) {
        return measures.stream()
                .filter(each -> each.measure().equals(measure))
                .mapToLong(Measured::count)
                .reduce(0, Math::addExact);
    }
}

package io.qingfen.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One boundary of the night: what left one side must have arrived on the other.
 *
 * @param boundary where, in the words of control-totals.csv
 * @param side what is held against what there; unique within the boundary
 * @param optional of something that not every acquirer does: no row at all on a date that has nothing of it
 */
public record Control(String boundary, String side, Sum left, Sum right, Compares compares, boolean optional) {

    /** What of the two sides must agree. */
    public enum Compares {
        COUNT_AND_AMOUNT,
        /** Where one side knows no amounts in one currency. */
        COUNT,
        /** Where one side knows sums only. */
        AMOUNT
    }

    /** One total per currency in byte order; a boundary that nothing crossed has one total of zeros, an optional one none. */
    List<ControlTotal> totals(Measures measures) {
        if (compares == Compares.COUNT) {
            return List.of(total(Measures.NO_CURRENCY, left.counted(measures), right.counted(measures)));
        }
        Set<String> currencies = new TreeSet<>(left.currencies(measures));
        currencies.addAll(right.currencies(measures));
        if (currencies.isEmpty() && !optional) {
            currencies.add(Measures.NO_CURRENCY);
        }
        List<ControlTotal> totals = new ArrayList<>();
        for (String currency : currencies) {
            totals.add(total(currency, left.in(measures, currency), right.in(measures, currency)));
        }
        return totals;
    }

    private ControlTotal total(String currency, Tally left, Tally right) {
        boolean counts = compares != Compares.AMOUNT;
        return new ControlTotal(
                boundary,
                side,
                counts ? left.count() : 0,
                left.minor(),
                currency,
                counts ? right.count() : 0,
                right.minor());
    }
}

package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a row of somebody's statement becomes a record: where each value stands and what its words mean.
 *
 * @param places where the values stand; a value may be put together of several places
 * @param types what the words of {@link Value#TYPE} mean; empty when the sign of the amount is all there is
 * @param plus the type of what we are paid, where there are no words; else null
 * @param minus the type of what we pay, where there are no words; else null
 * @param signed amounts are written with their sign, + to us; else the type says it
 * @param minorUnits amounts are in minor units; else in the currency itself, with a point
 * @param costPaidNegative what we pay is written with a minus
 * @param currency of all rows; null when they name it
 * @param filters which rows count
 */
public record Mapping(
        Map<Value, List<String>> places,
        Map<String, TxnType> types,
        TxnType plus,
        TxnType minus,
        boolean signed,
        boolean minorUnits,
        boolean costPaidNegative,
        Currency currency,
        DateTimeFormatter time,
        List<Filter> filters) {

    /** What a row may hold. */
    public enum Value {
        TYPE,
        AMOUNT,
        COST,
        CURRENCY,
        TIME,
        REFERENCE,
        OTHER_REFERENCE,
        RRN,
        TERMINAL,
        MERCHANT,
        CARD
    }

    /**
     * Rows whose value at a place is one of these words.
     *
     * @param kept whether they are those that count; else they are left out
     */
    public record Filter(String place, Set<String> words, boolean kept) {
        public Filter {
            words = Set.copyOf(words);
        }
    }

    public Mapping {
        places = Map.copyOf(places);
        types = Map.copyOf(types);
        filters = List.copyOf(filters);
    }

    public boolean has(Value value) {
        return places.containsKey(value);
    }
}

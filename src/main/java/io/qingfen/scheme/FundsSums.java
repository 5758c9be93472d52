package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.scheme.FundsAgreement.Differing;
import io.qingfen.scheme.SchemeRecord.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What the records of a date and its statements of funds come to, by the keys that the statements call records by. */
public final class FundsSums {
    private final Currency currency;
    private final Function<SchemeRecord, String> key;
    private final ToLongFunction<SchemeRecord> money;
    private final Map<String, Both> byKey = new TreeMap<>();
    private long other;

    /** Sums of one key on both sides. */
    private static final class Both {
        private long records;
        private long funds;
        private Place place;
    }

    /**
     * Of no record yet.
     *
     * @param currency records of others are left out
     * @param key of a record, as the statement spells it
     * @param money what the statement must show of a record
     */
    public FundsSums(Currency currency, Function<SchemeRecord, String> key, ToLongFunction<SchemeRecord> money) {
        this.currency = currency;
        this.key = key;
        this.money = money;
    }

    public void add(SchemeRecord record) {
        if (record.currency().equals(currency)) {
            Both both = both(key.apply(record));
            both.records = Math.addExact(both.records, money.applyAsLong(record));
        }
    }

    /** A line of a statement. */
    public void add(FundsEntry entry) {
        if (entry.ofTransactions()) {
            Both both = both(entry.key());
            both.funds = Math.addExact(both.funds, entry.minor());
            both.place = both.place == null ? entry.place() : both.place;
        } else {
            other = Math.addExact(other, entry.minor());
        }
    }

    private Both both(String name) {
        return byKey.computeIfAbsent(name, none -> new Both());
    }

    /** Holds the statements against the records, after the last of both. */
    public FundsAgreement agreement() {
        long records = 0;
        long funds = 0;
        List<Differing> differing = new ArrayList<>();
        for (Map.Entry<String, Both> one : byKey.entrySet()) {
            Both both = one.getValue();
            records = Math.addExact(records, both.records);
            funds = Math.addExact(funds, both.funds);
            if (both.records != both.funds) {
                differing.add(new Differing(one.getKey(), both.records, both.funds, both.place));
            }
        }
        return new FundsAgreement(currency, records, funds, other, differing);
    }
}

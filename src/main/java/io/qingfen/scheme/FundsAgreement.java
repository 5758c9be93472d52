package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.scheme.SchemeRecord.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Whether a scheme's statement of funds agrees with its own records of the date, key by key: does the money move that its file
 * of transactions speaks of? Minor units, + to us.
 *
 * @param recordsMinor what the records give
 * @param fundsMinor what the statement says transactions moved
 * @param otherMinor what it says anything else moved; held against nothing
 * @param differing every key with another sum on either side, in order
 */
public record FundsAgreement(
        Currency currency, long recordsMinor, long fundsMinor, long otherMinor, List<Differing> differing) {

    public FundsAgreement {
        differing = List.copyOf(differing);
    }

    /**
     * One order, refund or merchant.
     *
     * @param place its first line in the statement; null when the statement has nothing of it
     */
    public record Differing(String key, long recordsMinor, long fundsMinor, Place place) {
        public long difference() {
            return Math.subtractExact(fundsMinor, recordsMinor);
        }
    }

    /** Sums of one key on both sides. */
    private static final class Both {
        private long records;
        private long funds;
        private Place place;
    }

    /**
     * Holds one against the other.
     *
     * @param key of a record, as the statement spells it
     * @param money what the statement must show of a record
     */
    public static FundsAgreement of(
            Currency currency,
            List<SchemeRecord> records,
            Function<SchemeRecord, String> key,
            ToLongFunction<SchemeRecord> money,
            List<FundsEntry> entries) {
        Map<String, Both> byKey = new TreeMap<>();
        for (SchemeRecord record : records) {
            if (record.currency().equals(currency)) {
                Both both = byKey.computeIfAbsent(key.apply(record), none -> new Both());
                both.records = Math.addExact(both.records, money.applyAsLong(record));
            }
        }
        long other = 0;
        for (FundsEntry entry : entries) {
            if (entry.ofTransactions()) {
                Both both = byKey.computeIfAbsent(entry.key(), none -> new Both());
                both.funds = Math.addExact(both.funds, entry.minor());
                both.place = both.place == null ? entry.place() : both.place;
            } else {
                other = Math.addExact(other, entry.minor());
            }
        }
        return of(currency, byKey, other);
    }

    private static FundsAgreement of(Currency currency, Map<String, Both> byKey, long other) {
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

    /** What the statement says less what the records give. */
    public long difference() {
        return Math.subtractExact(fundsMinor, recordsMinor);
    }

    public boolean agrees() {
        return differing.isEmpty();
    }
}

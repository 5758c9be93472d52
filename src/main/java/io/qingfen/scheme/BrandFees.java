package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.scheme.MasterControl.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

/**
 * Brand fees of a date, each with the record that it is of: the same key, the same direction, the same amount. A record takes
 * one fee, a fee belongs to one record; what belongs to none is named. Minor units, + we pay.
 */
public final class BrandFees {
    private final Currency currency;
    private final Map<SchemeRecord, BrandFee> byRecord = new IdentityHashMap<>();
    private final List<Alone> alone = new ArrayList<>();
    private long count;
    private long minor;
    private long aloneMinor;

    /** Why a fee belongs to no record. */
    public enum Why {
        /** No record of the date has its key. */
        NO_RECORD,
        /** The record of its key has another amount. */
        OTHER_AMOUNT,
        /** Every record of its key has its fee already. */
        TWICE
    }

    /** A fee that belongs to no record. */
    public record Alone(BrandFee fee, Why why) {}

    private BrandFees(Currency currency) {
        this.currency = currency;
    }

    /** Holds fees against the records of the same date, in order of both; those of other currencies are left alone. */
    public static BrandFees of(Currency currency, List<SchemeRecord> records, List<BrandFee> fees) {
        BrandFees all = new BrandFees(currency);
        if (fees.isEmpty()) {
            return all;
        }
        Map<String, List<SchemeRecord>> byKey = new HashMap<>();
        records.stream()
                .filter(record ->
                        !record.schemeRef().isEmpty() && record.currency().equals(currency))
                .forEach(record -> byKey.computeIfAbsent(
                                key(record.schemeRef(), record.isReversal()), none -> new LinkedList<>())
                        .add(record));
        fees.forEach(fee -> all.add(fee, byKey.get(key(fee.schemeRef(), fee.reversal()))));
        return all;
    }

    /** Adds fees that records took before, see {@link PlainPairs}. */
    public void add(Line taken) {
        count += taken.count();
        minor = Math.addExact(minor, taken.minor());
    }

    private static String key(String schemeRef, boolean reversal) {
        return schemeRef + (reversal ? "|R" : "|");
    }

    /** @param left records of its key that have no fee yet; null when no record has the key */
    private void add(BrandFee fee, List<SchemeRecord> left) {
        count++;
        minor = Math.addExact(minor, fee.feeMinor());
        if (left == null) {
            alone(fee, Why.NO_RECORD);
        } else if (left.isEmpty()) {
            alone(fee, Why.TWICE);
        } else {
            SchemeRecord found = take(left, fee.amountMinor());
            if (found == null) {
                alone(fee, Why.OTHER_AMOUNT);
            } else {
                byRecord.put(found, fee);
            }
        }
    }

    private static SchemeRecord take(List<SchemeRecord> left, long amountMinor) {
        for (Iterator<SchemeRecord> each = left.iterator(); each.hasNext(); ) {
            SchemeRecord record = each.next();
            if (Math.abs(record.amountMinor()) == amountMinor) {
                each.remove();
                return record;
            }
        }
        return null;
    }

    private void alone(BrandFee fee, Why why) {
        alone.add(new Alone(fee, why));
        aloneMinor = Math.addExact(aloneMinor, fee.feeMinor());
    }

    /** The fee of this very record; null without one. */
    public BrandFee of(SchemeRecord record) {
        return byRecord.get(record);
    }

    public Currency currency() {
        return currency;
    }

    /** Of all fees, with a record or not. */
    public long count() {
        return count;
    }

    public long minor() {
        return minor;
    }

    /** In order of file and line. */
    public List<Alone> alone() {
        return alone;
    }

    public long aloneMinor() {
        return aloneMinor;
    }

    /** What became of them. @param booked see {@link Told} */
    public Told told(boolean isBooked, Line booked) {
        return new Told(currency, isBooked, new Line(count, minor), new Line(alone.size(), aloneMinor), booked);
    }

    /**
     * What the files of a date tell, for people.
     *
     * @param isBooked false: they are shown only, since nobody has said that the costs of the records do not hold them
     * @param all with a record or not
     * @param alone without a record
     * @param booked what the comparison leaves to the next date, also of records that waited
     */
    public record Told(Currency currency, boolean isBooked, Line all, Line alone, Line booked) {}
}

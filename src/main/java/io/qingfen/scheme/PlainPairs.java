package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.KeyCounts.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The plain part of a comparison, which is nearly all of it: a transaction and a record of one date that are each other's
 * only candidates by every key, and about which nobody has to be asked. They are joined one by one, without holding either
 * side as objects. What is not plain goes to {@link SchemeJoin}; both together find what the join of everything finds.
 *
 * <p>First everything is shown: transactions, records, brand fees, and what else has their keys. Then each record, shown
 * again, takes its transaction or is left.
 */
public final class PlainPairs {
    private final SchemeSource source;
    private final Currency ofFees;
    private final KeyCounts keys = new KeyCounts();
    private final PackedItems own = new PackedItems();
    private final PackedFees fees = new PackedFees();

    /**
     * What a plain record is joined with.
     *
     * @param fee null without one
     */
    public record Partner(OwnItem item, BrandFee fee) {}

    /** @param ofFees records of other currencies have no brand fees, see {@link BrandFees#of} */
    public PlainPairs(SchemeSource source, Currency ofFees) {
        this.source = source;
        this.ofFees = ofFees;
    }

    /** A record of the date. */
    public void show(SchemeRecord record) {
        keysOf(record).forEach(key -> keys.add(Kind.RECORD, key, 1));
        if (record.isReversal()) {
            keys.add(Kind.UNDOING, traceKey(record.originalRef()), 1);
        }
    }

    /** A brand fee of the date. */
    public void show(BrandFee fee) {
        keys.put(Kind.FEE, refKey(fee.schemeRef()), fees.put(fee));
    }

    /** A transaction that came into the books on the date. */
    public void show(OwnItem item) {
        int place = own.put(item);
        keysOf(item).forEach(key -> keys.put(Kind.OWN, key, place));
    }

    /** Something of ours that is not plain whatever its keys meet, and so is nothing that meets it. */
    public void blocks(OwnItem item) {
        keysOf(item).forEach(key -> keys.add(Kind.OWN, key, KeyCounts.MANY));
    }

    /** The same of an earlier date's record. */
    public void blocks(SchemeRecord record) {
        keysOf(record).forEach(key -> keys.add(Kind.RECORD, key, KeyCounts.MANY));
    }

    /** Takes what this record is plainly joined with; empty when it is not plain. */
    public Optional<Partner> take(SchemeRecord record) {
        int place = record.isReversal() || isUndone(record) ? -1 : onlyCandidate(record);
        if (place < 0) {
            return Optional.empty();
        }
        OwnItem item = own.get(place);
        boolean plain = isOnlyOf(item, record) && agree(item, record);
        if (!plain || !hasFittingFee(record)) {
            return Optional.empty();
        }
        own.mark(place);
        return Optional.of(new Partner(item, takenFee(record)));
    }

    /** Transactions that were shown and not taken, in the order in which they were shown. */
    public void eachLeft(Consumer<OwnItem> each) {
        own.eachUnmarked(each);
    }

    /** Whether a record took this fee. */
    public boolean isTaken(BrandFee fee) {
        long key = refKey(fee.schemeRef());
        return keys.count(Kind.FEE, key) == 1 && fees.isMarked(keys.place(Kind.FEE, key));
    }

    /** Perhaps a reversal of the same files undoes it; {@link Netting} will know. */
    private boolean isUndone(SchemeRecord record) {
        return keys.count(Kind.UNDOING, traceKey(Netting.tail(record.schemeRef()))) > 0;
    }

    /** Where the only transaction lies that has a key of this record, which nothing else has; else -1. */
    private int onlyCandidate(SchemeRecord record) {
        int place = -1;
        for (long key : keysOf(record)) {
            int items = keys.count(Kind.OWN, key);
            if (items > 1 || keys.count(Kind.RECORD, key) != 1) {
                return -1;
            }
            if (items == 1) {
                int found = keys.place(Kind.OWN, key);
                if (place >= 0 && place != found) {
                    return -1;
                }
                place = found;
            }
        }
        return place;
    }

    /** No other transaction and no other record has a key of the transaction. */
    private boolean isOnlyOf(OwnItem item, SchemeRecord record) {
        for (long key : keysOf(item)) {
            int records = keys.count(Kind.RECORD, key);
            if (keys.count(Kind.OWN, key) != 1
                    || records > 1
                    || records == 1 && !keysOf(record).contains(key)) {
                return false;
            }
        }
        return true;
    }

    /** As the passes of {@link SchemeJoin} pair them, and in a way that opens no case. */
    private boolean agree(OwnItem item, SchemeRecord record) {
        boolean byRef = !item.schemeRef().isEmpty()
                && (item.schemeRef().equals(record.schemeRef())
                        || item.schemeRef().equals(record.otherRef()));
        boolean byNumbers = !item.rrn().isEmpty()
                && item.rrn().equals(record.rrn())
                && item.terminalId().equals(record.terminalId())
                && item.txnType() != TxnType.REVERSAL;
        return (byRef || byNumbers)
                && item.amountMinor() == record.amountMinor()
                && item.currency().equals(record.currency())
                && Judging.outcome(source, item, record).kindOfRecord() == null;
    }

    /** Either none, or one that is certainly its own. */
    private boolean hasFittingFee(SchemeRecord record) {
        long key = refKey(record.schemeRef());
        int count = record.schemeRef().isEmpty() ? 0 : keys.count(Kind.FEE, key);
        if (count != 1) {
            return count == 0;
        }
        BrandFee fee = fees.get(keys.place(Kind.FEE, key));
        return !fee.reversal()
                && fee.schemeRef().equals(record.schemeRef())
                && fee.amountMinor() == Math.abs(record.amountMinor())
                && record.currency().equals(ofFees);
    }

    private BrandFee takenFee(SchemeRecord record) {
        long key = refKey(record.schemeRef());
        if (record.schemeRef().isEmpty() || keys.count(Kind.FEE, key) == 0) {
            return null;
        }
        int place = keys.place(Kind.FEE, key);
        fees.mark(place);
        return fees.get(place);
    }

    /** References and own order numbers are of one space: a transaction may be found by either. */
    private static List<Long> keysOf(SchemeRecord record) {
        List<Long> keys = new ArrayList<>(3);
        if (!record.schemeRef().isEmpty()) {
            keys.add(refKey(record.schemeRef()));
        }
        if (!record.otherRef().isEmpty() && !record.otherRef().equals(record.schemeRef())) {
            keys.add(refKey(record.otherRef()));
        }
        if (!record.rrn().isEmpty()) {
            keys.add(KeyCounts.key('N', record.rrn(), record.terminalId()));
        }
        return keys;
    }

    private static List<Long> keysOf(OwnItem item) {
        List<Long> keys = new ArrayList<>(2);
        if (!item.schemeRef().isEmpty()) {
            keys.add(refKey(item.schemeRef()));
        }
        if (!item.rrn().isEmpty()) {
            keys.add(KeyCounts.key('N', item.rrn(), item.terminalId()));
        }
        return keys;
    }

    private static long refKey(String ref) {
        return KeyCounts.key('R', ref, "");
    }

    private static long traceKey(String trace) {
        return KeyCounts.key('T', trace, "");
    }
}

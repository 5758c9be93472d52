package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.scheme.Judged.CostSum;
import io.qingfen.scheme.Judged.OwnVerdict;
import io.qingfen.scheme.Judged.RecordVerdict;
import io.qingfen.scheme.SchemeJoin.Joined;
import io.qingfen.scheme.SchemeJoin.Pair;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Says of every record and item of a date what came of it, and adds up the master control on the way. */
public final class Judging {
    /** A scheme's clock and ours may differ by so much at our cut-off. */
    private static final long CLOCKS_DIFFER_SECONDS = 900;

    private final SchemeSource source;
    private final LocalDate date;
    private final boolean first;
    private final long ownEnd;
    private final Map<Currency, ControlSums> sums = new TreeMap<>(Comparator.comparing(Currency::code));
    private final List<RecordVerdict> records = new ArrayList<>();
    private final List<OwnVerdict> own = new ArrayList<>();

    /**
     * @param first nothing of the source was ever compared before
     * @param ownEnd first moment that no longer belongs to our own business date
     */
    public Judging(SchemeSource source, LocalDate date, boolean first, LocalDateTime ownEnd) {
        this.source = source;
        this.date = date;
        this.first = first;
        this.ownEnd = SchemeSource.seconds(ownEnd);
    }

    /**
     * Without disputes.
     *
     * @param known asked for new records without item of ours
     */
    public Judged judge(Joined joined, Function<SchemeRecord, Known> known) {
        return judge(joined, known, List.of());
    }

    /**
     * Everything that the date's files and books have.
     *
     * @param known asked for new records without item of ours
     */
    public Judged judge(Joined joined, Function<SchemeRecord, Known> known, List<Dispute> disputes) {
        disputes.forEach(dispute -> sum(dispute.currency()).disputed(dispute.amountMinor()));
        Map<Side<SchemeRecord>, Boolean> told = new IdentityHashMap<>();
        joined.pairs().forEach(pair -> {
            records.add(pair(pair));
            told.put(pair.scheme(), true);
        });
        joined.netted().stream().filter(side -> !told.containsKey(side)).forEach(this::netted);
        joined.recordsAlone().forEach(side -> alone(side, known));
        joined.ownAlone().forEach(this::alone);
        Map<Currency, MasterControl> controls = new TreeMap<>(Comparator.comparing(Currency::code));
        Map<Currency, CostSum> costs = new TreeMap<>(Comparator.comparing(Currency::code));
        sums.forEach((currency, sum) -> {
            controls.put(currency, sum.control(currency));
            costs.put(currency, sum.costs());
        });
        return new Judged(records, own, controls, costs);
    }

    /** Something beside records is of this currency: it has a control, be everything in it 0. */
    public void has(Currency currency) {
        sum(currency);
    }

    /** The verdict of one pair, which enters the control; for pairs that are not among those of {@link #judge}. */
    public RecordVerdict pair(Pair pair) {
        OwnItem item = pair.own().item();
        SchemeRecord record = pair.scheme().item();
        ControlSums sum = sum(record.currency());
        sum.joined(pair.own());
        sum.joined(pair.scheme());
        // Of a netted pair the reversal stands beside it: together they pay nothing.
        long paid = pair.netted() ? 0 : record.amountMinor();
        long difference = Math.subtractExact(paid, item.amountMinor());
        sum.differs(difference);
        if (!pair.netted()) {
            sum.costs(item.costMinor(), record.costMinor());
        }
        Standing standing = pair.netted() ? Standing.NETTED : Standing.JOINED;
        Outcome outcome = pair.netted() ? Outcome.STATUS_DIFFERS : outcome(source, item, record);
        return new RecordVerdict(pair.scheme(), standing, outcome, pair.own(), difference);
    }

    /** Of a pair that no reversal undid. */
    static Outcome outcome(SchemeSource source, OwnItem item, SchemeRecord record) {
        boolean sameWay = Long.signum(item.amountMinor()) == Long.signum(record.amountMinor());
        // Files without reference numbers know payments and refunds only, not our types.
        boolean sameType = record.rrn().isEmpty() || !source.knowsTypes() || item.txnType() == record.txnType();
        if (!sameWay) {
            return Outcome.STATUS_DIFFERS;
        }
        if (item.amountMinor() != record.amountMinor()) {
            return Outcome.AMOUNT_DIFFERS;
        }
        if (!sameType) {
            return Outcome.STATUS_DIFFERS;
        }
        boolean priced = item.costMinor() != null && record.costMinor() != null;
        return priced && !item.costMinor().equals(record.costMinor()) ? Outcome.COST_DIFFERS : Outcome.CONFIRMED;
    }

    private void netted(Side<SchemeRecord> side) {
        sum(side.item().currency()).enters(side);
        records.add(new RecordVerdict(side, Standing.NETTED, Outcome.NETTED, null, 0));
    }

    private void alone(Side<SchemeRecord> side, Function<SchemeRecord, Known> known) {
        if (side.standing() == Standing.OUTSTANDING) {
            return;
        }
        ControlSums sum = sum(side.item().currency());
        sum.enters(side);
        Outcome outcome = ofRecordAlone(side, known);
        long minor = side.item().amountMinor();
        if (outcome == Outcome.CARRIED) {
            sum.carriedOut(minor);
            if (side.isNew()) {
                records.add(new RecordVerdict(side, Standing.WAITING, outcome, null, 0));
            }
            return;
        }
        sum.isLong(minor);
        records.add(new RecordVerdict(side, Standing.OUTSTANDING, outcome, null, 0));
    }

    private Outcome ofRecordAlone(Side<SchemeRecord> side, Function<SchemeRecord, Known> known) {
        boolean mayWait = waits(side.since());
        if (!side.isNew()) {
            return mayWait ? Outcome.CARRIED : Outcome.UNKNOWN_TO_US;
        }
        return switch (known.apply(side.item())) {
            case FAILED -> Outcome.LONG;
            case JOINED_BEFORE -> side.item().isReversal() ? Outcome.STATUS_DIFFERS : Outcome.LONG;
            case NOTHING ->
                mayWait && side.item().txnTime() >= ownEnd - CLOCKS_DIFFER_SECONDS
                        ? Outcome.CARRIED
                        : Outcome.UNKNOWN_TO_US;
        };
    }

    private void alone(Side<OwnItem> side) {
        if (side.standing() == Standing.OUTSTANDING) {
            return;
        }
        ControlSums sum = sum(side.item().currency());
        sum.enters(side);
        long minor = side.item().amountMinor();
        if (first && side.item().txnTime() < SchemeSource.seconds(source.beginOf(date))) {
            sum.carriedIn(minor);
            own.add(new OwnVerdict(side, Standing.EARLIER, Outcome.EARLIER_FILE));
        } else if (waits(side.since())) {
            sum.carriedOut(-minor);
            if (side.isNew()) {
                own.add(new OwnVerdict(side, Standing.WAITING, Outcome.CARRIED));
            }
        } else {
            sum.isShort(minor);
            own.add(new OwnVerdict(side, Standing.OUTSTANDING, Outcome.SHORT));
        }
    }

    private boolean waits(LocalDate since) {
        return date.isBefore(since.plusDays(source.carryDays()));
    }

    private ControlSums sum(Currency currency) {
        return sums.computeIfAbsent(currency, none -> new ControlSums());
    }
}

package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.reference.Channel;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.Judged.RecordVerdict;
import io.qingfen.scheme.MasterControl.Line;
import io.qingfen.scheme.PlainPairs.Partner;
import io.qingfen.scheme.SchemeFileName.Kind;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** A date of few keys, terminals and amounts, so that much meets what it should not. */
final class DenseWorld {
    static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    /** Each two have one key. */
    static final List<List<String>> TWINS = List.of(
            List.of("\u7598\u7C1D\u6330\u8B91\u4E5C", "\u6C34\u89E3\u828E\u5247\u4E01"),
            List.of("\u626C\u86AD\u7792\u7D0C\u4E19", "\u6BB2\u800E\u4F56\u893D\u4E19"),
            List.of("\u6734\u66C1\u6A43\u85E6\u4EC5", "\u69F4\u59E4\u64E0\u6F88\u4E7A"));

    static final TxnType[] TYPES = {TxnType.SALE, TxnType.SALE, TxnType.REFUND, TxnType.PREAUTH_COMPLETION};

    private final SplittableRandom random;
    private final int keys;
    private final SchemeSource source;
    private final boolean first;
    private final List<OwnItem> own = new ArrayList<>();
    final List<SchemeRecord> records = new ArrayList<>();
    private final List<BrandFee> fees = new ArrayList<>();
    private final List<Side<OwnItem>> ownLeft = new ArrayList<>();
    private final List<Side<SchemeRecord>> recordsLeft = new ArrayList<>();

    DenseWorld(SplittableRandom random) {
        this.random = random;
        this.keys = 4 + random.nextInt(60);
        this.source = source(random.nextBoolean() ? "unionpay-acom" : "mastercard-ipm");
        this.first = random.nextInt(4) == 0;
        int count = 1 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            OwnItem item = ownItem("T" + i);
            own.add(item);
            if (random.nextInt(5) > 0) {
                records.add(of(item, records.size() + 1));
            }
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            records.add(anything(records.size() + 1));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            Standing standing = random.nextBoolean() ? Standing.WAITING : Standing.OUTSTANDING;
            ownLeft.add(new Side<>(ownItem("L" + i), standing, DATE.minusDays(1), ""));
            recordsLeft.add(new Side<>(anything(1_000 + i), standing, DATE.minusDays(1), ""));
        }
        for (SchemeRecord record : records) {
            if (random.nextInt(3) > 0) {
                fees.add(feeOf(record, fees.size() + 1));
            }
        }
    }

    private OwnItem ownItem(String id) {
        TxnType type = TYPES[random.nextInt(TYPES.length)];
        String ref = random.nextInt(4) == 0 ? "" : ref();
        String rrn = random.nextInt(4) == 0 ? "" : "n" + random.nextInt(keys);
        return new OwnItem(
                id, DATE, type, ref, rrn, terminal(), "M1", minor(type), cost(), currency(), random.nextInt(2_000_000));
    }

    private SchemeRecord of(OwnItem item, int line) {
        boolean other = random.nextInt(4) == 0;
        boolean same = random.nextInt(8) > 0;
        return new SchemeRecord(
                new Place(1, line),
                same ? item.txnType() : TxnType.SALE,
                same ? item.txnType() : TxnType.SALE,
                other ? "x" + random.nextInt(keys) : item.schemeRef(),
                other ? item.schemeRef() : "",
                "",
                random.nextInt(6) == 0 ? "" : item.rrn(),
                same ? item.terminalId() : terminal(),
                "M1",
                random.nextInt(8) == 0 ? minor(TxnType.SALE) : item.amountMinor(),
                cost(),
                random.nextInt(9) == 0 ? currency() : item.currency(),
                item.txnTime(),
                "",
                "");
    }

    /** Often the reversal of something. */
    private SchemeRecord anything(int line) {
        if (!records.isEmpty() && random.nextBoolean()) {
            SchemeRecord undone = records.get(random.nextInt(records.size()));
            return new SchemeRecord(
                    new Place(1, line),
                    TxnType.REVERSAL,
                    undone.txnType(),
                    random.nextBoolean() ? undone.schemeRef() : "undoing-" + line,
                    "",
                    Netting.tail(undone.schemeRef()),
                    random.nextBoolean() ? undone.rrn() : "",
                    undone.terminalId(),
                    "M1",
                    -undone.amountMinor(),
                    0L,
                    undone.currency(),
                    0,
                    "",
                    "");
        }
        return record(
                line,
                TxnType.SALE,
                ref(),
                random.nextBoolean() ? ref() : "",
                "n" + random.nextInt(keys),
                terminal(),
                minor(TxnType.SALE));
    }

    private BrandFee feeOf(SchemeRecord record, int line) {
        long amount = random.nextInt(8) == 0 ? 7 : Math.abs(record.amountMinor());
        String ref = random.nextInt(8) == 0 ? ref() : record.schemeRef();
        return new BrandFee(
                new Place(2, line),
                ref,
                random.nextInt(9) == 0 != record.isReversal(),
                "",
                "",
                "",
                amount,
                1 + line,
                Currency.CNY,
                "",
                "");
    }

    private String ref() {
        if (random.nextInt(8) == 0) {
            List<String> two = TWINS.get(random.nextInt(TWINS.size()));
            return two.get(random.nextInt(two.size()));
        }
        return "ref-of-sixteen-and-more-" + random.nextInt(keys);
    }

    private String terminal() {
        return "t" + random.nextInt(2);
    }

    private long minor(TxnType type) {
        return (type == TxnType.REFUND ? -1 : 1) * (1L + random.nextInt(3));
    }

    private Long cost() {
        return random.nextInt(4) == 0 ? null : Long.valueOf(random.nextInt(2));
    }

    private Currency currency() {
        return random.nextInt(8) == 0 ? Currency.of("USD") : Currency.CNY;
    }

    private Judging judging() {
        return new Judging(source, DATE, first, DATE.atTime(23, 0));
    }

    Told whole() {
        List<Side<OwnItem>> ours = new ArrayList<>(ownLeft);
        own.forEach(item -> ours.add(Side.fresh(item, DATE)));
        List<Side<SchemeRecord>> theirs = new ArrayList<>(recordsLeft);
        records.forEach(record -> theirs.add(Side.fresh(record, DATE)));
        Told told = new Told();
        told.judged(joined(judging(), ours, theirs), List.of());
        BrandFees held = BrandFees.of(Currency.CNY, records, fees);
        told.fees(held, ofRecords(held, records));
        return told;
    }

    private static Judged joined(Judging judging, List<Side<OwnItem>> ours, List<Side<SchemeRecord>> theirs) {
        SchemeJoin.Joined joined = SchemeJoin.join(ours, theirs);
        return judging.judge(joined, KnownRecords.of(joined)::of);
    }

    private static List<String> ofRecords(BrandFees held, List<SchemeRecord> records) {
        return records.stream()
                .filter(record -> held.of(record) != null)
                .map(record -> text(record, held.of(record)))
                .toList();
    }

    private static String text(SchemeRecord record, BrandFee fee) {
        return record.place() + " fee " + fee.place() + " " + fee.feeMinor();
    }

    Told parted() {
        PlainPairs plain = new PlainPairs(source, Currency.CNY);
        records.forEach(plain::show);
        fees.forEach(plain::show);
        ownLeft.forEach(side -> plain.blocks(side.item()));
        recordsLeft.forEach(side -> plain.blocks(side.item()));
        own.forEach(plain::show);
        Judging judging = judging();
        Told told = new Told();
        List<RecordVerdict> verdicts = new ArrayList<>();
        List<SchemeRecord> rest = new ArrayList<>();
        List<String> ofRecords = new ArrayList<>();
        Line taken = Line.NONE;
        for (SchemeRecord record : records) {
            Optional<Partner> partner = plain.take(record);
            if (partner.isEmpty()) {
                rest.add(record);
                continue;
            }
            Side<OwnItem> item = Side.fresh(partner.get().item(), DATE);
            verdicts.add(judging.pair(new SchemeJoin.Pair(item, Side.fresh(record, DATE), false)));
            told.plain++;
            BrandFee fee = partner.get().fee();
            if (fee != null) {
                taken = taken.plus(1, fee.feeMinor());
                ofRecords.add(text(record, fee));
                told.plainFees++;
            }
        }
        List<Side<OwnItem>> ours = new ArrayList<>(ownLeft);
        plain.eachLeft(item -> ours.add(Side.fresh(item, DATE)));
        List<Side<SchemeRecord>> theirs = new ArrayList<>(recordsLeft);
        rest.forEach(record -> theirs.add(Side.fresh(record, DATE)));
        told.judged(joined(judging, ours, theirs), verdicts);
        BrandFees held = BrandFees.of(
                Currency.CNY,
                rest,
                fees.stream().filter(fee -> !plain.isTaken(fee)).toList());
        held.add(taken);
        ofRecords.addAll(ofRecords(held, rest));
        told.fees(held, ofRecords);
        return told;
    }

    /** What was found, in an order of its own, and how much of it was plain. */
    static final class Told {
        final List<String> text = new ArrayList<>();
        long plain;
        long plainFees;

        void judged(Judged judged, List<RecordVerdict> plainOnes) {
            Set<String> lines = new TreeSet<>();
            judged.records().forEach(verdict -> lines.add(line(verdict)));
            plainOnes.forEach(verdict -> lines.add(line(verdict)));
            judged.own()
                    .forEach(verdict -> lines.add(verdict.item().item().transactionId() + " " + verdict.standing() + " "
                            + verdict.outcome()));
            text.addAll(lines);
            text.add(judged.records().size() + plainOnes.size() + " records");
            text.add(judged.controls().toString());
            text.add(judged.costs().toString());
        }

        private static String line(RecordVerdict verdict) {
            return verdict.record().item().place() + " " + verdict.record().since() + " " + verdict.standing() + " "
                    + verdict.outcome() + " " + verdict.differenceMinor() + " "
                    + (verdict.item() == null ? "" : verdict.item().item());
        }

        void fees(BrandFees fees, List<String> ofRecords) {
            text.addAll(ofRecords.stream().sorted().toList());
            text.add(fees.count() + " " + fees.minor() + " " + fees.alone());
        }
    }

    static SchemeSource source(String format) {
        return new SchemeSource(
                "s",
                Set.of(Channel.UNIONPAY),
                Map.of(Kind.RECORDS, format),
                10,
                true,
                LocalTime.of(23, 0),
                1,
                1,
                false);
    }

    static SchemeRecord record(
            int line, TxnType type, String ref, String other, String rrn, String terminal, long minor) {
        return new SchemeRecord(
                new Place(1, line),
                type,
                type,
                ref,
                other,
                "",
                rrn,
                terminal,
                "M1",
                minor,
                0L,
                Currency.CNY,
                1_999_999_999L,
                "",
                "");
    }
}

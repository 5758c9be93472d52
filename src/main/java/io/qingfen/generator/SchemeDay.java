package io.qingfen.generator;

import io.qingfen.generator.SchemeTruth.Sums;
import io.qingfen.reference.TxnType;
import io.qingfen.run.Home;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the files of a date's schemes and reckons what their comparison must find. A file takes its records from three
 * dates: what the network handed on late of the date before, the date itself, and what happens after our cut-off, which our
 * books have tomorrow.
 */
final class SchemeDay implements AutoCloseable {
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int DRAW = 77;
    private static final int UNKNOWN_RECORD = 3;
    private static final int MOST_FEN = 50;
    private static final int MOST_COST_FEN = 9;

    private final Day day;
    private final Map<SchemeFeed, SchemeFile> files = new EnumMap<>(SchemeFeed.class);
    private final DisputeFile disputes;
    private final BrandFeeFile fees;
    private final SchemeTruth truth = new SchemeTruth();
    private final Slot slot = new Slot();

    SchemeDay(Day day, Home home) throws IOException {
        this.day = day;
        LocalDate date = day.date();
        files.put(SchemeFeed.UNIONPAY, new AcomFile(SchemeFeed.UNIONPAY.records(home.inbox(), date)));
        files.put(SchemeFeed.WECHAT, new WechatBillFile(SchemeFeed.WECHAT.records(home.inbox(), date)));
        files.put(SchemeFeed.ALIPAY, new AlipayBillFile(SchemeFeed.ALIPAY.records(home.inbox(), date), date));
        disputes = new DisputeFile(SchemeFeed.UNIONPAY.disputes(home.inbox(), date));
        fees = new BrandFeeFile(SchemeFeed.UNIONPAY.fees(home.inbox(), date));
    }

    SchemeTruth write() throws IOException {
        for (int i = 0; i < day.market().shops(); i++) {
            Shop shop = day.market().shop(i);
            for (int terminal = 0; terminal < shop.terminals(); terminal++) {
                stand(day.market().stand(shop, terminal));
            }
        }
        for (SchemeFile file : files.values()) {
            file.finish();
        }
        disputes.finish();
        fees.finish();
        return truth;
    }

    private void stand(Stand stand) throws IOException {
        Shift yesterday = day.before(1).shift(stand);
        Shift today = day.shift(stand);
        Shift tomorrow = day.before(-1).shift(stand);
        for (int i = 0; i < stand.count(); i++) {
            if (day.reachesBack(1)) {
                yesterday.fill(slot, i);
                ofYesterday(yesterday, i);
            }
            today.fill(slot, i);
            ofToday(today, i);
            tomorrow.fill(slot, i);
            ofTomorrow(tomorrow, i);
        }
    }

    private SchemeFeed feed() {
        return SchemeFeed.of(slot.card.channel());
    }

    /** What waited for this date's files, or waits no more. */
    private void ofYesterday(Shift shift, int number) throws IOException {
        if (feed() == null) {
            return;
        }
        for (SchemeItem item : SchemeItem.of(shift.stand().shop(), slot)) {
            SchemeEntry entry = entry(shift, number, item);
            Sums sums = sums(item);
            if (isNeverPaid(item)) {
                sums.carriedIn(-item.minor());
                sums.isShort(item.minor());
                differs("SHORT", entry, item.inYuan(), -item.minor());
            } else if (slot.plan == SchemePlan.NEXT_FILE) {
                sums.carriedIn(-item.minor());
                payOurs(entry);
            } else if (slot.plan == SchemePlan.DISPUTED) {
                dispute(entry);
            }
        }
    }

    private boolean isNeverPaid(SchemeItem item) {
        return slot.plan == SchemePlan.NEVER_PAID || !item.inYuan();
    }

    private void dispute(SchemeEntry entry) throws IOException {
        boolean chargeback = Dice.below(3, Dice.mix(slot.detail, DRAW)) < 2;
        String type = chargeback ? "E23" : "E32";
        disputes.add(type, "4515", entry);
        truth.of(SchemeFeed.UNIONPAY, true).disputed(-entry.minor());
        truth.disputes(type, entry.rrn(), -entry.minor(), chargeback);
    }

    /** What the scheme pays today and our books have tomorrow. */
    private void ofTomorrow(Shift shift, int number) throws IOException {
        if (slot.plan == SchemePlan.NIGHT_BEFORE) {
            SchemeItem item = SchemeItem.of(shift.stand().shop(), slot).get(0);
            SchemeEntry entry = entry(shift, number, item);
            pay(entry);
            sums(item).carriedOut(item.minor());
            differs("CARRIED", entry, true, item.minor());
        }
    }

    private void ofToday(Shift shift, int number) throws IOException {
        if (feed() == null) {
            return;
        }
        List<SchemeItem> items = SchemeItem.of(shift.stand().shop(), slot);
        for (SchemeItem item : items) {
            sums(item).own(item.minor());
            ofToday(item, entry(shift, number, item), twelve(shift.rrn(number, UNKNOWN_RECORD)));
        }
        if (slot.plan == SchemePlan.PAID_ALL_THE_SAME) {
            failedHere(shift, number);
        } else if (slot.plan == SchemePlan.UNKNOWN) {
            stranger(entry(shift, number, item(TxnType.SALE, UNKNOWN_RECORD, slot.amountMinor, shift)));
        }
    }

    /** @param strange a reference number that no record has */
    private void ofToday(SchemeItem item, SchemeEntry entry, String strange) throws IOException {
        Sums sums = sums(item);
        if (isNeverPaid(item) || slot.plan == SchemePlan.NEXT_FILE) {
            sums.carriedOut(-item.minor());
            differs("CARRIED", entry, item.inYuan(), -item.minor());
            return;
        }
        switch (slot.plan) {
            case NIGHT_BEFORE -> nightBefore(item, entry);
            case OTHER_AMOUNT -> otherAmount(item, entry);
            case OTHER_COST -> {
                long more = 1 + draw(MOST_COST_FEN);
                payOurs(entry.with(entry.minor(), entry.cost().more(more)));
                sums.costDiffers(more);
                differs("COST_DIFFERS", entry, true, 0);
            }
            case REVERSED_BY_SCHEME -> reversed(item, entry);
            case PAID_TWICE -> {
                payOurs(entry);
                pay(entry);
                sums.isLong(item.minor());
                differs("LONG", entry, true, item.minor());
            }
            case FEE_OF_NOTHING -> {
                payOurs(entry);
                fee("NO_RECORD", entry.with(strange));
            }
            case FEE_TWICE -> {
                payOurs(entry);
                fee("TWICE", entry);
            }
            default -> agrees(item, entry);
        }
    }

    /** The slip of a sale that the host calls offline says sale, and a scheme that knows the difference says what the host says. */
    private void agrees(SchemeItem item, SchemeEntry entry) throws IOException {
        payOurs(entry);
        if (slot.story == Story.TYPE_MISMATCH && feed() == SchemeFeed.UNIONPAY) {
            differs("STATUS_DIFFERS", entry, item.inYuan(), 0);
        }
    }

    /** On the first date nothing was ever compared: it belongs to a file from before. */
    private void nightBefore(SchemeItem item, SchemeEntry entry) {
        sums(item).carriedIn(item.minor());
        if (day.isFirst()) {
            differs("EARLIER_FILE", entry, true, -item.minor());
        }
    }

    private void otherAmount(SchemeItem item, SchemeEntry entry) throws IOException {
        long fen = 1 + draw(MOST_FEN);
        boolean less = Math.abs(item.minor()) > fen && (slot.detail & 1) == 0;
        long difference = Long.signum(item.minor()) * (less ? -fen : fen);
        payOurs(entry.with(item.minor() + difference, entry.cost()));
        move(sums(item), difference);
        differs("AMOUNT_DIFFERS", entry, true, difference);
    }

    private void reversed(SchemeItem item, SchemeEntry entry) throws IOException {
        pay(entry);
        pay(entry.undone());
        move(sums(item), -item.minor());
        differs("STATUS_DIFFERS", entry, true, -item.minor());
        differs("NETTED", entry, true, 0);
    }

    private static void move(Sums sums, long difference) {
        if (difference > 0) {
            sums.isLong(difference);
        } else {
            sums.isShort(-difference);
        }
    }

    /** A wallet's bill has no reference number that the attempt could be found by. */
    private void failedHere(Shift shift, int number) throws IOException {
        SchemeEntry entry = entry(shift, number, item(TxnType.SALE, 0, slot.amountMinor, shift));
        if (feed() == SchemeFeed.UNIONPAY) {
            pay(entry);
            truth.of(feed(), true).isLong(entry.minor());
            differs("LONG", entry, true, entry.minor());
        } else {
            stranger(entry);
        }
    }

    private void stranger(SchemeEntry entry) throws IOException {
        pay(entry);
        truth.of(feed(), true).isLong(entry.minor());
        differs("UNKNOWN_TO_US", entry, true, entry.minor());
    }

    private SchemeItem item(TxnType type, int record, long minor, Shift shift) {
        return new SchemeItem(type, record, minor, SchemeCost.of(shift.stand().shop(), slot.card, minor), true);
    }

    private int draw(int bound) {
        return Dice.below(bound, Dice.mix(slot.detail, DRAW));
    }

    private void pay(SchemeEntry entry) throws IOException {
        files.get(feed()).add(entry);
        truth.of(feed(), true).paid(entry.minor());
        if (feed() == SchemeFeed.UNIONPAY) {
            fees.add(entry);
            truth.fees().told(BrandFeeFile.fee(entry));
        }
    }

    /** What a transaction of ours is joined with: its brand fee may be booked. */
    private void payOurs(SchemeEntry entry) throws IOException {
        pay(entry);
        if (feed() == SchemeFeed.UNIONPAY) {
            truth.fees().joined(BrandFeeFile.fee(entry));
        }
    }

    /** A brand fee that belongs to no record. */
    private void fee(String outcome, SchemeEntry entry) throws IOException {
        fees.add(entry);
        truth.fees().alone(outcome, entry.rrn(), BrandFeeFile.fee(entry));
    }

    private Sums sums(SchemeItem item) {
        return truth.of(feed(), item.inYuan());
    }

    private void differs(String outcome, SchemeEntry entry, boolean inYuan, long minor) {
        String key = feed() == SchemeFeed.UNIONPAY ? entry.rrn() : entry.ref();
        truth.differs(feed(), outcome, key, inYuan, minor);
    }

    private SchemeEntry entry(Shift shift, int number, SchemeItem item) {
        LocalDate date = shift.date();
        String rrn = twelve(shift.rrn(number, item.record()));
        LocalDateTime time =
                (slot.yesterday ? date.minusDays(1) : date).atStartOfDay().plusSeconds(slot.secondOfDay);
        String original = item.minor() > 0
                ? ""
                : slot.originalRrn >= 0
                        ? ref(shift.originalDate(number), twelve(slot.originalRrn))
                        : ref(date, twelve(shift.rrn(number, 0)));
        return new SchemeEntry(
                item.type(),
                shift.stand(),
                rrn,
                ref(date, rrn),
                original,
                time,
                item.minor(),
                item.cost(),
                false,
                CardNumber.of(slot));
    }

    private String ref(LocalDate date, String rrn) {
        return slot.card.letter() + date.format(SHORT_DATE) + rrn;
    }

    private static String twelve(long rrn) {
        return String.format(Locale.ROOT, "%012d", rrn);
    }

    @Override
    public void close() throws IOException {
        for (SchemeFile file : files.values()) {
            file.close();
        }
        disputes.close();
        fees.close();
    }
}

package io.qingfen.generator;

import io.qingfen.reference.TxnType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The lines of one terminal batch: details collect, with their sums, until the header can state the totals. */
final class BatchLines {
    private static final byte[][] TYPES = new byte[TxnType.values().length][];
    private static final byte[] MASK = Bytes.ascii("******");
    private static final byte[] TOKEN = Bytes.ascii("tk_");
    private final Bytes details = new Bytes(1 << 18);
    private final Bytes header = new Bytes(Bytes.LINE);
    private final byte[] today;
    private final byte[] yesterday;
    private Tally.Sum debits;
    private Tally.Sum credits;
    private Tally.Sum rejected;

    static {
        for (TxnType type : TxnType.values()) {
            TYPES[type.ordinal()] = Bytes.ascii(type.name());
        }
    }

    BatchLines(LocalDate date) {
        this.today = Bytes.ascii(date + "T");
        this.yesterday = Bytes.ascii(date.minusDays(1) + "T");
    }

    void clear() {
        details.clear();
        debits = new Tally.Sum();
        credits = new Tally.Sum();
        rejected = new Tally.Sum();
    }

    Bytes details() {
        return details;
    }

    Bytes header() {
        return header;
    }

    Tally.Sum debits() {
        return debits;
    }

    /** Lines that intake must reject, with their readable amounts. */
    Tally.Sum rejected() {
        return rejected;
    }

    /** Every detail line, rejected ones too. */
    Tally.Sum all() {
        Tally.Sum all = new Tally.Sum();
        all.add(debits);
        all.add(credits);
        all.add(rejected);
        return all;
    }

    /** @param rrn -1 to leave it empty */
    void add(Slot slot, TxnType type, int traceNo, long rrn) {
        add(slot, type, traceNo, rrn, -1, -1);
    }

    /** @param originalTraceNo -1 to leave it empty, like {@code originalRrn} */
    void add(Slot slot, TxnType type, int traceNo, long rrn, int originalTraceNo, long originalRrn) {
        detail(slot, type, traceNo, rrn, slot.yesterday ? yesterday : today);
        if (originalTraceNo >= 0) {
            details.six(originalTraceNo);
        }
        details.put(',');
        if (originalRrn >= 0) {
            details.twelve(originalRrn);
        }
        details.put('\n');
        (type.side() == TxnType.Side.DEBIT ? debits : credits).add(slot.amountMinor);
    }

    /** A sale of the date before. */
    void addLate(Slot slot, int traceNo, long rrn) {
        detail(slot, TxnType.SALE, traceNo, rrn, yesterday);
        details.put(',').put('\n');
        debits.add(slot.amountMinor);
    }

    private void detail(Slot slot, TxnType type, int traceNo, long rrn, byte[] date) {
        details.line()
                .put('D')
                .put(',')
                .six(traceNo)
                .put(',')
                .put(TYPES[type.ordinal()])
                .put(',');
        card(details, slot, slot.token);
        details.amount(slot.amountMinor)
                .put(',')
                .put(date)
                .timeOfDay(slot.secondOfDay)
                .put(',');
        if (rrn >= 0) {
            details.twelve(rrn);
        }
        details.put(',')
                .six(slot.authCode)
                .put(',')
                .put(Card.entryMode(slot.entryMode))
                .put(',');
    }

    /** Token and masked number, each with a comma after it; both empty for a QR payment. */
    static void card(Bytes bytes, Slot slot, long token) {
        if (!slot.card.hasToken()) {
            bytes.put(',').put(',');
            return;
        }
        bytes.put(TOKEN).hex12(token).put(',').put(slot.card.bin(slot.issuer)).put(MASK);
        bytes.four(slot.lastDigits).put(',');
    }

    /** One of four kinds of line that intake must reject. */
    void addRejected(Slot slot, int traceNo) {
        details.line().put('D').put(',').six(traceNo).put(",SALE,");
        switch (Dice.below(4, slot.detail)) {
            case 0 -> rejectedUnreadable("tk_short\n");
            case 1 -> rejectedUnreadable("tk_decimals,,12.5," + text(today) + "12:00:00,,,051,,\n");
            case 2 -> rejectedReadable("4111111111111111,,1.00," + text(today) + "12:00:00,,,051,,\n");
            default -> rejectedReadable("tk_noon,,1.00," + text(today) + "noon,,,051,,\n");
        }
    }

    private void rejectedUnreadable(String rest) {
        details.put(rest);
        rejected.add(0);
    }

    private void rejectedReadable(String rest) {
        details.put(rest);
        rejected.add(100);
    }

    private static String text(byte[] ascii) {
        return new String(ascii, StandardCharsets.US_ASCII);
    }

    /** @param overstatedMinor how much more the terminal states than it took */
    void closeWith(Shift shift, int batch, long overstatedMinor) {
        header.clear();
        header.put('B').put(',').put(shift.stand().merchantId()).put(',');
        header.put(shift.stand().terminalId())
                .put(',')
                .six(shift.batchNo(batch))
                .put(',');
        header.put(today).timeOfDay(shift.closedAt(batch)).put(",CNY,");
        header.number(debits.count)
                .put(',')
                .amount(debits.minor + overstatedMinor)
                .put(',');
        header.number(credits.count).put(',').amount(credits.minor).put('\n');
    }
}

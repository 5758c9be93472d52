package io.qingfen.generator;

import io.qingfen.reference.TxnType;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Writes the host's answers of one terminal after the other, line by line. */
final class AuthorizationLines {
    private static final byte[][] TYPES = new byte[TxnType.values().length][];
    private static final String[] ISSUERS = {
        "01020000", "01030000", "01040000", "01050000", "03010000", "03080000", "03090000", "04030000"
    };
    private static final byte[][] ISSUER = new byte[ISSUERS.length][];
    private static final byte[] CNY = Bytes.ascii(",CNY,");
    private static final byte[] USD = Bytes.ascii(",USD,");
    private static final int NO_BATCH = 0;
    private final byte[] date;
    private final byte[] yesterday;
    private final byte[] shortDate;
    private final Tally tally;
    private ShuffledWindow window;
    private byte[] merchantId;
    private byte[] terminalId;
    private Slot slot;
    private int batchNo;

    static {
        for (TxnType type : TxnType.values()) {
            TYPES[type.ordinal()] = Bytes.ascii("," + type.name() + ",");
        }
        for (int i = 0; i < ISSUERS.length; i++) {
            ISSUER[i] = Bytes.ascii(ISSUERS[i]);
        }
    }

    AuthorizationLines(LocalDate date, Tally tally) {
        this.date = Bytes.ascii(date + "T");
        this.yesterday = Bytes.ascii(date.minusDays(1) + "T");
        this.shortDate = Bytes.ascii(date.format(DateTimeFormatter.ofPattern("yyMMdd")));
        this.tally = tally;
    }

    void into(ShuffledWindow target) {
        window = target;
    }

    void at(Shift shift) {
        merchantId = shift.stand().merchantId();
        terminalId = shift.stand().terminalId();
    }

    void of(Slot next, int nextBatchNo) {
        slot = next;
        batchNo = nextBatchNo;
    }

    /**
     * @param traceNo 0 when the host knows neither batch nor trace
     * @param originalRrn -1 to leave it empty
     */
    void add(TxnType type, int traceNo, long rrn, long originalRrn, byte[] answer) throws IOException {
        long amount = slot.authorizedMinor();
        Bytes line = window.line().put('A').put(',').twelve(rrn).put(',');
        line.put(merchantId).put(',').put(terminalId).put(',');
        line.six(traceNo == 0 ? NO_BATCH : batchNo).put(',').six(traceNo).put(TYPES[type.ordinal()]);
        line.put(slot.card.channelColumn()).put(',');
        BatchLines.card(line, slot, slot.story == Story.CARD_MISMATCH ? ~slot.token : slot.token);
        line.put(slot.card.kindColumns()).put(',').amount(amount);
        line.put(slot.story == Story.CURRENCY_MISMATCH ? USD : CNY);
        line.put(slot.yesterday ? yesterday : date)
                .timeOfDay(slot.secondOfDay)
                .put(',')
                .put(answer)
                .put(',');
        if (answer == Answer.APPROVED || answer == Answer.OFFLINE) {
            line.six(slot.authCode);
        }
        line.put(',').put(ISSUER[slot.issuer]).put(',');
        if (originalRrn >= 0) {
            line.twelve(originalRrn);
        }
        line.put(',').put(slot.card.letter()).put(shortDate).twelve(rrn);
        window.endLine();
        tally.authorizations.add(amount);
    }

    /** One of three kinds of line that intake must reject. */
    void addRejected(long rrn) throws IOException {
        Bytes line = window.line().put('A').put(',').twelve(rrn).put(',');
        long readable = 100;
        switch (Dice.below(3, slot.detail)) {
            case 0 -> rest(line.put(merchantId).put(",99999999"), "tk_stranger", "1.00");
            case 1 -> rest(line.put(merchantId).put(',').put(terminalId), "4111111111111111", "1.00");
            default -> {
                rest(line.put(merchantId).put(',').put(terminalId), "tk_decimals", "1.5");
                readable = 0;
            }
        }
        window.endLine();
        tally.authorizations.add(readable);
        tally.rejectedAuthorizations.add(readable);
    }

    private void rest(Bytes line, String token, String amount) {
        line.put(",000001,000001,SALE,UNIONPAY,")
                .put(token)
                .put(",,DEBIT,DOMESTIC,")
                .put(amount);
        line.put(",CNY,").put(date).put("12:00:00,00,,01020000,,");
    }
}

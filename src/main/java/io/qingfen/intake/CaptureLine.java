package io.qingfen.intake;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import java.util.List;

/** The values of one line {@code D}, reused line after line. */
final class CaptureLine {
    static final List<String> COLUMNS = List.of(
            "type",
            "trace_no",
            "txn_type",
            "card_token",
            "masked_pan",
            "amount",
            "txn_time",
            "rrn",
            "auth_code",
            "entry_mode",
            "original_trace_no",
            "original_rrn");
    static final int CARD_TOKEN = 3;
    static final int MASKED_PAN = 4;
    static final int ENTRY_MODE = 9;
    private static final int AMOUNT = 5;
    private static final Names<TxnType> TYPES = new Names<>(TxnType.class, TxnType::isCapturable);

    final RecordAmount amount = new RecordAmount();
    int traceNo;
    TxnType txnType;
    long txnTime;
    /** -1 when empty, as the other references. */
    long rrn;

    long authCode;
    int originalTraceNo;
    long originalRrn;

    /**
     * Reads all columns; the leftmost with a wrong value, or -1.
     *
     * @param currency of the batch header, null when it is unknown
     */
    int read(Fields fields, Currency currency) {
        amount.read(fields, AMOUNT, currency);
        int bad = readCard(fields);
        int badReference = readReferences(fields);
        return bad >= 0 ? bad : badReference;
    }

    private int readCard(Fields fields) {
        traceNo = (int) fields.digits(1, 6);
        txnType = fields.name(2, TYPES);
        if (traceNo < 0) {
            return 1;
        }
        if (txnType == null) {
            return 2;
        }
        if (!fields.isToken(CARD_TOKEN)) {
            return CARD_TOKEN;
        }
        if (!fields.isMaskedPan(MASKED_PAN)) {
            return MASKED_PAN;
        }
        return amount.minor <= 0 ? AMOUNT : -1;
    }

    private int readReferences(Fields fields) {
        txnTime = fields.time(6);
        rrn = fields.digits(7, 12);
        authCode = fields.packed(8);
        originalTraceNo = (int) fields.digits(10, 6);
        originalRrn = fields.digits(11, 12);
        if (txnTime == Shapes.NO_TIME) {
            return 6;
        }
        if (rrn < 0 && !fields.isEmpty(7)) {
            return 7;
        }
        if (!fields.isAlphanumeric(8, 0, 6)) {
            return 8;
        }
        if (!fields.isPrintable(ENTRY_MODE)) {
            return ENTRY_MODE;
        }
        if (originalTraceNo < 0 && !fields.isEmpty(10)) {
            return 10;
        }
        return originalRrn < 0 && !fields.isEmpty(11) ? 11 : -1;
    }
}

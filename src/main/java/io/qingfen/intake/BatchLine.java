package io.qingfen.intake;

import io.qingfen.money.Currency;
import java.util.List;

/** The values of one line {@code B}, reused line after line. */
final class BatchLine {
    static final List<String> COLUMNS = List.of(
            "type",
            "merchant_id",
            "terminal_id",
            "batch_no",
            "closed_at",
            "currency",
            "debit_count",
            "debit_amount",
            "credit_count",
            "credit_amount");
    static final int MERCHANT = 1;
    static final int TERMINAL = 2;
    static final int BATCH_NO = 3;
    static final int CURRENCY = 5;

    long packedTerminal;
    int batchNo;
    long closedAt;
    /** Null when the code is malformed or unknown. */
    Currency currency;

    int debitCount;
    long debitMinor;
    int creditCount;
    long creditMinor;

    /** Reads all columns; the leftmost with a wrong value, or -1. */
    int read(Fields fields) {
        int bad = readIdentity(fields);
        int badTotal = readTotals(fields);
        return bad >= 0 ? bad : badTotal;
    }

    private int readIdentity(Fields fields) {
        packedTerminal = fields.packed(TERMINAL);
        batchNo = (int) fields.digits(BATCH_NO, 6);
        closedAt = fields.time(4);
        int code = fields.currency(CURRENCY);
        currency = code < 0 ? null : CurrencyCodes.find(code);
        if (!fields.isAlphanumeric(MERCHANT, 1, 15)) {
            return MERCHANT;
        }
        if (!fields.isAlphanumeric(TERMINAL, 8, 8)) {
            return TERMINAL;
        }
        if (batchNo < 0) {
            return BATCH_NO;
        }
        if (closedAt == Shapes.NO_TIME) {
            return 4;
        }
        return code < 0 ? CURRENCY : -1;
    }

    private int readTotals(Fields fields) {
        debitCount = count(fields, 6);
        debitMinor = amount(fields, 7);
        creditCount = count(fields, 8);
        creditMinor = amount(fields, 9);
        if (debitCount < 0) {
            return 6;
        }
        if (debitMinor < 0) {
            return 7;
        }
        if (creditCount < 0) {
            return 8;
        }
        return creditMinor < 0 ? 9 : -1;
    }

    private static int count(Fields fields, int column) {
        long count = fields.count(column);
        return count > Integer.MAX_VALUE ? -1 : (int) count;
    }

    private long amount(Fields fields, int column) {
        int from = fields.begin(column);
        int to = fields.end(column);
        int digits = currency != null ? currency.digits() : Shapes.decimals(fields.bytes(), from, to);
        return digits > 4 ? -1 : Shapes.amount(fields.bytes(), from, to, digits, Shapes.TOTAL_DIGITS);
    }
}

package io.qingfen.intake;

import io.qingfen.money.Currency;
import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.TxnType;
import java.util.List;

/** The values of one line {@code A}, reused line after line. */
final class AuthorizationLine {
    static final List<String> COLUMNS = List.of(
            "type",
            "rrn",
            "merchant_id",
            "terminal_id",
            "batch_no",
            "trace_no",
            "txn_type",
            "channel",
            "card_token",
            "masked_pan",
            "card_type",
            "card_origin",
            "amount",
            "currency",
            "txn_time",
            "response_code",
            "auth_code",
            "issuer_id",
            "original_rrn",
            "scheme_ref");
    static final int MERCHANT = 2;
    static final int TERMINAL = 3;
    static final int CARD_TOKEN = 8;
    static final int MASKED_PAN = 9;
    static final int CURRENCY = 13;
    static final int RESPONSE_CODE = 15;
    static final int SCHEME_REF = 19;
    private static final int AMOUNT = 12;
    private static final Names<TxnType> TYPES = new Names<>(TxnType.class);
    private static final Names<Channel> CHANNELS = new Names<>(Channel.class);
    private static final Names<CardType> CARD_TYPES = new Names<>(CardType.class);
    private static final Names<CardOrigin> CARD_ORIGINS = new Names<>(CardOrigin.class);

    final RecordAmount amount = new RecordAmount();
    long rrn;
    long packedTerminal;
    int batchNo;
    int traceNo;
    TxnType txnType;
    Channel channel;
    CardType cardType;
    CardOrigin cardOrigin;
    /** Null when the code is malformed or unknown. */
    Currency currency;

    long txnTime;
    long authCode;
    /** -1 when empty. */
    long originalRrn;

    /** Reads all columns; the leftmost with a wrong value, or -1. */
    int read(Fields fields) {
        int code = fields.currency(CURRENCY);
        currency = code < 0 ? null : CurrencyCodes.find(code);
        amount.read(fields, AMOUNT, currency);
        int bad = readIdentity(fields);
        int badCard = readCard(fields);
        int badAnswer = readAnswer(fields, code);
        return bad >= 0 ? bad : badCard >= 0 ? badCard : badAnswer;
    }

    private int readIdentity(Fields fields) {
        rrn = fields.digits(1, 12);
        packedTerminal = fields.packed(TERMINAL);
        batchNo = (int) fields.digits(4, 6);
        traceNo = (int) fields.digits(5, 6);
        txnType = fields.name(6, TYPES);
        if (rrn < 0) {
            return 1;
        }
        if (!fields.isAlphanumeric(MERCHANT, 1, 15)) {
            return MERCHANT;
        }
        if (!fields.isAlphanumeric(TERMINAL, 8, 8)) {
            return TERMINAL;
        }
        if (batchNo < 0) {
            return 4;
        }
        if (traceNo < 0) {
            return 5;
        }
        return txnType == null ? 6 : -1;
    }

    private int readCard(Fields fields) {
        channel = fields.name(7, CHANNELS);
        cardType = fields.name(10, CARD_TYPES);
        cardOrigin = fields.name(11, CARD_ORIGINS);
        if (channel == null) {
            return 7;
        }
        if (!fields.isToken(CARD_TOKEN)) {
            return CARD_TOKEN;
        }
        if (!fields.isMaskedPan(MASKED_PAN)) {
            return MASKED_PAN;
        }
        if (cardType == null) {
            return 10;
        }
        return cardOrigin == null ? 11 : -1;
    }

    private int readAnswer(Fields fields, int currencyCode) {
        txnTime = fields.time(14);
        authCode = fields.packed(16);
        originalRrn = fields.digits(18, 12);
        if (amount.minor < 0 || amount.minor == 0 && txnType != TxnType.BALANCE_INQUIRY) {
            return AMOUNT;
        }
        if (currencyCode < 0) {
            return CURRENCY;
        }
        if (txnTime == Shapes.NO_TIME) {
            return 14;
        }
        if (!fields.isAlphanumeric(RESPONSE_CODE, 0, 2)) {
            return RESPONSE_CODE;
        }
        return badReference(fields);
    }

    private int badReference(Fields fields) {
        if (!fields.isAlphanumeric(16, 0, 6)) {
            return 16;
        }
        if (!fields.isPrintable(17)) {
            return 17;
        }
        if (originalRrn < 0 && !fields.isEmpty(18)) {
            return 18;
        }
        return fields.isPrintable(SCHEME_REF) ? -1 : SCHEME_REF;
    }
}

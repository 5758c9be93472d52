package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Records of the UnionPay files ACOM, ACOMN and ACOMA: what an acquirer's cards did on a clearing date. Amounts are fen.
 * The scheme's key of a transaction is acquiring institution, forwarding institution, trace number and time together.
 */
public final class UnionPayRecords {
    private static final String YUAN = "156";
    private final FixedRecord record;
    private final boolean namesCurrency;
    private final NearestYear years;
    private final CardTokens cards;

    public UnionPayRecords(Layout layout, LocalDate clearingDate, CardTokens cards) {
        this.record = new FixedRecord(layout);
        this.namesCurrency = layout.fields().containsKey("currency");
        this.years = new NearestYear(clearingDate);
        this.cards = cards;
    }

    /**
     * Empty for what moves no money: inquiries, authorizations, amounts of 0.
     *
     * @throws BadRecord when it cannot be read for sure
     */
    public Optional<SchemeRecord> read(byte[] buffer, int offset, int length, Place place) {
        record.at(buffer, offset, length);
        String message = record.text("mti");
        String processing = record.text("processing_code");
        long amount = record.number("amount");
        if (message.startsWith("01") || processing.startsWith("30") || amount == 0) {
            return Optional.empty();
        }
        boolean reversal = UnionPayKey.isReversal(message);
        TxnType type = typeOf(reversal ? "0200" : message, processing, record.text("pos_condition"));
        return Optional.of(record(place, type, reversal, amount));
    }

    private SchemeRecord record(Place place, TxnType type, boolean reversal, long amount) {
        boolean plus = (type.side() == TxnType.Side.DEBIT) != reversal;
        String card = record.text("pan");
        return new SchemeRecord(
                place,
                reversal ? TxnType.REVERSAL : type,
                type,
                UnionPayKey.of(record),
                "",
                reversal ? record.text("orig_stan") + record.text("orig_datetime") : "",
                record.text("rrn"),
                record.text("terminal_id"),
                record.text("merchant_id"),
                plus ? amount : -amount,
                cost(),
                currency(),
                years.seconds("trans_datetime", record.text("trans_datetime")),
                cards.ofWhole(card),
                CardTokens.masked(card));
    }

    private static TxnType typeOf(String message, String processing, String condition) {
        boolean hold = condition.equals("06");
        boolean forth = processing.startsWith("00");
        boolean back = processing.startsWith("20");
        if (message.equals("0200") && forth) {
            return hold ? TxnType.PREAUTH_COMPLETION : TxnType.SALE;
        }
        if (message.equals("0200") && back) {
            return hold ? TxnType.COMPLETION_VOID : TxnType.VOID;
        }
        if (message.equals("0220") && forth) {
            return hold ? TxnType.PREAUTH_COMPLETION : TxnType.OFFLINE_SALE;
        }
        if (message.equals("0220") && back) {
            return TxnType.REFUND;
        }
        throw new BadRecord("message type '" + shown(message) + "' with processing code '" + shown(processing)
                + "' is no transaction of docs/SPEC-schemes.md: nobody knows which way its money goes");
    }

    /** What the issuer and the network keep, less what the issuer gives. */
    private long cost() {
        long issuer = record.number("acq_payable_fee") - record.number("acq_receivable_fee");
        return issuer + record.signed("network_fee");
    }

    private Currency currency() {
        String code = namesCurrency ? record.text("currency") : "";
        if (!code.isEmpty() && !code.equals(YUAN)) {
            throw new BadRecord("currency is '" + shown(code) + "'; these files are of " + YUAN + " (CNY)");
        }
        return Currency.CNY;
    }

    private static String shown(String text) {
        return text.replaceAll("[^0-9A-Za-z]", "?");
    }
}

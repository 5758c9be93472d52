package io.qingfen.scheme;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Records of the UnionPay file ZM: what merchants' online payments did on a clearing date. Amounts are fen, with a sign before
 * what is settled: C to be received, D to be paid. The fee in it is the merchant's, not the scheme's cost.
 */
public final class UnionPayOnline {
    private final FixedRecord record;
    private final NearestYear years;
    private final CardTokens cards;

    public UnionPayOnline(Layout layout, LocalDate clearingDate, CardTokens cards) {
        this.record = new FixedRecord(layout);
        this.years = new NearestYear(clearingDate);
        this.cards = cards;
    }

    /**
     * Empty for an amount of 0.
     *
     * @throws BadRecord when it cannot be read for sure, or amount and fee do not make what is settled
     */
    public Optional<SchemeRecord> read(byte[] buffer, int offset, int length, Place place) {
        record.at(buffer, offset, length);
        long amount = record.number("txn_amt");
        TxnType type = type(record.text("txn_type"));
        long signed = type.side() == TxnType.Side.DEBIT ? amount : -amount;
        long settled = Math.subtractExact(signed, record.signed("merchant_fee"));
        long stated = -record.signed("settle_amt");
        if (stated != settled) {
            throw new BadRecord("settle_amt is " + Amounts.format(stated, 2) + ", txn_amt and merchant_fee make "
                    + Amounts.format(settled, 2));
        }
        return amount == 0 ? Optional.empty() : Optional.of(record(place, type, signed));
    }

    private SchemeRecord record(Place place, TxnType type, long signed) {
        String card = record.text("card_no");
        String ref = record.text("query_id");
        if (ref.isEmpty()) {
            throw new BadRecord("the record has no query_id");
        }
        return new SchemeRecord(
                place,
                type,
                type,
                ref,
                record.text("order_id"),
                "",
                "",
                record.text("term_id"),
                record.text("mer_id"),
                signed,
                null,
                Currency.CNY,
                years.seconds("txn_time", record.text("txn_time")),
                cards.ofWhole(card),
                CardTokens.masked(card));
    }

    private static TxnType type(String code) {
        return switch (code) {
            case "01" -> TxnType.SALE;
            case "31" -> TxnType.VOID;
            case "04" -> TxnType.REFUND;
            default ->
                throw new BadRecord("txn_type '" + code.replaceAll("[^0-9A-Za-z]", "?")
                        + "' is none of docs/SPEC-schemes.md: nobody knows which way its money goes");
        };
    }
}

package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.LocalDate;

/** Records of the UnionPay files AERR and AERRA: disputes that were cleared on a date. Amounts are fen. */
public final class UnionPayDisputes {
    private final FixedRecord record;
    private final NearestYear years;
    private final CardTokens cards;

    public UnionPayDisputes(Layout layout, LocalDate clearingDate, CardTokens cards) {
        this.record = new FixedRecord(layout);
        this.years = new NearestYear(clearingDate);
        this.cards = cards;
    }

    /** @throws BadRecord when it cannot be read for sure */
    public Dispute read(byte[] buffer, int offset, int length, Place place) {
        record.at(buffer, offset, length);
        String code = record.text("dispute_type");
        DisputeType type = DisputeType.find(code);
        if (type == null) {
            throw new BadRecord("dispute_type '" + code.replaceAll("[^0-9A-Za-z]", "?")
                    + "' is none of docs/SPEC-schemes.md: nobody knows which way its money goes");
        }
        String card = record.text("pan");
        String before = record.text("prev_rrn");
        return new Dispute(
                place,
                type,
                record.text("reason_code"),
                UnionPayKey.of(record),
                before,
                record.text("terminal_id"),
                record.text("merchant_id"),
                record.number("amount") * type.sign(),
                cost(),
                Currency.CNY,
                years.seconds("trans_datetime", record.text("trans_datetime")),
                cards.ofWhole(card),
                CardTokens.masked(card));
    }

    /** Fees of the dispute and charges for it, less what comes back of the transaction's own. */
    private long cost() {
        long fees = record.number("acq_payable_fee") - record.number("acq_receivable_fee");
        return fees + record.number("payable_charge") - record.number("receivable_charge");
    }
}

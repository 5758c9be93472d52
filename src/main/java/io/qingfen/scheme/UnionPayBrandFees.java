package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.scheme.SchemeRecord.Place;
import java.util.Optional;

/**
 * Records of the UnionPay file ALFEE: what the brand takes of each transaction. Amounts are fen; before the fee stands D (we pay)
 * or C (we are paid). Public tables disagree on what follows the fee and so on the length of a record: the table's own, or one
 * byte less; all records of a file have that of the first. What follows the fee is used for nothing.
 */
public final class UnionPayBrandFees {
    private final Layout layout;
    private final CardTokens cards;
    private FixedRecord record;

    public UnionPayBrandFees(Layout layout, CardTokens cards) {
        this.layout = layout;
        this.cards = cards;
    }

    /**
     * Empty for a fee of 0.
     *
     * @throws BadRecord when it cannot be read for sure
     */
    public Optional<BrandFee> read(byte[] buffer, int offset, int length, Place place) {
        if (record == null) {
            record = new FixedRecord(of(length));
        }
        record.at(buffer, offset, length);
        long fee = record.signed("brand_fee");
        long amount = record.number("amount");
        String key = UnionPayKey.of(record);
        if (fee == 0) {
            return Optional.empty();
        }
        String card = record.text("pan");
        return Optional.of(new BrandFee(
                place,
                key,
                UnionPayKey.isReversal(record.text("mti")),
                record.text("rrn"),
                record.text("terminal_id"),
                record.text("merchant_id"),
                amount,
                fee,
                Currency.CNY,
                cards.ofWhole(card),
                CardTokens.masked(card)));
    }

    private Layout of(int length) {
        if (length != layout.length() && length != layout.length() - 1) {
            throw new BadRecord("the record has " + length + " bytes, " + layout.name() + " has "
                    + (layout.length() - 1) + " or " + layout.length());
        }
        return layout.ending(length);
    }
}

package io.qingfen.scheme;

import io.qingfen.money.Amounts;
import io.qingfen.scheme.SchemeRecord.Place;

/**
 * Records of the UnionPay file ZSUM: what each merchant's transactions of a clearing date come to. Amounts are fen with a sign
 * before them, C to be received, D to be paid.
 */
public final class UnionPayMerchants {
    private final FixedRecord record;

    public UnionPayMerchants(Layout layout) {
        this.record = new FixedRecord(layout);
    }

    /**
     * One merchant, with the sum of its transactions before fees.
     *
     * @throws BadRecord when it cannot be read for sure, or amount and fee do not make the amount to settle
     */
    public FundsEntry read(byte[] buffer, int offset, int length, Place place) {
        record.at(buffer, offset, length);
        String merchant = record.text("merchant_id");
        if (merchant.isEmpty()) {
            throw new BadRecord("the record has no merchant_id");
        }
        long amount = received("txn_amount");
        long fee = received("fee_amount");
        long settle = received("settle_amount");
        if (Math.addExact(amount, fee) != settle) {
            throw new BadRecord("settle_amount is " + Amounts.format(settle, 2) + ", txn_amount and fee_amount make "
                    + Amounts.format(Math.addExact(amount, fee), 2));
        }
        return new FundsEntry(place, merchant, amount, true);
    }

    /** + to be received. */
    private long received(String field) {
        return -record.signed(field);
    }
}

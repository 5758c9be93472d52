package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.scheme.PackedEntries.Reader;
import io.qingfen.scheme.SchemeRecord.Place;

/** Brand fees in little room: what finds their record and what its row needs. Each may be marked once. */
final class PackedFees {
    private final PackedEntries entries = new PackedEntries();

    /** @return its place */
    int put(BrandFee fee) {
        return entries.begin()
                .text(fee.schemeRef())
                .number(fee.reversal() ? 1 : 0)
                .number(fee.amountMinor())
                .number(fee.feeMinor())
                .number(fee.currency().number())
                .number(fee.place().file())
                .number(fee.place().line())
                .end();
    }

    /** Without names and card, which stay in its file. */
    BrandFee get(int place) {
        Reader reader = entries.read(place);
        String ref = reader.text();
        boolean reversal = reader.number() == 1;
        long amount = reader.number();
        long minor = reader.number();
        Currency currency = Currency.ofNumber((int) reader.number());
        Place stands = new Place((int) reader.number(), (int) reader.number());
        return new BrandFee(stands, ref, reversal, "", "", "", amount, minor, currency, "", "");
    }

    void mark(int place) {
        entries.mark(place);
    }

    boolean isMarked(int place) {
        return entries.isMarked(place);
    }
}

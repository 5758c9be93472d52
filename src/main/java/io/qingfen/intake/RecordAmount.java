package io.qingfen.intake;

import io.qingfen.money.Currency;

/** The amount of one record, reused; readable amounts count in the trailer check even when the record is rejected. */
final class RecordAmount {
    /** Minor units, or -1 when unreadable. */
    long minor;
    /** Decimals of {@link #minor}: the currency's, or those written when the currency is unknown. */
    int digits;

    /** @param currency null when unknown: 0 to 4 decimals are readable then */
    void read(Fields fields, int column, Currency currency) {
        int from = fields.begin(column);
        int to = fields.end(column);
        digits = currency != null ? currency.digits() : Shapes.decimals(fields.bytes(), from, to);
        minor = digits > 4 ? -1 : Shapes.amount(fields.bytes(), from, to, digits, Shapes.RECORD_DIGITS);
    }

    void unreadable(Currency currency) {
        digits = currency != null ? currency.digits() : 0;
        minor = -1;
    }
}

package io.qingfen.scheme.batch;

import io.qingfen.money.Currency;
import io.qingfen.scheme.FundsSums;
import io.qingfen.scheme.SchemeRecord;

/** A statement of the money that a scheme moved, held against the scheme's own records of the date. All are of CNY. */
interface FundsFormat extends SchemeFormat {
    /** What the statement calls a record by. */
    String key(SchemeRecord record);

    /** What the statement must show of it. */
    long money(SchemeRecord record);

    @Override
    default boolean carriesCards() {
        return false;
    }

    /** Takes the records of a date, then the statements. */
    default FundsSums sums() {
        return new FundsSums(Currency.CNY, this::key, this::money);
    }
}

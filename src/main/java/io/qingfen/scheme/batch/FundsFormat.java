package io.qingfen.scheme.batch;

import io.qingfen.money.Currency;
import io.qingfen.scheme.FundsAgreement;
import io.qingfen.scheme.SchemeRecord;
import java.util.List;

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

    /** Holds the statements among these files against the records in them. */
    default FundsAgreement agreement(List<ParsedFile> files) {
        List<SchemeRecord> records =
                files.stream().flatMap(file -> file.records().stream()).toList();
        return FundsAgreement.of(
                Currency.CNY,
                records,
                this::key,
                this::money,
                files.stream().flatMap(file -> file.funds().stream()).toList());
    }
}

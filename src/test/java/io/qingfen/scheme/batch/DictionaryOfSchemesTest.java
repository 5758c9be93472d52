package io.qingfen.scheme.batch;

import static io.qingfen.reports.batch.WrittenColumns.areThoseOfTheDictionary;

import org.junit.jupiter.api.Test;

class DictionaryOfSchemesTest {
    @Test
    void everyFileIsThereWithItsColumns() {
        areThoseOfTheDictionary("schemes/balance.csv", SchemeOutputs.BALANCE);
        areThoseOfTheDictionary("schemes/differences.csv", SchemeOutputs.DIFFERENCES);
        areThoseOfTheDictionary("schemes/funds-differences.csv", SchemeOutputs.FUNDS);
        areThoseOfTheDictionary("schemes/disputes.csv", SchemeOutputs.DISPUTES);
    }
}

package io.qingfen.scheme.batch;

import static io.qingfen.reports.batch.WrittenColumns.areThoseOfTheDictionary;

import org.junit.jupiter.api.Test;

class DictionaryOfSchemesTest {
    @Test
    void everyFileIsThereWithItsColumns() {
        areThoseOfTheDictionary("schemes/balance.csv", SchemeColumns.BALANCE);
        areThoseOfTheDictionary("schemes/differences.csv", SchemeColumns.DIFFERENCES);
        areThoseOfTheDictionary("schemes/funds-differences.csv", SchemeColumns.FUNDS);
        areThoseOfTheDictionary("schemes/disputes.csv", SchemeColumns.DISPUTES);
        areThoseOfTheDictionary("schemes/fees-differences.csv", SchemeColumns.FEES);
    }
}

package io.qingfen.reports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What a writer writes, held against the dictionary of columns. */
public final class WrittenColumns {
    private WrittenColumns() {}

    /** @param header names of columns, commas or spaces between them */
    public static void areThoseOfTheDictionary(String file, String header) {
        assertThat(ShippedDictionary.ENGLISH.layout(file).orElseThrow().columns())
                .as("layouts.csv, " + file)
                .isEqualTo(List.of(header.strip().split("[ ,]")));
    }
}

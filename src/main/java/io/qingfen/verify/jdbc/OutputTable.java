package io.qingfen.verify.jdbc;

import io.qingfen.verify.Columns;

/**
 * A CSV file of the outbox and the table that it must be, row by row.
 *
 * @param columns of the file; key columns in the order of its rows
 * @param kinds a letter per column of the query: t text, d date or number as it is, a amount in minor units of the
 *     column {@code currency}, s local seconds, g date that the age is counted from, x words that no table has,
 *     o number of the row, which the file does not show
 * @param currency index of the currency among the columns of the query
 */
public record OutputTable(String file, String table, Columns columns, String kinds, int currency, String sql) {

    static OutputTable of(String file, String table, String columns, String key, String kinds, String sql) {
        Columns all = Columns.keyed(columns, key);
        int currency = java.util.List.of(columns.split(" ")).indexOf("currency");
        // A query may end with a currency that the file does not show.
        return new OutputTable(file, table, all, kinds, currency >= 0 ? currency : kinds.length(), sql);
    }
}

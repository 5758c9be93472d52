package io.qingfen.verify.jdbc;

import io.qingfen.verify.Columns;
import io.qingfen.verify.Merge;
import io.qingfen.verify.Proof;

/**
 * Two queries that must give the same rows: what a table says, and what follows from others.
 *
 * @param name of the check
 * @param keys how many of the columns are the key
 * @param columns of both, see {@link Columns}
 */
public record Agreement(
        String name, int keys, String columns, String leftName, String left, String rightName, String right) {

    public void prove(Books books, Proof proof) {
        Merge.compare(
                Columns.of(keys, columns),
                new Merge.Side(leftName, books.rows(leftName, left)),
                new Merge.Side(rightName, books.rows(rightName, right)),
                proof);
    }
}

package io.qingfen.verify;

import java.util.Iterator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Rows one after the other, in the order of their keys; only one is in memory. */
@FunctionalInterface
public interface Rows {
    /** The next row, or null after the last. */
    Row next();

    static Rows of(Iterable<Row> rows) {
        Iterator<Row> iterator = rows.iterator();
        return () -> iterator.hasNext() ? iterator.next() : null;
    }

    default Rows where(Predicate<Row> wanted) {
        return () -> {
            Row row = next();
            while (row != null && !wanted.test(row)) {
                row = next();
            }
            return row;
        };
    }

    default Rows as(UnaryOperator<Row> change) {
        return () -> {
            Row row = next();
            return row == null ? null : change.apply(row);
        };
    }
}

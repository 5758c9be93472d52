package io.qingfen.reference.batch;

import io.qingfen.money.Currency;
import io.qingfen.run.FileProblem;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Shape;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** One row of a table: reads its fields, and reports each that is wrong. Not sound any more after a problem. */
final class CsvRow {
    private final String file;
    private final int line;
    private final Map<String, Integer> columns;
    private final CSVRecord row;
    private final FileProblems problems;
    private boolean sound = true;

    CsvRow(String file, int line, Map<String, Integer> columns, CSVRecord row, FileProblems problems) {
        this.file = file;
        this.line = line;
        this.columns = columns;
        this.row = row;
        this.problems = problems;
    }

    int line() {
        return line;
    }

    boolean isSound() {
        return sound;
    }

    /** As written; empty when the header does not name the column. */
    String text(String column) {
        Integer position = columns.get(column);
        return position == null ? "" : row.get(position);
    }

    /** The value, or null and a problem. */
    <T> T value(String column, Shape<T> shape) {
        String text = text(column);
        try {
            return shape.read(text);
        } catch (RuntimeException anotherShape) {
            problem(column, shown(column, text) + " is not " + shape.expected());
            return null;
        }
    }

    /** Absent when the field is empty. */
    <T> Optional<T> optional(String column, Shape<T> shape) {
        return text(column).isEmpty() ? Optional.empty() : Optional.ofNullable(value(column, shape));
    }

    void problem(String column, String what) {
        sound = false;
        problems.add(file, line, column, what);
    }

    /** Amounts of a plan or policy beside a merchant: the same digits may be meant, other digits cannot. */
    void compare(String column, Currency ofAmounts, Currency ofMerchant) {
        String what = FileProblem.shown(text(column)) + " has amounts in " + ofAmounts + ", the merchant is paid in "
                + ofMerchant + "; name one in " + ofMerchant + " (key currency)";
        if (ofAmounts.digits() != ofMerchant.digits()) {
            problem(column, what);
        } else if (!ofAmounts.equals(ofMerchant)) {
            problems.warn(file, line, column, what);
        }
    }

    /** An account number is never shown whole, an id always. */
    private static String shown(String column, String text) {
        if (column.equals("account_no") && !text.isEmpty()) {
            return "'" + FileProblem.maskedAccount(text) + "'";
        }
        return column.endsWith("_id") ? FileProblem.shownId(text) : FileProblem.shown(text);
    }
}

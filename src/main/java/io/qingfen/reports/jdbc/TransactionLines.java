package io.qingfen.reports.jdbc;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.reports.ItemSums;
import io.qingfen.reports.SortableLines;
import io.qingfen.reports.TransactionFragment;
import io.qingfen.run.CsvRows;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** The lines of one piece of {@code transactions.csv}, and what they sum up to. */
final class TransactionLines {
    private final SortableLines lines;
    private final CsvRows cells;
    private final TransactionFragment fragment;
    private final Transactions.Target target;
    private final boolean sorted;
    private final String date;
    private final InputNames inputs;
    private final ItemSums sums = new ItemSums();
    private long next;

    TransactionLines(
            LocalDate businessDate,
            TransactionFragment fragment,
            Transactions.Target target,
            boolean sorted,
            InputNames inputs) {
        this.fragment = fragment;
        this.target = target;
        this.sorted = sorted;
        this.lines = new SortableLines(sorted ? (int) fragment.rows() : 1);
        this.cells = new CsvRows(lines);
        this.date = businessDate.toString();
        this.inputs = inputs;
        this.next = fragment.firstRow();
    }

    void row(ResultSet row) throws SQLException, IOException {
        int digits = Currency.of(row.getString(11)).digits();
        String id = row.getString(1);
        cells.code(id).code(date);
        int keyLength = 5;
        for (int column = 2; column <= 9; column++) {
            String value = row.getString(column);
            cells.code(value);
            keyLength += column <= 7 ? value.length() : 0;
        }
        cells.number(Amounts.format(row.getLong(10), digits));
        for (int column = 11; column <= 15; column++) {
            cells.code(row.getString(column));
        }
        amount(row, 16, digits, cells);
        cells.code(row.getString(17));
        amount(row, 18, digits, cells);
        amount(row, 19, digits, cells);
        cells.code(inputs.source(row.getInt(20), row.getInt(21)));
        cells.code(inputs.source(row.getInt(22), row.getInt(23)));
        cells.end();
        cells.close();
        sum(row);
        lines.endLine(id.length() + date.length() + 2, keyLength);
        if (!sorted) {
            lines.drain(this::line);
        }
    }

    private void sum(ResultSet row) throws SQLException {
        int hour = ItemSums.Alike.hour(row.getLong(24));
        sums.add(
                new ItemSums.Alike(
                        row.getString(11),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        hour,
                        row.getString(13),
                        row.getString(15)),
                1,
                row.getLong(10),
                row.getLong(16),
                row.getLong(18));
    }

    private void line(byte[] bytes, int from, int length) throws IOException {
        target.line(next++, bytes, from, length);
    }

    /** @throws IllegalStateException when the rows are not those that were counted */
    ItemSums finish() throws IOException {
        lines.drainSorted(this::line);
        long written = next - fragment.firstRow();
        if (written != fragment.rows()) {
            throw new IllegalStateException("transactions of " + date + " from " + fragment.from() + " to "
                    + fragment.to() + ": counted " + fragment.rows() + ", read " + written);
        }
        return sums;
    }

    private static void amount(ResultSet row, int column, int digits, CsvRows cells) throws SQLException {
        long minor = row.getLong(column);
        cells.number(row.wasNull() ? null : Amounts.format(minor, digits));
    }
}

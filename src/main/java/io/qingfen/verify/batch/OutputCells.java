package io.qingfen.verify.batch;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.verify.Columns;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.OutputTable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Cells of a table as a CSV file of the outbox must show them. */
final class OutputCells {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    private final OutputTable table;
    private final LocalDate date;

    OutputCells(OutputTable table, LocalDate date) {
        this.table = table;
        this.date = date;
    }

    Row of(Row row) {
        String[] cells = new String[table.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(row, i);
        }
        return new Row("table " + table.table(), cells);
    }

    private String cell(Row row, int i) {
        char kind = table.kinds().charAt(i);
        String cell = row.cell(i);
        if (kind == 'x') {
            return Columns.ANY;
        }
        if (cell == null) {
            return "";
        }
        return switch (kind) {
            case 'a' -> Amounts.format(Long.parseLong(cell), digits(row.cell(table.currency())));
            case 's' ->
                LocalDateTime.ofEpochSecond(Long.parseLong(cell), 0, ZoneOffset.UTC)
                        .format(TIME);
            case 'g' -> Long.toString(ChronoUnit.DAYS.between(LocalDate.parse(cell), date));
            case 't' -> shown(cell);
            default -> cell;
        };
    }

    /** Nobody knows the decimals of an unknown currency: none. */
    static int digits(String currency) {
        Currency known = currency == null ? null : Currency.find(currency);
        return known == null ? 0 : known.digits();
    }

    /** A text that a spreadsheet would take for a formula stands behind an apostrophe. */
    private static String shown(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

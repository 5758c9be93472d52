package io.qingfen.reports.jdbc;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.reports.Explanations;
import io.qingfen.run.CsvRows;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** One row of a query on its way into a CSV file: cells by column name, typed. */
final class ReportRow {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private final LocalDate businessDate;
    private final ResultSet row;
    private final CsvRows cells;
    private final InputNames inputs;
    private final Explanations explanations;

    ReportRow(LocalDate businessDate, ResultSet row, CsvRows cells, InputNames inputs, Explanations explanations) {
        this.businessDate = businessDate;
        this.row = row;
        this.cells = cells;
        this.inputs = inputs;
        this.explanations = explanations;
    }

    LocalDate businessDate() {
        return businessDate;
    }

    Explanations explanations() {
        return explanations;
    }

    String text(String column) throws SQLException {
        return row.getString(column);
    }

    boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    LocalDate day(String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    ReportRow code(String... columns) throws SQLException {
        for (String column : columns) {
            cells.code(row.getString(column));
        }
        return this;
    }

    ReportRow words(String column) throws SQLException {
        cells.text(row.getString(column));
        return this;
    }

    ReportRow number(String column) throws SQLException {
        cells.number(row.getString(column));
        return this;
    }

    ReportRow date(String... columns) throws SQLException {
        for (String column : columns) {
            cells.date(day(column));
        }
        return this;
    }

    /** Minor units in the currency of the row; NULL is an empty cell. */
    ReportRow amounts(String... columns) throws SQLException {
        int digits = digits(row.getString("currency"));
        for (String column : columns) {
            java.math.BigDecimal minor = row.getBigDecimal(column);
            cells.number(minor == null ? null : Amounts.format(minor.longValueExact(), digits));
        }
        return this;
    }

    /** Local seconds as date and time. */
    ReportRow localTime(String column) throws SQLException {
        cells.code(LocalDateTime.ofEpochSecond(row.getLong(column), 0, ZoneOffset.UTC)
                .format(DATE_TIME));
        return this;
    }

    /** {@code file:line} of a record, empty without. */
    ReportRow source(String fileColumn, String lineColumn) throws SQLException {
        cells.code(inputs.source(row.getInt(fileColumn), row.getInt(lineColumn)));
        return this;
    }

    CsvRows cells() {
        return cells;
    }

    void end() throws IOException {
        cells.end();
    }

    /** No decimals where nobody knows the currency. */
    private static int digits(String currency) {
        Currency known = Currency.find(currency);
        return known == null ? 0 : known.digits();
    }
}

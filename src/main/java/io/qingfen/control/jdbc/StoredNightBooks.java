package io.qingfen.control.jdbc;

import io.qingfen.control.ControlTotal;
import io.qingfen.control.Measure;
import io.qingfen.control.Measures;
import io.qingfen.control.NightBooks;
import io.qingfen.control.Tally;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures the books with {@link MeasureQueries} and {@link Comparison}, and keeps the chain in control_total. */
@Component
class StoredNightBooks implements NightBooks {
    private final JdbcClient jdbc;

    StoredNightBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Measures measure(LocalDate businessDate) {
        Measures measures = new Measures();
        countedByTheNight(measures, businessDate);
        for (String sql : MeasureQueries.ALL) {
            query(sql, businessDate).query((ResultSet row) -> fill(measures, row));
        }
        for (Comparison comparison : Comparison.ALL) {
            query(comparison.sql(), businessDate).query((ResultSet row) -> fill(measures, comparison, row));
        }
        return measures;
    }

    private JdbcClient.StatementSpec query(String sql, LocalDate date) {
        JdbcClient.StatementSpec spec = jdbc.sql(sql).param("date", date);
        return sql.contains(":before") ? spec.param("before", date.minusDays(1)) : spec;
    }

    private void countedByTheNight(Measures measures, LocalDate date) {
        query(
                        "select measure, currency, sum(item_count), sum(amount_minor) from night_total"
                                + " where business_date = :date group by measure, currency",
                        date)
                .query((ResultSet row) -> {
                    String name = row.getString(1);
                    if (name.matches("(BATCHES|CAPTURES|AUTHORIZATIONS)_.*")) {
                        measures.add(measure(name), row.getString(2), new Tally(exact(row, 3), exact(row, 4)));
                    }
                });
    }

    /** A count of records that no control knows would be records that nobody misses. */
    private static Measure measure(String name) {
        for (Measure measure : Measure.values()) {
            if (measure.isCountedByTheNight() && measure.name().equals(name)) {
                return measure;
            }
        }
        throw new IllegalStateException("table night_total has a measure that is in no control: " + name);
    }

    private static void fill(Measures measures, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<Measure, long[]> found = new EnumMap<>(Measure.class);
        for (int column = 2; column <= columns.getColumnCount(); column++) {
            String label = columns.getColumnLabel(column).toUpperCase(Locale.ROOT);
            Measure measure = Measure.valueOf(label.substring(0, label.length() - 2));
            found.computeIfAbsent(measure, one -> new long[2])[label.endsWith("_N") ? 0 : 1] = exact(row, column);
        }
        String currency = row.getString(1);
        found.forEach((measure, tally) -> measures.add(measure, currency, new Tally(tally[0], tally[1])));
    }

    private static void fill(Measures measures, Comparison comparison, ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        measures.add(comparison.left(), currency, new Tally(exact(row, 2), exact(row, 3)));
        measures.add(comparison.right(), currency, new Tally(exact(row, 4), exact(row, 5)));
        String subject = row.getString("first_difference");
        if (subject != null) {
            measures.differs(comparison.left(), subject);
        }
    }

    /** Null, the sum of nothing, is 0. */
    private static long exact(ResultSet row, int column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? 0 : value.longValueExact();
    }

    @Override
    public void keep(LocalDate businessDate, List<ControlTotal> chain) {
        query("delete from control_total where business_date = :date", businessDate)
                .update();
        int position = 0;
        for (ControlTotal total : chain) {
            jdbc.sql("insert into control_total (business_date, position_no, boundary, side, item_count, amount_minor,"
                            + " currency, counterpart_count, counterpart_minor, closed)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            businessDate,
                            ++position,
                            total.boundary(),
                            total.side(),
                            total.count(),
                            total.amountMinor(),
                            total.currency(),
                            total.counterpartCount(),
                            total.counterpartMinor(),
                            total.closed())
                    .update();
        }
    }
}

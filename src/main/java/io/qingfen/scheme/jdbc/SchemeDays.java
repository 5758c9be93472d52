package io.qingfen.scheme.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.reference.Channel;
import io.qingfen.run.Actor;
import io.qingfen.scheme.BrandFees;
import io.qingfen.scheme.Judged.CostSum;
import io.qingfen.scheme.MasterControl;
import io.qingfen.scheme.MasterControl.Line;
import io.qingfen.scheme.SchemeSource;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables scheme_day and scheme_line: which dates were compared, and what they came to. */
@Component
public class SchemeDays {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    SchemeDays(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    public boolean isCompared(String source, LocalDate date) {
        return jdbc.sql("select count(*) from scheme_day where source = ? and business_date = ?")
                        .params(source, date)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The last date of the source that was compared. */
    public Optional<LocalDate> last(String source) {
        return jdbc.sql("select max(business_date) from scheme_day where source = ?")
                .param(source)
                .query(LocalDate.class)
                .optional();
    }

    /** The date whose night takes what is found now into its reports. */
    public Optional<LocalDate> nextDate() {
        return jdbc.sql("select max(business_date) from business_day")
                .query(LocalDate.class)
                .optional()
                .map(last -> last.plusDays(1));
    }

    public void add(SchemeSource source, LocalDate date, boolean first, Actor who) {
        String channels = source.channels().stream().map(Channel::name).sorted().collect(Collectors.joining(","));
        jdbc.sql("insert into scheme_day (source, business_date, first_date, channels, cut_off, carry_days,"
                        + " fees_booked, actor, compared_at) values (?, ?, ?, ?, ?, ?, ?, ?, current_timestamp)")
                .params(
                        source.name(),
                        date,
                        first,
                        channels,
                        source.cutOff().toString(),
                        source.carryDays(),
                        source.bookFees(),
                        who.name())
                .update();
    }

    public void addLines(SchemeSource source, LocalDate date, MasterControl control, CostSum costs) {
        List<Object[]> rows = new ArrayList<>();
        each(control, (name, line) -> rows.add(row(source, date, control.currency(), name, line)));
        rows.add(row(source, date, control.currency(), "COST_OWN", new Line(costs.differing(), costs.ownMinor())));
        rows.add(
                row(source, date, control.currency(), "COST_SCHEME", new Line(costs.differing(), costs.schemeMinor())));
        add(rows);
    }

    /** Brand fees stand beside the control; it holds none of them. */
    public void addFees(SchemeSource source, LocalDate date, BrandFees.Told told) {
        Currency currency = told.currency();
        add(List.of(
                row(source, date, currency, "BRAND_FEES", told.all()),
                row(source, date, currency, "BRAND_FEES_ALONE", told.alone()),
                row(source, date, currency, "BRAND_FEES_BOOKED", told.booked())));
    }

    private void add(List<Object[]> rows) {
        template.batchUpdate(
                "insert into scheme_line (source, business_date, currency, line, item_count, amount_minor)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static void each(MasterControl control, java.util.function.BiConsumer<String, Line> lines) {
        lines.accept("OWN", control.own());
        lines.accept("CARRIED_IN", control.carriedIn());
        lines.accept("CARRIED_OUT", control.carriedOut());
        lines.accept("DISPUTES", control.disputes());
        lines.accept("LONG", control.longs());
        lines.accept("SHORT", control.shorts());
        lines.accept("SCHEME", control.scheme());
    }

    private static Object[] row(SchemeSource source, LocalDate date, Currency currency, String name, Line line) {
        return new Object[] {source.name(), Date.valueOf(date), currency.code(), name, line.count(), line.minor()};
    }

    /** A line of a date by currency; those that are 0 are left out. */
    public Map<String, Long> line(String source, LocalDate date, String line) {
        return sums(
                "select currency, amount_minor as amount from scheme_line where source = ? and business_date = ?"
                        + " and line = '" + line + "'",
                source,
                Date.valueOf(date));
    }

    /** What waits now, read from its rows: records of the scheme less items of ours; those that are 0 are left out. */
    public Map<String, Long> waiting(String source) {
        return sums(
                "select currency, sum(minor) as amount from ("
                        + "select currency, amount_minor as minor from scheme_record where source = ?"
                        + " and standing = 'WAITING'"
                        + " union all select currency, -amount_minor from scheme_own where source = ?"
                        + " and standing = 'WAITING') waits group by currency",
                source,
                source);
    }

    /** The records and disputes of the date's files, read from their rows; those that are 0 are left out. */
    public Map<String, Long> records(String source, LocalDate date) {
        return sums(
                "select currency, sum(amount_minor) as amount from ("
                        + "select currency, amount_minor from scheme_record where source = ? and business_date = ?"
                        + " union all select currency, amount_minor from scheme_dispute where source = ?"
                        + " and business_date = ?) said group by currency",
                source,
                Date.valueOf(date),
                source,
                Date.valueOf(date));
    }

    private Map<String, Long> sums(String sql, Object... params) {
        Map<String, Long> sums = new TreeMap<>();
        template.query(
                sql,
                row -> {
                    BigDecimal amount = row.getBigDecimal("amount");
                    if (amount != null && amount.signum() != 0) {
                        sums.put(row.getString("currency"), amount.longValueExact());
                    }
                },
                params);
        return sums;
    }
}

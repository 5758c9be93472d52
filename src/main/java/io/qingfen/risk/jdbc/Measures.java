package io.qingfen.risk.jdbc;

import io.qingfen.reference.RiskRule;
import io.qingfen.risk.Measure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What rules measure, for a range of merchants at once: one query a rule, over the totals of the date where they say
 * enough, otherwise over its transactions or failures.
 */
final class Measures {
    private static final int DATES = 30;
    private static final String RANGE =
            " business_date = :date and merchant_id >= :from and merchant_id < :to" + " and currency = :currency";
    private static final String SALE =
            " and disposition = 'SETTLED' and txn_type not in ('VOID', 'COMPLETION_VOID', 'REFUND')";
    private static final String SINGLE =
            "select merchant_id, max(amount_minor), count(*), 0, sum(amount_minor) from transactions where" + RANGE
                    + SALE + " and amount_minor > :amount group by merchant_id order by merchant_id";
    private static final String SALES = "select merchant_id, sum(amount_minor) as minor from merchant_total where"
            + RANGE + " and line = 'SALES' group by merchant_id";
    private static final String DAILY = "select t.merchant_id, t.minor, h.minor, h.dates, t.minor from (" + SALES
            + " having sum(amount_minor) >= :amount) t join (select merchant_id, sum(sales_minor) as minor,"
            + " count(*) as dates from position where business_date >= :since and business_date < :date"
            + " and merchant_id >= :from and merchant_id < :to and currency = :currency and sales_minor > 0"
            + " group by merchant_id) h on h.merchant_id = t.merchant_id order by t.merchant_id";
    private static final String REFUNDS = "select r.merchant_id, r.minor, coalesce(s.minor, 0), 0, r.minor from ("
            + "select merchant_id, -sum(amount_minor) as minor from merchant_total where" + RANGE
            + " and line = 'REFUNDS' group by merchant_id) r left join (" + SALES
            + ") s on s.merchant_id = r.merchant_id where r.minor > 0 order by r.merchant_id";
    private static final String DECLINES =
            "select merchant_id, sum(case when response_code = any(:codes) then 1 else 0 end), count(*), 0, 0"
                    + " from failure where" + RANGE + " group by merchant_id order by merchant_id";

    private static final String CARDS = "select merchant_id, max(n), count(*), 0, sum(minor) from (select merchant_id,"
            + " sum(item_count) as n, sum(amount_minor) as minor from card_use where" + RANGE
            + " group by merchant_id, card_sha256 having sum(item_count) >= :times) c"
            + " group by merchant_id order by merchant_id";

    private final JdbcClient jdbc;
    private final LocalDate date;
    private final String from;
    private final String to;

    Measures(JdbcClient jdbc, LocalDate date, String from, String to) {
        this.jdbc = jdbc;
        this.date = date;
        this.from = from;
        this.to = to;
    }

    /** In order of merchant; merchants without anything to measure are absent. */
    List<Measure> of(RiskRule rule) {
        return switch (rule.kind()) {
            case SINGLE_AMOUNT ->
                query(SINGLE, rule)
                        .param("amount", rule.amountMinor())
                        .query(Measures::measure)
                        .list();
            case DAILY_AMOUNT ->
                query(DAILY, rule)
                        .param("amount", rule.amountMinor())
                        .param("since", date.minusDays(DATES))
                        .query(Measures::measure)
                        .list();
            case REFUND_RATIO -> query(REFUNDS, rule).query(Measures::measure).list();
            case RISK_DECLINES ->
                query(DECLINES, rule)
                        .param("codes", rule.codes().toArray(String[]::new))
                        .query(Measures::measure)
                        .list();
            case SAME_CARD ->
                query(CARDS, rule)
                        .param("times", rule.least())
                        .query(Measures::measure)
                        .list();
            case NIGHT_SHARE ->
                query(nightShare(rule.night().orElseThrow()), rule)
                        .param("begin", rule.night().orElseThrow().from().toSecondOfDay())
                        .param("end", rule.night().orElseThrow().to().toSecondOfDay())
                        .query(Measures::measure)
                        .list();
        };
    }

    /** Times of transactions are local seconds. */
    private static String nightShare(RiskRule.Night night) {
        String both = night.from().isBefore(night.to()) ? " and " : " or ";
        String atNight = "(mod(txn_time, 86400) >= :begin" + both + "mod(txn_time, 86400) < :end)";
        String of = night.byAmount() ? "amount_minor" : "1";
        return "select merchant_id, sum(case when " + atNight + " then " + of + " else 0 end), sum(" + of + "), 0,"
                + " sum(case when " + atNight + " then amount_minor else 0 end) from transactions where" + RANGE + SALE
                + " group by merchant_id order by merchant_id";
    }

    private JdbcClient.StatementSpec query(String sql, RiskRule rule) {
        return jdbc.sql(sql)
                .param("date", date)
                .param("from", from)
                .param("to", to)
                .param("currency", rule.currency().code());
    }

    private static Measure measure(ResultSet row, int number) throws SQLException {
        return new Measure(
                row.getString(1),
                exact(row, 2),
                exact(row, 3),
                row.getBigDecimal(4).intValueExact(),
                exact(row, 5));
    }

    private static long exact(ResultSet row, int column) throws SQLException {
        return row.getBigDecimal(column).longValueExact();
    }
}

package io.qingfen.reports.jdbc;

import io.qingfen.ledger.Account;
import io.qingfen.reports.MonthLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** What the books hold of the fees and the work of a month. */
@Component
public class MonthBooks {
    private static final String FEES = "('" + Account.MERCHANT_FEES + "', '" + Account.INSTANT_FEES + "')";
    private static final String COSTS = Account.schemeCost("") + "%";
    private static final String OF_MONTH = " where business_date between :from and :to";

    private static final String LINES = "select merchant_id, currency, kind, channel, card_type, fee_rule,"
            + " sum(items) as items, sum(amount) as amount, sum(fee) as fee, sum(cost) as cost from ("
            + " select merchant_id, currency, 0 as kind, channel, card_type, fee_rule, item_count as items,"
            + " amount_minor as amount, fee_minor as fee, scheme_cost_minor as cost from fee_total" + OF_MONTH
            + " union all select merchant_id, currency, 1, '', '', '', 1, 0, -instant_fee_minor, 0 from position"
            + OF_MONTH + " and instant_fee_minor <> 0"
            + " union all select merchant_id, currency, 2, '', '', '', 1, 0,"
            + " (case when credit_account in " + FEES + " then amount_minor else 0 end)"
            + " - (case when debit_account in " + FEES + " then amount_minor else 0 end),"
            + " (case when debit_account like '" + COSTS + "' then amount_minor else 0 end)"
            + " - (case when credit_account like '" + COSTS + "' then amount_minor else 0 end) from money_move"
            + OF_MONTH + " and (credit_account in " + FEES + " or debit_account in " + FEES
            + " or debit_account like '" + COSTS + "' or credit_account like '" + COSTS + "')"
            + ") priced group by merchant_id, currency, kind, channel, card_type, fee_rule"
            + " order by merchant_id, currency, kind, channel, card_type, fee_rule";

    private static final String LEDGER =
            "select p.currency, sum(p.credit_minor - p.debit_minor) as amount from posting p"
                    + " join journal_entry e on e.entry_id = p.entry_id where p.business_date between :from and :to"
                    // opening balances of these accounts are of the time before the books
                    + " and e.entry_key not like 'OPENING|%' and ";

    private static final String OTHERS = "select currency, sum(differs) as amount from ("
            + "select currency, merchant_id, case when sum(fee) <> 0 then 1 else 0 end as differs from ("
            + "select merchant_id, currency, fee_minor as fee from fee_total" + OF_MONTH
            + " union all select merchant_id, currency, merchant_fees_minor from position" + OF_MONTH
            + ") both_sides group by currency, merchant_id) merchants group by currency";

    private static final List<String> FIGURES = List.of(
            "select 'TRANSACTIONS' as kpi, '' as detail, channel, card_type, currency, sum(item_count) as items,"
                    + " sum(amount_minor) as amount from fee_total" + OF_MONTH
                    + " group by channel, card_type, currency order by channel, card_type, currency",
            "select 'FAILURES' as kpi, outcome as detail, channel, card_type, currency, count(*) as items,"
                    + " sum(amount_minor) as amount from failure" + OF_MONTH
                    + " group by outcome, channel, card_type, currency order by outcome, channel, card_type, currency",
            "select 'MERCHANTS_WITH_FEES' as kpi, '' as detail, '' as channel, '' as card_type, '' as currency,"
                    + " count(distinct merchant_id) as items, 0 as amount from fee_total" + OF_MONTH,
            "select 'TERMINALS_WITH_SALES' as kpi, '' as detail, '' as channel, '' as card_type, '' as currency,"
                    + " count(distinct terminal_id) as items, 0 as amount from terminal_volume" + OF_MONTH,
            "select 'PAYOUTS' as kpi, '' as detail, '' as channel, '' as card_type, currency, count(*) as items,"
                    + " sum(amount_minor) as amount from payout" + OF_MONTH + " group by currency order by currency",
            "select 'CASES_OPENED' as kpi, kind as detail, '' as channel, '' as card_type, currency, count(*) as items,"
                    + " sum(exposure_minor) as amount from review_case where opened_on between :from and :to"
                    + " group by kind, currency order by kind, currency",
            "select 'CASES_OPEN_AT_THE_END' as kpi, kind as detail, '' as channel, '' as card_type, currency,"
                    + " count(*) as items, sum(exposure_minor) as amount from review_case where opened_on <= :to"
                    + " and (closed_on is null or closed_on > :to) group by kind, currency order by kind, currency");

    private final Reading reading;
    private final JdbcOperations jdbc;

    MonthBooks(Reading reading, JdbcOperations jdbc) {
        this.reading = reading;
        this.jdbc = jdbc;
    }

    /** One line, merchant by merchant. */
    @FunctionalInterface
    public interface Lines {
        void line(MonthLine line) throws IOException;
    }

    /** One key figure. */
    @FunctionalInterface
    public interface Figures {
        void figure(
                String kpi, String detail, String channel, String cardType, String currency, long count, long amount)
                throws IOException;
    }

    /** In order of merchant, currency, kind, channel, card type and rule. */
    public void lines(YearMonth month, Lines lines) {
        lines(month.atDay(1), month.atEndOfMonth(), lines);
    }

    /** The same of other dates, both included. */
    void lines(LocalDate from, LocalDate to, Lines lines) {
        reading.each(LINES, of(from, to), row -> lines.line(line(row)));
    }

    /** Fees that the ledger booked as income, by currency: + = earned. */
    public Map<String, Long> feesOfLedger(YearMonth month) {
        return feesOfLedger(month.atDay(1), month.atEndOfMonth());
    }

    Map<String, Long> feesOfLedger(LocalDate from, LocalDate to) {
        return sums(LEDGER + "p.account in " + FEES + " group by p.currency", of(from, to));
    }

    /** Costs of schemes that the ledger booked, by currency: + = spent. */
    public Map<String, Long> costsOfLedger(YearMonth month) {
        return costsOfLedger(month.atDay(1), month.atEndOfMonth());
    }

    Map<String, Long> costsOfLedger(LocalDate from, LocalDate to) {
        Map<String, Long> costs = sums(LEDGER + "p.account like '" + COSTS + "' group by p.currency", of(from, to));
        costs.replaceAll((currency, minor) -> Math.negateExact(minor));
        return costs;
    }

    /** Merchants whose fees by rule are not those of their positions, by currency. */
    public Map<String, Long> merchantsThatDiffer(YearMonth month) {
        return sums(OTHERS, of(month));
    }

    public void figures(YearMonth month, Figures figures) {
        FIGURES.forEach(sql -> reading.each(
                sql,
                of(month),
                row -> figures.figure(
                        row.getString("kpi"),
                        row.getString("detail"),
                        row.getString("channel"),
                        row.getString("card_type"),
                        row.getString("currency"),
                        row.getLong("items"),
                        exact(row, "amount"))));
    }

    /** The states of the month's dates that the books have, in order. */
    public Map<LocalDate, String> dates(YearMonth month) {
        Map<LocalDate, String> dates = new TreeMap<>();
        jdbc.query(
                "select business_date, state from business_day where business_date between ? and ?",
                row -> {
                    dates.put(row.getObject(1, LocalDate.class), row.getString(2));
                },
                month.atDay(1),
                month.atEndOfMonth());
        return dates;
    }

    private Map<String, Long> sums(String sql, Map<String, Object> dates) {
        Map<String, Long> sums = new TreeMap<>();
        reading.each(sql, dates, row -> sums.put(row.getString("currency"), exact(row, "amount")));
        return sums;
    }

    private static MonthLine line(ResultSet row) throws SQLException {
        return new MonthLine(
                row.getString("merchant_id"),
                row.getString("currency"),
                MonthLine.Kind.values()[row.getInt("kind")],
                row.getString("channel"),
                row.getString("card_type"),
                row.getString("fee_rule"),
                exact(row, "items"),
                exact(row, "amount"),
                exact(row, "fee"),
                exact(row, "cost"));
    }

    private static Map<String, Object> of(YearMonth month) {
        return of(month.atDay(1), month.atEndOfMonth());
    }

    private static Map<String, Object> of(LocalDate from, LocalDate to) {
        return Map.of("from", from, "to", to);
    }

    private static long exact(ResultSet row, String column) throws SQLException {
        BigDecimal sum = row.getBigDecimal(column);
        return sum == null ? 0 : sum.longValueExact();
    }
}

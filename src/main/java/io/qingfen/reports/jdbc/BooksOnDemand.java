package io.qingfen.reports.jdbc;

import io.qingfen.reports.Figures;
import io.qingfen.reports.ItemSums;
import io.qingfen.reports.MonthLine;
import io.qingfen.reports.ReportRows;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Lines;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What reports on demand ask of the books of a closed date: sums, and one row for each merchant or open case. */
@Component
public class BooksOnDemand {
    private static final int DATES = 30;

    private static final String ITEMS = """
            select currency, txn_type, channel, card_type, hour_of_day, match_status, disposition, count(*) as items,
              sum(amount_minor) as amount, sum(coalesce(fee_minor, 0)) as fee, sum(coalesce(scheme_cost_minor, 0)) as cost
            from (
              select currency, txn_type, channel, card_type, mod(txn_time / 3600, 24) as hour_of_day, match_status,
                disposition, amount_minor, fee_minor, scheme_cost_minor
              from transactions where business_date = :date
            ) items
            group by currency, txn_type, channel, card_type, hour_of_day, match_status, disposition
            """;
    private static final String FAILED = """
            select merchant_id, channel, card_type, hour_of_day, response_code, outcome, currency, count(*) as items,
              sum(amount_minor) as amount
            from (
              select merchant_id, channel, card_type, mod(txn_time / 3600, 24) as hour_of_day, response_code, outcome,
                currency, amount_minor
              from failure where business_date = :date
            ) failed
            group by merchant_id, channel, card_type, hour_of_day, response_code, outcome, currency
            order by merchant_id, channel, card_type, hour_of_day, response_code, outcome, currency
            """;
    private static final String NAMES = """
            select merchant_id, merchant_name from merchant_account a where valid_from = (
              select max(valid_from) from merchant_account b where b.merchant_id = a.merchant_id and b.valid_from <= :date)
            """;
    private static final String OPEN_CASES = """
            select case_id, opened_on, kind, merchant_id, terminal_id, currency, exposure_minor from review_case
            where opened_on <= :date and (closed_on is null or closed_on > :date) order by opened_on, case_id
            """;
    private static final String POSITIONS = "select currency, "
            + Line.columns().stream()
                    .map(line -> "sum(" + line + "_minor) as " + line)
                    .collect(Collectors.joining(", "))
            + ", sum(payout_minor) as payout, sum(carried_forward_minor) as carried from position"
            + " where business_date = :date group by currency order by currency";
    private static final String TREND = """
            select business_date, currency, sum(sales_count) as sales, sum(sales_minor) as amount,
              -sum(merchant_fees_minor + instant_fee_minor) as fees, sum(payout_minor) as payout
            from position where business_date > :from and business_date <= :date
            group by business_date, currency order by business_date, currency
            """;

    private final Reading reading;
    private final FiguresQuery figures;
    private final MonthBooks months;

    BooksOnDemand(Reading reading, FiguresQuery figures, MonthBooks months) {
        this.reading = reading;
        this.figures = figures;
        this.months = months;
    }

    /** Sums of the date's transactions, in the order in which the night has them. */
    public List<Figures.Items> items(LocalDate date) {
        ItemSums sums = new ItemSums();
        reading.each(
                ITEMS,
                date,
                row -> sums.add(
                        new ItemSums.Alike(
                                row.getString("currency"),
                                row.getString("txn_type"),
                                row.getString("channel"),
                                row.getString("card_type"),
                                row.getInt("hour_of_day"),
                                row.getString("match_status"),
                                row.getString("disposition")),
                        row.getLong("items"),
                        exact(row, "amount"),
                        exact(row, "fee"),
                        exact(row, "cost")));
        return sums.items();
    }

    public ReportRows.Fees fees(LocalDate date) {
        List<MonthLine> lines = new ArrayList<>();
        months.lines(date, date, lines::add);
        return new ReportRows.Fees(
                lines, months.feesOfLedger(date, date), months.costsOfLedger(date, date), names(date));
    }

    public ReportRows.Deposits deposits(LocalDate date) {
        List<ReportRows.Liability> rows = new ArrayList<>();
        reading.each(
                "select * from deposit_liability where business_date = :date order by policy, merchant_id, currency",
                date,
                row -> rows.add(liability(row)));
        Map<String, Long> ledger = new TreeMap<>();
        reading.each(
                "select currency, sum(-closing_minor) as owed from trial_balance where business_date = :date"
                        + " and account like 'liabilities:terminal-deposits:%' group by currency order by currency",
                date, row -> ledger.put(row.getString("currency"), exact(row, "owed")));
        return new ReportRows.Deposits(rows, figures.deposits(date), ledger, names(date));
    }

    private static ReportRows.Liability liability(ResultSet row) throws SQLException {
        return new ReportRows.Liability(
                row.getString("policy"),
                row.getString("merchant_id"),
                row.getString("currency"),
                row.getLong("terminals"),
                exact(row, "collected_minor"),
                exact(row, "refunded_minor"),
                exact(row, "forfeited_minor"),
                exact(row, "held_minor"),
                exact(row, "counted_minor"),
                exact(row, "next_threshold_minor"),
                row.getObject("next_window_ends_on", LocalDate.class),
                exact(row, "due_to_expire_minor"));
    }

    public List<ReportRows.Failed> failed(LocalDate date) {
        List<ReportRows.Failed> rows = new ArrayList<>();
        reading.each(
                FAILED,
                date,
                row -> rows.add(new ReportRows.Failed(
                        row.getString("merchant_id"),
                        row.getString("channel"),
                        row.getString("card_type"),
                        row.getInt("hour_of_day"),
                        row.getString("response_code"),
                        row.getString("outcome"),
                        row.getString("currency"),
                        row.getLong("items"),
                        exact(row, "amount"))));
        return rows;
    }

    /** Those that were compared for the date. */
    public List<ReportRows.Scheme> schemes(LocalDate date) {
        Map<String, ReportRows.Scheme> found = new TreeMap<>();
        reading.each(
                "select source, currency, line, amount_minor from scheme_line where business_date = :date",
                date,
                row -> {
                    String source = row.getString("source");
                    String currency = row.getString("currency");
                    found.computeIfAbsent(
                                    source + " " + currency,
                                    key -> new ReportRows.Scheme(source, currency, new HashMap<>()))
                            .amounts()
                            .put(row.getString("line"), row.getLong("amount_minor"));
                });
        return List.copyOf(found.values());
    }

    public List<ReportRows.OpenCase> openCases(LocalDate date) {
        List<ReportRows.OpenCase> rows = new ArrayList<>();
        reading.each(
                OPEN_CASES,
                date,
                row -> rows.add(new ReportRows.OpenCase(
                        row.getString("case_id"),
                        row.getObject("opened_on", LocalDate.class),
                        row.getString("kind"),
                        row.getString("merchant_id"),
                        row.getString("terminal_id"),
                        row.getString("currency"),
                        row.getLong("exposure_minor"))));
        return rows;
    }

    /** The date and those up to 29 days before it, as far as the books have them. */
    public List<ReportRows.Trend> trend(LocalDate date) {
        List<ReportRows.Trend> rows = new ArrayList<>();
        reading.each(
                TREND,
                Map.of("from", date.minusDays(DATES), "date", date),
                row -> rows.add(new ReportRows.Trend(
                        row.getObject("business_date", LocalDate.class),
                        row.getString("currency"),
                        exact(row, "sales"),
                        exact(row, "amount"),
                        exact(row, "fees"),
                        exact(row, "payout"))));
        return rows;
    }

    /** All merchants together, by currency. */
    public List<ReportRows.Positions> positions(LocalDate date) {
        List<ReportRows.Positions> rows = new ArrayList<>();
        reading.each(POSITIONS, date, row -> {
            Lines lines = Lines.NONE;
            for (Line line : Line.values()) {
                lines = lines.plus(line, exact(row, line.name().toLowerCase(Locale.ROOT)));
            }
            rows.add(new ReportRows.Positions(
                    row.getString("currency"), lines, exact(row, "payout"), exact(row, "carried")));
        });
        return rows;
    }

    /** Of merchants, as they were called on the date. */
    public Map<String, String> names(LocalDate date) {
        Map<String, String> names = new HashMap<>();
        reading.each(NAMES, date, row -> names.put(row.getString(1), row.getString(2)));
        return names;
    }

    private static long exact(ResultSet row, String column) throws SQLException {
        BigDecimal sum = row.getBigDecimal(column);
        return sum == null ? 0 : sum.longValueExact();
    }
}

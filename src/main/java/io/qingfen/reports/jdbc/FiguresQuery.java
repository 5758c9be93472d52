package io.qingfen.reports.jdbc;

import io.qingfen.control.ControlTotal;
import io.qingfen.reference.Snapshot;
import io.qingfen.reports.Figures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the figures of a date: a few grouping queries, none of them larger than its groups. */
@Component
public class FiguresQuery {
    private static final String POSITIONS = """
            select currency, decision, count(*) as items, sum(merchant_fees_minor + instant_fee_minor) as fees,
              sum(net_minor) as net, sum(payout_minor) as payout, sum(carried_forward_minor) as carried,
              sum(credits_withheld_minor) as withheld, sum(deposit_withheld_minor) as deposit_withheld,
              sum(deposit_refund_minor) as deposit_refund, sum(chargebacks_minor) as chargebacks
            from position where business_date = :date group by currency, decision order by currency, decision
            """;
    private static final String DEPOSITS = """
            select currency, state, count(*) as items, sum(collected_minor) as collected, sum(refunded_minor) as refunded,
              sum(forfeited_minor) as forfeited, sum(held_minor) as held, sum(refund_today_minor) as refund_today,
              sum(collected_today_minor) as collected_today, sum(forfeited_today_minor) as forfeited_today
            from deposit_day where business_date = :date group by currency, state order by currency, state
            """;
    private static final String CASES = """
            select kind, opened_on, is_open, currency, count(*) as items, sum(exposure_minor) as exposure
            from (
              select kind, opened_on, case when closed_on is null or closed_on > :date then 1 else 0 end as is_open,
                currency, exposure_minor
              from review_case where opened_on <= :date and (closed_on is null or closed_on >= :date)
            ) seen
            group by kind, opened_on, is_open, currency order by kind, opened_on, is_open, currency
            """;

    private final Reading reading;
    private final ActivityQuery activity;

    FiguresQuery(Reading reading, ActivityQuery activity) {
        this.reading = reading;
        this.activity = activity;
    }

    /** @param items the sums of the date's transactions */
    public Figures of(Snapshot snapshot, List<Figures.Items> items) {
        LocalDate date = snapshot.businessDate();
        ActivityQuery.MerchantSales merchants = activity.merchantSales(snapshot);
        return new Figures(
                date,
                inputs(date),
                notices(date),
                records(date),
                items,
                failures(date),
                positions(date),
                merchants.byMcc(),
                merchants.top(),
                activity.merchants(snapshot),
                activity.terminals(snapshot),
                deposits(date),
                payouts(date),
                payoutResults(date),
                cases(date),
                rejects(date),
                controls(date));
    }

    private List<Figures.Input> inputs(LocalDate date) {
        return list(
                "select kind, file_name, line_count, sha256 from input_file where business_date = :date"
                        + " order by file_name",
                date,
                row -> new Figures.Input(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)));
    }

    /** Not the notices that depend on when a file came: the same inputs must give the same summary. */
    private List<Figures.Notice> notices(LocalDate date) {
        return list(
                "select file_name, notice, detail from intake_notice where business_date = :date"
                        + " and notice in ('REFUSED_FILE', 'UNREADABLE_AMOUNTS') order by file_name, notice",
                date,
                row -> new Figures.Notice(row.getString(1), row.getString(2), row.getString(3)));
    }

    private List<Figures.Measure> records(LocalDate date) {
        return list(
                "select measure, currency, sum(item_count) as items, sum(amount_minor) as amount from night_total"
                        + " where business_date = :date and step = 'routeRecords' group by measure, currency"
                        + " order by measure, currency",
                date,
                row -> new Figures.Measure(
                        row.getString(1), row.getString(2), exact(row, "items"), exact(row, "amount")));
    }

    private List<Figures.Failures> failures(LocalDate date) {
        return list(
                "select response_code, outcome, currency, count(*) as items, sum(amount_minor) as amount from failure"
                        + " where business_date = :date group by response_code, outcome, currency"
                        + " order by response_code, outcome, currency",
                date,
                row -> new Figures.Failures(
                        row.getString(1), row.getString(2), row.getString(3), row.getLong(4), exact(row, "amount")));
    }

    private List<Figures.Positions> positions(LocalDate date) {
        return list(
                POSITIONS,
                date,
                row -> new Figures.Positions(
                        row.getString("currency"),
                        row.getString("decision"),
                        row.getLong("items"),
                        exact(row, "fees"),
                        exact(row, "net"),
                        exact(row, "payout"),
                        exact(row, "carried"),
                        exact(row, "withheld"),
                        exact(row, "deposit_withheld"),
                        exact(row, "deposit_refund"),
                        exact(row, "chargebacks")));
    }

    List<Figures.Deposits> deposits(LocalDate date) {
        return list(
                DEPOSITS,
                date,
                row -> new Figures.Deposits(
                        row.getString("currency"),
                        row.getString("state"),
                        row.getLong("items"),
                        exact(row, "collected"),
                        exact(row, "refunded"),
                        exact(row, "forfeited"),
                        exact(row, "held"),
                        exact(row, "refund_today"),
                        exact(row, "collected_today"),
                        exact(row, "forfeited_today")));
    }

    private List<Figures.Payouts> payouts(LocalDate date) {
        return list(
                "select currency, value_date, count(*) as items, sum(amount_minor) as amount from payout"
                        + " where business_date = :date group by currency, value_date order by currency, value_date",
                date,
                row -> new Figures.Payouts(
                        row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3), exact(row, "amount")));
    }

    private Figures.PayoutResults payoutResults(LocalDate date) {
        return list(
                        "select coalesce(sum(case when state = 'PAID' then 1 else 0 end), 0) as paid,"
                                + " coalesce(sum(case when state in ('REJECTED', 'RETURNED') then 1 else 0 end), 0) as failed"
                                + " from payout where business_date > :monthAgo and business_date <= :date",
                        date,
                        row -> new Figures.PayoutResults(row.getLong(1), row.getLong(2)))
                .get(0);
    }

    private List<Figures.Cases> cases(LocalDate date) {
        return list(
                CASES,
                date,
                row -> new Figures.Cases(
                        row.getString("kind"),
                        row.getObject("opened_on", LocalDate.class),
                        row.getInt("is_open") == 1,
                        row.getString("currency"),
                        row.getLong("items"),
                        exact(row, "exposure")));
    }

    private List<Figures.Rejects> rejects(LocalDate date) {
        return list(
                "select reason, count(*) from reject where business_date = :date group by reason order by reason",
                date,
                row -> new Figures.Rejects(row.getString(1), row.getLong(2)));
    }

    private List<ControlTotal> controls(LocalDate date) {
        return list(
                "select boundary, side, item_count, amount_minor, currency, counterpart_count, counterpart_minor"
                        + " from control_total where business_date = :date order by position_no",
                date,
                row -> new ControlTotal(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7)));
    }

    @FunctionalInterface
    private interface Mapper<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, LocalDate date, Mapper<T> mapper) {
        List<T> rows = new ArrayList<>();
        reading.each(sql, date, row -> rows.add(mapper.of(row)));
        return rows;
    }

    private static long exact(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).longValueExact();
    }
}

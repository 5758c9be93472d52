package io.qingfen.reports.jdbc;

import io.qingfen.ledger.Account;
import io.qingfen.money.Currency;
import io.qingfen.reports.Statement;
import io.qingfen.reports.Statement.Line;
import io.qingfen.reports.Statement.Payout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What statements are made of, merchant range by merchant range; memory is bounded by a range. */
@Component
public class StatementRows {
    private static final String RANGE = " where business_date = :date and merchant_id >= :from and merchant_id <= :to";
    private static final List<String> LINES = io.qingfen.settlement.Line.columns();

    /** Parts of lines: merchant, currency, line, detail, count, amount; in the order of the statement's rows. */
    private static final List<String> PARTS = List.of(
            "select merchant_id, currency, line, channel as detail, sum(item_count) as items, sum(amount_minor) as minor"
                    + " from merchant_total" + RANGE + " and line in ('SALES', 'VOIDS', 'REFUNDS', 'CREDITS_WITHHELD')"
                    + " group by merchant_id, currency, line, channel order by merchant_id, currency, line, channel",
            "select merchant_id, currency, 'MERCHANT_FEES' as line, channel || ' ' || card_type || ' ' || fee_rule"
                    + " as detail, sum(item_count) as items, -sum(fee_minor) as minor from fee_total" + RANGE
                    + " group by merchant_id, currency, channel, card_type, fee_rule"
                    + " order by merchant_id, currency, channel, card_type, fee_rule",
            "select merchant_id, currency, case when kind = 'WITHHELD' then 'DEPOSIT_WITHHELD' else 'DEPOSIT_REFUND' end"
                    + " as line, terminal_id || ': ' || reason as detail, 0 as items,"
                    + " case when kind = 'WITHHELD' then -amount_minor else amount_minor end as minor from deposit_event"
                    + RANGE + " and kind in ('WITHHELD', 'REFUNDED', 'RETURNED')"
                    + " order by merchant_id, currency, terminal_id, event_no",
            "select merchant_id, currency, 'RESERVE_WITHHELD' as line, 'until ' || cast(release_on as varchar) as detail,"
                    + " 0 as items, -withheld_minor as minor from reserve_hold" + RANGE
                    + " order by merchant_id, currency",
            "select merchant_id, currency, 'RESERVE_RELEASED' as line, 'of ' || cast(business_date as varchar) as detail,"
                    + " 0 as items, withheld_minor as minor from reserve_hold where release_on = :date"
                    + " and merchant_id >= :from and merchant_id <= :to order by merchant_id, currency, business_date",
            "select merchant_id, currency, line, description as detail, 0 as items, case when credit_account = '"
                    + Account.MERCHANT_PAYABLE + "' || merchant_id then amount_minor else -amount_minor end as minor"
                    + " from money_move" + RANGE + " and line <> '' order by merchant_id, currency, move_key");

    private final Reading reading;

    StatementRows(Reading reading) {
        this.reading = reading;
    }

    /** Every merchant of the range (both ends included) with a position, in order of id; its currencies together. */
    public void each(LocalDate date, String from, String to, Consumer<List<Statement>> reader) {
        Map<String, Object> range = Map.of("date", date, "from", from, "to", to);
        Map<String, List<Line>> parts = parts(range);
        Map<String, Payout> payouts = payouts(range);
        Map<String, String> names = names(range);
        Map<String, List<Statement>> statements = new LinkedHashMap<>();
        reading.each("select * from position" + RANGE + " order by merchant_id, currency", range, row -> {
            String merchant = row.getString("merchant_id");
            statements
                    .computeIfAbsent(merchant, id -> new ArrayList<>())
                    .add(new Statement(
                            date,
                            merchant,
                            names.getOrDefault(merchant, ""),
                            Currency.of(row.getString("currency")),
                            Statement.lines(position(row), parts.getOrDefault(key(row), List.of())),
                            payouts.get(key(row)),
                            row.getLong("carried_forward_minor")));
        });
        statements.values().forEach(reader);
    }

    private Map<String, List<Line>> parts(Map<String, Object> range) {
        Map<String, List<Line>> parts = new HashMap<>();
        for (String sql : PARTS) {
            reading.each(
                    sql,
                    range,
                    row -> parts.computeIfAbsent(key(row), key -> new ArrayList<>())
                            .add(new Line(
                                    row.getString("line"),
                                    row.getString("detail"),
                                    exact(row, "items"),
                                    exact(row, "minor"))));
        }
        return parts;
    }

    private Map<String, Payout> payouts(Map<String, Object> range) {
        Map<String, Payout> payouts = new HashMap<>();
        reading.each(
                "select merchant_id, currency, payout_id, account_masked, value_date, amount_minor from payout" + RANGE,
                range,
                row -> payouts.put(
                        key(row),
                        new Payout(
                                row.getString("payout_id"),
                                row.getString("account_masked"),
                                row.getObject("value_date", LocalDate.class),
                                row.getLong("amount_minor"))));
        return payouts;
    }

    /** The shop's name as of the date. */
    private Map<String, String> names(Map<String, Object> range) {
        Map<String, String> names = new HashMap<>();
        reading.each(
                "select merchant_id, merchant_name from merchant_account where merchant_id >= :from"
                        + " and merchant_id <= :to and valid_from <= :date order by merchant_id, valid_from",
                range,
                row -> names.put(row.getString(1), row.getString(2)));
        return names;
    }

    private static Map<String, Long> position(ResultSet row) throws SQLException {
        Map<String, Long> lines = new LinkedHashMap<>();
        for (String line : LINES) {
            lines.put(line.toUpperCase(Locale.ROOT), row.getLong(line + "_minor"));
        }
        return lines;
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getString("merchant_id") + "|" + row.getString("currency");
    }

    private static long exact(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).longValueExact();
    }
}

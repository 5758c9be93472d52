package io.qingfen.explain.jdbc;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.BankFile;
import io.qingfen.explain.Books.DepositEvent;
import io.qingfen.explain.Books.DepositState;
import io.qingfen.explain.Books.FeeTotal;
import io.qingfen.explain.Books.Payout;
import io.qingfen.explain.Books.Total;
import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.settlement.AgentShare;
import io.qingfen.settlement.Decision;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Lines;
import io.qingfen.settlement.Position;
import io.qingfen.settlement.ReserveHold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A merchant's day: tables position, payout, merchant_total, fee_total, deposit_event. */
@Component
class StoredDays {
    private static final String OF_ACCOUNT = " where business_date = ? and merchant_id = ? and currency = ?";
    private static final String DEPOSITS =
            "select e.terminal_id, e.event_no, e.kind, e.amount_minor, e.reason, d.policy,"
                    + " d.state, d.activated_on, d.window_ends_on, d.amount_minor as deposit_minor, d.held_minor, d.counted_minor,"
                    + " d.next_threshold_minor from deposit_event e left join deposit_day d on d.business_date = e.business_date"
                    + " and d.terminal_id = e.terminal_id where e.business_date = ? and e.merchant_id = ? and e.currency = ?"
                    + " order by e.terminal_id, e.event_no";

    private final JdbcClient jdbc;

    StoredDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Position> positions(LocalDate date, String merchantId) {
        return jdbc.sql("select * from position where business_date = ? and merchant_id = ? order by currency")
                .params(date, merchantId)
                .query(StoredDays::position)
                .list();
    }

    private static Position position(ResultSet row, int number) throws SQLException {
        Lines lines = Lines.NONE;
        for (Line line : Line.values()) {
            lines = lines.plus(line, row.getLong(line.name().toLowerCase(Locale.ROOT) + "_minor"));
        }
        return new Position(
                row.getObject("business_date", LocalDate.class),
                row.getString("merchant_id"),
                Currency.of(row.getString("currency")),
                row.getLong("sales_count"),
                lines,
                Decision.valueOf(row.getString("decision")),
                row.getObject("value_date", LocalDate.class));
    }

    Optional<Payout> payout(Account account) {
        return jdbc.sql(
                        "select payout_id, amount_minor, account_name, account_masked, bank_code, bank_name, value_date,"
                                + " state from payout" + OF_ACCOUNT)
                .params(params(account))
                .query((row, n) -> new Payout(
                        row.getString(1),
                        account,
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        row.getString(8)))
                .optional();
    }

    List<Total> totals(Account account) {
        return jdbc.sql("select line, channel, kind, sum(item_count), sum(amount_minor) from merchant_total"
                        + OF_ACCOUNT + " group by line, channel, kind order by line, channel, kind")
                .params(params(account))
                .query((row, n) ->
                        new Total(row.getString(1), row.getString(2), row.getString(3), exact(row, 4), exact(row, 5)))
                .list();
    }

    List<FeeTotal> feeTotals(Account account) {
        return jdbc.sql("select channel, card_type, fee_rule, sum(item_count), sum(amount_minor), sum(fee_minor),"
                        + " sum(scheme_cost_minor) from fee_total" + OF_ACCOUNT
                        + " group by channel, card_type, fee_rule order by channel, card_type, fee_rule")
                .params(params(account))
                .query((row, n) -> new FeeTotal(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        exact(row, 4),
                        exact(row, 5),
                        exact(row, 6),
                        exact(row, 7)))
                .list();
    }

    List<DepositEvent> depositEvents(Account account) {
        return jdbc.sql(DEPOSITS)
                .params(params(account))
                .query((row, n) -> new DepositEvent(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        state(row)))
                .list();
    }

    private static Optional<DepositState> state(ResultSet row) throws SQLException {
        String policy = row.getString("policy");
        return policy == null
                ? Optional.empty()
                : Optional.of(new DepositState(
                        policy,
                        row.getString("state"),
                        row.getObject("activated_on", LocalDate.class),
                        row.getObject("window_ends_on", LocalDate.class),
                        row.getLong("deposit_minor"),
                        row.getLong("held_minor"),
                        row.getLong("counted_minor"),
                        row.getObject("next_threshold_minor", Long.class)));
    }

    List<String> holds(Account account) {
        return jdbc.sql(
                        "select p.cause, p.cause_id, p.detail, h.terminal_id, h.placed_by, h.business_date, h.until_date"
                                + " from position_hold p left join risk_hold h on h.hold_id = p.cause_id"
                                + " where p.business_date = ? and p.merchant_id = ? order by p.cause, p.cause_id")
                .params(account.date(), account.merchantId())
                .query((row, n) -> hold(row))
                .list();
    }

    private static String hold(ResultSet row) throws SQLException {
        if (row.getString("cause").equals("RISK_RULE")) {
            return "case " + row.getString("cause_id") + " is open: rule " + row.getString("detail");
        }
        String terminal = row.getString("terminal_id");
        String until = row.getString("until_date");
        return "hold " + row.getString("cause_id") + (terminal.isEmpty() ? "" : " on terminal " + terminal)
                + " since " + row.getString("business_date") + (until == null ? "" : ", up to and with " + until)
                + ", placed by " + row.getString("placed_by") + ": " + row.getString("detail");
    }

    /** @param on the column of the date: business_date of the withholding, or release_on */
    List<ReserveHold> reserves(Account account, String on) {
        return jdbc.sql("select business_date, base_minor, rate_ppm, withheld_minor, days from reserve_hold where " + on
                        + " = ? and merchant_id = ? and currency = ? order by business_date")
                .params(params(account))
                .query((row, n) -> new ReserveHold(
                        row.getObject(1, LocalDate.class),
                        account.merchantId(),
                        account.currency(),
                        row.getLong(2),
                        new Rate(row.getInt(3)),
                        row.getLong(4),
                        row.getInt(5)))
                .list();
    }

    Optional<AgentShare> agentShare(Account account) {
        return jdbc.sql("select agent_id, volume_minor, merchant_fees_minor, floor_rate_ppm, ratio_ppm from agent_share"
                        + OF_ACCOUNT)
                .params(params(account))
                .query((row, n) -> new AgentShare(
                        account.date(),
                        row.getString(1),
                        account.merchantId(),
                        account.currency(),
                        row.getLong(2),
                        row.getLong(3),
                        new Rate(row.getInt(4)),
                        new Rate(row.getInt(5))))
                .optional();
    }

    List<BankFile> bankFiles(Payout payout) {
        return jdbc.sql("select file_name, sha256, payouts, amount_minor from payout_file where business_date = ?"
                        + " and value_date = ? and currency = ? order by file_name")
                .params(
                        payout.account().date(),
                        payout.valueDate(),
                        payout.account().currency().code())
                .query((row, n) -> new BankFile(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4)))
                .list();
    }

    long payoutsBefore(Payout payout) {
        return jdbc.sql("select count(*) from payout where business_date = ? and value_date = ? and currency = ?"
                        + " and payout_id < ?")
                .params(
                        payout.account().date(),
                        payout.valueDate(),
                        payout.account().currency().code(),
                        payout.id())
                .query(Long.class)
                .single();
    }

    long salesBetween(String merchantId, Currency currency, LocalDate from, LocalDate to) {
        return jdbc.sql("select coalesce(sum(sales_minor + voids_minor + refunds_minor), 0) from position"
                        + " where merchant_id = ? and currency = ? and business_date >= ? and business_date < ?")
                .params(merchantId, currency.code(), from, to)
                .query((row, n) -> exact(row, 1))
                .single();
    }

    boolean isOpened(LocalDate date) {
        return count("select count(*) from business_day where business_date = ?", date) > 0;
    }

    boolean isFirst(LocalDate date) {
        return count("select count(*) from business_day where business_date < ?", date) == 0;
    }

    private long count(String sql, LocalDate date) {
        return jdbc.sql(sql).param(date).query(Long.class).single();
    }

    private static List<Object> params(Account account) {
        return List.of(account.date(), account.merchantId(), account.currency().code());
    }

    private static long exact(ResultSet row, int column) throws SQLException {
        return row.getBigDecimal(column).longValueExact();
    }
}

package io.qingfen.overview.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.overview.MerchantBooks;
import io.qingfen.run.OnlyServing;
import io.qingfen.settlement.Decision;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Lines;
import io.qingfen.settlement.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tables position, payout, merchant_account, deposit_day, deposit_event; whole pages by their keys. */
@OnlyServing
@Component
class StoredMerchantBooks implements MerchantBooks {
    private static final String POSITIONS =
            "select p.*, o.payout_id, o.state as payout_state, (select a.merchant_name from "
                    + "merchant_account a where a.merchant_id = p.merchant_id order by a.valid_from desc limit 1) as merchant_name "
                    + "from position p left join payout o on o.business_date = p.business_date "
                    + "and o.merchant_id = p.merchant_id and o.currency = p.currency where ";
    private static final String MERCHANTS = "select a.merchant_id, a.merchant_name, a.account_masked, a.bank_name, "
            + "a.valid_from from merchant_account a where a.valid_from = (select max(b.valid_from) from merchant_account b "
            + "where b.merchant_id = a.merchant_id) ";
    private final JdbcClient jdbc;
    private final TrialBalanceRows balances;

    StoredMerchantBooks(JdbcClient jdbc, TrialBalanceRows balances) {
        this.jdbc = jdbc;
        this.balances = balances;
    }

    @Override
    public List<Row> positions(LocalDate date, Wanted wanted) {
        StringBuilder where = new StringBuilder("p.business_date = ?");
        List<Object> values = new ArrayList<>(List.of(date));
        wanted.decision().ifPresent(decision -> {
            where.append(" and p.decision = ?");
            values.add(decision.name());
        });
        if (!wanted.merchantId().isEmpty()) {
            where.append(" and p.merchant_id like ? escape '!'");
            values.add(escaped(wanted.merchantId()) + "%");
        }
        after(wanted.after(), where, values);
        values.add(wanted.most());
        return jdbc.sql(POSITIONS + where + " order by p.merchant_id, p.currency limit ?")
                .params(values)
                .query(StoredMerchantBooks::row)
                .list();
    }

    private static void after(String last, StringBuilder where, List<Object> values) {
        int comma = last.indexOf(',');
        if (comma > 0) {
            where.append(" and (p.merchant_id, p.currency) > (?, ?)");
            values.add(last.substring(0, comma));
            values.add(last.substring(comma + 1));
        }
    }

    @Override
    public List<Row> positionsOf(String merchantId, int most) {
        return jdbc.sql(POSITIONS + "p.merchant_id = ? order by p.business_date desc, p.currency limit ?")
                .params(merchantId, most)
                .query(StoredMerchantBooks::row)
                .list();
    }

    @Override
    public Optional<Row> position(LocalDate date, String merchantId, String currency) {
        return jdbc.sql(POSITIONS + "p.business_date = ? and p.merchant_id = ? and p.currency = ?")
                .params(date, merchantId, currency)
                .query(StoredMerchantBooks::row)
                .optional();
    }

    private static Row row(ResultSet row, int no) throws SQLException {
        Lines lines = Lines.NONE;
        for (Line line : Line.values()) {
            lines = lines.plus(line, row.getLong(line.name().toLowerCase(Locale.ROOT) + "_minor"));
        }
        Position position = new Position(
                row.getObject("business_date", LocalDate.class),
                row.getString("merchant_id"),
                Currency.of(row.getString("currency")),
                row.getLong("sales_count"),
                lines,
                Decision.valueOf(row.getString("decision")),
                row.getObject("value_date", LocalDate.class));
        String payout = row.getString("payout_id");
        return new Row(
                position,
                text(row, "merchant_name"),
                payout == null ? id(position) : payout,
                text(row, "payout_state"));
    }

    /** The currency is always allowed in the id of a position that was not paid. */
    private static String id(Position position) {
        return "P" + position.businessDate().format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + position.merchantId()
                + "-" + position.currency().code();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    @Override
    public List<Merchant> merchants(String search, String after, int most) {
        return jdbc.sql(MERCHANTS + "and a.merchant_id > ? and (a.merchant_id like ? escape '!' "
                        + "or lower(a.merchant_name) like ? escape '!') order by a.merchant_id limit ?")
                .params(after, escaped(search) + "%", "%" + escaped(search.toLowerCase(Locale.ROOT)) + "%", most)
                .query(StoredMerchantBooks::merchant)
                .list();
    }

    @Override
    public Optional<Merchant> merchant(String id) {
        return jdbc.sql(MERCHANTS + "and a.merchant_id = ?")
                .param(id)
                .query(StoredMerchantBooks::merchant)
                .optional();
    }

    private static Merchant merchant(ResultSet row, int no) throws SQLException {
        return new Merchant(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class));
    }

    @Override
    public List<Deposit> deposits(String merchantId) {
        return jdbc.sql("select d.* from deposit_day d where d.merchant_id = ? and d.business_date = "
                        + "(select max(business_date) from deposit_day) order by d.terminal_id")
                .param(merchantId)
                .query(StoredMerchantBooks::deposit)
                .list();
    }

    private static Deposit deposit(ResultSet row, int no) throws SQLException {
        return new Deposit(
                row.getString("terminal_id"),
                row.getObject("business_date", LocalDate.class),
                row.getString("policy"),
                row.getString("state"),
                row.getObject("activated_on", LocalDate.class),
                row.getObject("window_ends_on", LocalDate.class),
                row.getString("currency"),
                row.getLong("amount_minor"),
                row.getLong("collected_minor"),
                row.getLong("refunded_minor"),
                row.getLong("forfeited_minor"),
                row.getLong("held_minor"),
                row.getLong("counted_minor"),
                row.getObject("next_threshold_minor", Long.class));
    }

    @Override
    public List<DepositEvent> depositEvents(String merchantId, int most) {
        return jdbc.sql("select business_date, terminal_id, kind, amount_minor, currency, reason from deposit_event "
                        + "where merchant_id = ? order by business_date desc, terminal_id, event_no limit ?")
                .params(merchantId, most)
                .query((row, no) -> new DepositEvent(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    @Override
    public List<Balance> trialBalance(LocalDate date) {
        return balances.grouped(date);
    }

    @Override
    public List<Balance> accounts(LocalDate date, String beginning, String after, int most) {
        return balances.accounts(date, escaped(beginning) + "%", after, most);
    }

    /** Nothing in it is a pattern. */
    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

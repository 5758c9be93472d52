package io.qingfen.scheme.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.reference.Channel;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.OwnItem;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the books say schemes owe: tables transactions, open_item and scheme_own. A transaction is expected once, on the
 * date on which its authorization was first seen: cleared then, or approved and in suspense; what clears it later is the
 * same transaction. Suspense that a reversal takes back on a later date is expected to be taken back by the scheme too.
 * What people settled of an unknown outcome is expected on the date that books it.
 */
@Component
public class OwnItems {
    private static final String CLEARED = "select t.transaction_id, t.txn_type, t.scheme_ref, t.rrn, t.terminal_id,"
            + " t.merchant_id, t.amount_minor, t.scheme_cost_minor, t.currency, t.txn_time, o.suspense_minor,"
            + " o.suspense_currency"
            + " from transactions t"
            + " join input_file f on f.file_no = t.authorization_file and f.business_date = t.business_date"
            + " left join open_item o on o.item_id = t.transaction_id and o.opened_on = t.business_date"
            + " and o.suspense_minor <> 0"
            + " where t.business_date = ? and t.channel = any(?)"
            + " and (t.disposition = 'SETTLED' or o.item_id is not null)";

    private static final String TAKEN_BACK = "select o.item_id, o.rrn, o.terminal_id, o.merchant_id, o.suspense_minor,"
            + " o.suspense_currency from open_item o join review_case c on c.case_id = o.case_id"
            + " where o.removed_on = ? and o.opened_on < o.removed_on and o.suspense_minor <> 0"
            + " and c.resolution = 'REVERSED' and c.closed_on = o.removed_on and o.channel = any(?)";

    /** Whether the card was charged was not known when it came; what people settled of it is expected from then on. */
    private static final String DECIDED = "select o.item_id, o.txn_type, o.rrn, o.terminal_id, o.merchant_id,"
            + " m.amount_minor, m.currency from money_move m"
            + " join review_case c on m.move_key = 'CASE|' || c.case_id || '|SETTLED'"
            + " join open_item o on o.case_id = c.case_id and o.removed_on = m.business_date"
            + " where m.business_date = ? and c.kind = 'UNKNOWN_OUTCOME' and o.channel = any(?)";

    private static final String LEFT = " from scheme_own"
            + " where source = ? and (standing = 'WAITING' or standing = 'OUTSTANDING' and business_date >= ?)";

    private static final int PORTION = 2_000;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate portions;

    OwnItems(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.portions = new JdbcTemplate(dataSource);
        portions.setFetchSize(PORTION);
    }

    /** Every transaction of the date that was cleared or came into suspense, one by one; within a transaction. */
    public void eachCleared(SchemeSource source, LocalDate date, Consumer<OwnItem> each) {
        portions.query(
                CLEARED,
                row -> {
                    each.accept(cleared(row, date));
                },
                date,
                channels(source));
    }

    /** What else came into the books on the date. */
    public List<OwnItem> others(SchemeSource source, LocalDate date) {
        List<OwnItem> items = new ArrayList<>();
        add(items, TAKEN_BACK, OwnItems::takenBack, date, channels(source));
        add(items, DECIDED, OwnItems::decided, date, channels(source));
        return items;
    }

    private static String[] channels(SchemeSource source) {
        return source.channels().stream().map(Channel::name).sorted().toArray(String[]::new);
    }

    /** One kind of item of a date. */
    @FunctionalInterface
    private interface Reading {
        OwnItem of(ResultSet row, LocalDate date) throws SQLException;
    }

    private void add(List<OwnItem> items, String sql, Reading reading, LocalDate date, String[] channels) {
        jdbc.query(
                sql,
                row -> {
                    items.add(reading.of(row, date));
                },
                date,
                channels);
    }

    /** How many {@link #left} gives. */
    public long countLeft(SchemeSource source, LocalDate outstandingSince) {
        return jdbc.queryForObject("select count(*)" + LEFT, Long.class, source.name(), outstandingSince);
    }

    /** What earlier dates left: waiting, or outstanding since this date or a later one. */
    public List<Side<OwnItem>> left(SchemeSource source, LocalDate outstandingSince) {
        return jdbc.query(
                "select transaction_id, business_date, txn_type, scheme_ref, rrn, terminal_id, merchant_id,"
                        + " amount_minor, cost_minor, currency, txn_time, standing, case_id" + LEFT,
                (row, n) -> SchemeRows.side(row, kept(row)),
                source.name(),
                outstandingSince);
    }

    private static OwnItem kept(ResultSet row) throws SQLException {
        return new OwnItem(
                row.getString("transaction_id"),
                row.getObject("business_date", LocalDate.class),
                TxnType.valueOf(row.getString("txn_type")),
                row.getString("scheme_ref"),
                row.getString("rrn"),
                row.getString("terminal_id"),
                row.getString("merchant_id"),
                row.getLong("amount_minor"),
                SchemeRows.longOrNull(row, "cost_minor"),
                Currency.of(row.getString("currency")),
                row.getLong("txn_time"));
    }

    private static OwnItem cleared(ResultSet row, LocalDate date) throws SQLException {
        TxnType type = TxnType.valueOf(row.getString("txn_type"));
        Long suspense = SchemeRows.longOrNull(row, "suspense_minor");
        long amount = row.getLong("amount_minor");
        long signed = type.side() == TxnType.Side.DEBIT ? amount : -amount;
        return new OwnItem(
                row.getString("transaction_id"),
                date,
                type,
                row.getString("scheme_ref"),
                row.getString("rrn"),
                row.getString("terminal_id"),
                row.getString("merchant_id"),
                suspense == null ? signed : suspense,
                SchemeRows.longOrNull(row, "scheme_cost_minor"),
                Currency.of(row.getString(suspense == null ? "currency" : "suspense_currency")),
                row.getLong("txn_time"));
    }

    private static OwnItem takenBack(ResultSet row, LocalDate date) throws SQLException {
        return new OwnItem(
                row.getString("item_id"),
                date,
                TxnType.REVERSAL,
                "",
                row.getString("rrn"),
                row.getString("terminal_id"),
                row.getString("merchant_id"),
                Math.negateExact(row.getLong("suspense_minor")),
                null,
                Currency.of(row.getString("suspense_currency")),
                date.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
    }

    private static OwnItem decided(ResultSet row, LocalDate date) throws SQLException {
        TxnType type = TxnType.valueOf(row.getString("txn_type"));
        long amount = row.getLong("amount_minor");
        return new OwnItem(
                row.getString("item_id"),
                date,
                type,
                "",
                row.getString("rrn"),
                row.getString("terminal_id"),
                row.getString("merchant_id"),
                type.side() == TxnType.Side.DEBIT ? amount : -amount,
                null,
                Currency.of(row.getString("currency")),
                date.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
    }
}

package io.qingfen.explain.jdbc;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.Cleared;
import io.qingfen.explain.Books.Effect;
import io.qingfen.explain.Books.Sum;
import io.qingfen.explain.Books.Transaction;
import io.qingfen.intake.Source;
import io.qingfen.money.Currency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables transactions and clearing_effect. */
@Component
class StoredTransactions {
    private static final String CLEARED =
            " from transactions where business_date = ? and merchant_id = ? and currency = ?"
                    + " and disposition = 'SETTLED' and txn_type = any(?) and channel like ?";
    private static final String CREDITS = "('VOID', 'COMPLETION_VOID', 'REFUND')";
    private static final String SUM = "select count(*),"
            + " coalesce(sum(case when txn_type in " + CREDITS + " then -amount_minor else amount_minor end), 0),"
            + " coalesce(sum(fee_minor), 0), coalesce(sum(scheme_cost_minor), 0), coalesce(sum(net_minor), 0)";

    private final JdbcClient jdbc;

    StoredTransactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Transaction> settled(Cleared cleared, String afterId, int most) {
        List<Object> params = params(cleared);
        params.add(afterId);
        return jdbc.sql("select *" + CLEARED + " and transaction_id > ? order by transaction_id fetch first " + most
                        + " rows only")
                .params(params)
                .query(StoredTransactions::transaction)
                .list();
    }

    Sum settledSum(Cleared cleared) {
        return jdbc.sql(SUM + CLEARED)
                .params(params(cleared))
                .query((row, n) -> new Sum(row.getLong(1), exact(row, 2), exact(row, 3), exact(row, 4), exact(row, 5)))
                .single();
    }

    private static List<Object> params(Cleared cleared) {
        List<Object> params = new ArrayList<>();
        params.add(cleared.account().date());
        params.add(cleared.account().merchantId());
        params.add(cleared.account().currency().code());
        params.add(cleared.types().stream().sorted().toArray(String[]::new));
        params.add(cleared.channel().isEmpty() ? "%" : cleared.channel());
        return params;
    }

    /** The dates on which it can have been judged: that of its file, and those on which it began or ended to wait. */
    List<Transaction> all(String id, Optional<LocalDate> usedOn) {
        List<LocalDate> dates = new ArrayList<>(jdbc.sql("select opened_on from open_item where item_id = ?"
                        + " union select removed_on from open_item where item_id = ? and removed_on is not null")
                .params(id, id)
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list());
        usedOn.ifPresent(dates::add);
        return dates.stream()
                .distinct()
                .sorted()
                .flatMap(date -> one(id, date).stream())
                .toList();
    }

    Optional<Transaction> one(String id, LocalDate date) {
        return jdbc.sql("select * from transactions where business_date = ? and transaction_id = ?")
                .params(date, id)
                .query(StoredTransactions::transaction)
                .optional();
    }

    List<Transaction> using(Source authorization, String merchantId, String rrn) {
        return jdbc.sql("select * from transactions where merchant_id = ? and rrn = ? and authorization_file = ?"
                        + " and authorization_line = ? order by business_date, transaction_id")
                .params(merchantId, rrn, authorization.file(), authorization.line())
                .query(StoredTransactions::transaction)
                .list();
    }

    /** Follow-ups of one date take effect in the order of their captures. */
    List<Effect> effects(String originalId, LocalDate originalDate) {
        return jdbc.sql("select e.business_date, e.kind, e.item_id, e.amount_minor, e.fee_minor, e.cost_minor"
                        + " from clearing_effect e left join transactions t on t.business_date = e.business_date"
                        + " and t.transaction_id = e.item_id where e.original_id = ? and e.original_date = ?"
                        + " order by e.business_date, t.capture_file, t.capture_line, e.item_id")
                .params(originalId, originalDate)
                .query((row, n) -> new Effect(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }

    private static Transaction transaction(ResultSet row, int number) throws SQLException {
        return new Transaction(
                new Account(
                        row.getObject("business_date", LocalDate.class),
                        row.getString("merchant_id"),
                        Currency.of(row.getString("currency"))),
                row.getString("transaction_id"),
                row.getString("terminal_id"),
                row.getString("batch_no"),
                row.getString("trace_no"),
                row.getString("rrn"),
                row.getString("txn_type"),
                row.getString("channel"),
                row.getString("card_type"),
                row.getLong("amount_minor"),
                row.getString("response_code"),
                row.getString("match_status"),
                row.getString("matched_by"),
                row.getString("disposition"),
                row.getObject("fee_minor", Long.class),
                row.getString("fee_rule"),
                row.getObject("scheme_cost_minor", Long.class),
                row.getObject("net_minor", Long.class),
                row.getString("entry_mode"),
                row.getString("original_id"),
                row.getObject("original_date", LocalDate.class),
                source(row, "capture"),
                source(row, "authorization"));
    }

    private static Source source(ResultSet row, String side) throws SQLException {
        int file = row.getInt(side + "_file");
        return row.wasNull() ? null : new Source(file, row.getInt(side + "_line"));
    }

    private static long exact(ResultSet row, int column) throws SQLException {
        return row.getBigDecimal(column).longValueExact();
    }
}

package io.qingfen.overview.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.overview.TransactionList;
import io.qingfen.run.OnlyServing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table transactions with the names of the input files. No index is made for it: of a date there are those by id, by
 * reference number and by terminal, and the summary by merchant; everything else goes through the date once.
 */
@OnlyServing
@Component
class StoredTransactionList implements TransactionList {
    private static final Pattern ID = Pattern.compile("[CA][0-9]{8}-.*");

    /**
     * The planner does not look through this, and goes through the date once. Without it a few rows among a million took
     * a second and more, most likely along the index by id: it takes them for not so few.
     */
    private static final String FEW = "offset 0";

    private static final String NAMED = """
            select t.*, cf.file_name as capture_name, af.file_name as authorization_name
              from (select * from (select * from transactions where %s %s) found
                     order by business_date desc, transaction_id limit ?) t
              left join input_file cf on cf.file_no = t.capture_file
              left join input_file af on af.file_no = t.authorization_file
             order by t.business_date desc, t.transaction_id
            """;

    private final JdbcClient jdbc;

    StoredTransactionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Conditions with their values, in order. */
    private static final class Where {
        private final List<String> conditions = new ArrayList<>(List.of("true"));
        private final List<Object> values = new ArrayList<>();

        void add(String condition, Object... more) {
            conditions.add(condition);
            values.addAll(List.of(more));
        }

        void text(String column, String value) {
            if (!value.isEmpty()) {
                add(column + " = ?", value);
            }
        }
    }

    @Override
    public List<Row> list(Wanted wanted) {
        Where where = new Where();
        if (wanted.date() != null) {
            where.add("business_date = ?", wanted.date());
        }
        where.text("merchant_id", wanted.merchantId());
        where.text("terminal_id", wanted.terminalId());
        where.text("txn_type", wanted.type());
        where.text("disposition", wanted.disposition());
        where.text("match_status", wanted.status());
        where.text("currency", wanted.currency());
        where.text(columnOf(wanted.reference()), wanted.reference());
        if (wanted.amount() != null) {
            String[] codes =
                    wanted.amount().currencies().stream().map(Currency::code).toArray(String[]::new);
            where.add("amount_minor = ? and currency = any(?)", wanted.amount().minor(), codes);
        }
        after(wanted, where);
        where.values.add(wanted.most());
        return jdbc.sql(NAMED.formatted(String.join(" and ", where.conditions), areFew(wanted) ? FEW : ""))
                .params(where.values)
                .query(StoredTransactionList::row)
                .list();
    }

    /** What is asked for has no index, and may be too rare for the figures of the planner. */
    private static boolean areFew(Wanted wanted) {
        return wanted.amount() != null
                || !wanted.status().isEmpty()
                || columnOf(wanted.reference()).equals("trace_no");
    }

    /** Each has an index of its own in every date but the trace number, which is told by its length. */
    private static String columnOf(String reference) {
        if (ID.matcher(reference).matches()) {
            return "transaction_id";
        }
        return !reference.isEmpty() && reference.length() <= Wanted.LONGEST_TRACE ? "trace_no" : "rrn";
    }

    private static void after(Wanted wanted, Where where) {
        Key last = wanted.after();
        if (last == null) {
            return;
        }
        if (last.date().equals(wanted.date())) {
            where.add("transaction_id > ?", last.id());
        } else {
            where.add(
                    "(business_date < ? or business_date = ? and transaction_id > ?)",
                    last.date(),
                    last.date(),
                    last.id());
        }
    }

    @Override
    public Optional<LocalDate> lastDate() {
        return jdbc.sql("select max(business_date) from business_day where state in ('CLOSED', 'FAILED', 'OPEN')")
                .query((row, no) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    private static Row row(ResultSet row, int no) throws SQLException {
        return new Row(
                row.getObject("business_date", LocalDate.class),
                row.getString("transaction_id"),
                row.getString("merchant_id"),
                row.getString("terminal_id"),
                row.getString("batch_no"),
                row.getString("trace_no"),
                row.getString("rrn"),
                row.getString("txn_type"),
                row.getString("channel"),
                row.getString("card_type"),
                row.getLong("amount_minor"),
                row.getString("currency"),
                row.getString("response_code"),
                row.getString("match_status"),
                row.getString("matched_by"),
                row.getString("disposition"),
                row.getObject("fee_minor", Long.class),
                row.getString("fee_rule"),
                row.getObject("scheme_cost_minor", Long.class),
                row.getObject("net_minor", Long.class),
                LocalDateTime.ofEpochSecond(row.getLong("txn_time"), 0, ZoneOffset.UTC),
                source(row, "capture"),
                source(row, "authorization"));
    }

    private static String source(ResultSet row, String side) throws SQLException {
        String name = row.getString(side + "_name");
        return name == null ? "" : name + ":" + row.getInt(side + "_line");
    }
}

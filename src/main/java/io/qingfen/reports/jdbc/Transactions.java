package io.qingfen.reports.jdbc;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.reports.TransactionFragment;
import io.qingfen.run.CsvRows;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The transactions of a date, piece by piece. */
@Component
public class Transactions {
    public static final String HEADER = "transaction_id,business_date,merchant_id,terminal_id,batch_no,trace_no,rrn,"
            + "txn_type,channel,card_type,amount,currency,response_code,match_status,matched_by,disposition,fee,"
            + "fee_rule,scheme_cost,net,capture_source,authorization_source";

    private static final String FRAGMENTS = """
            select fragment, min(terminal) as first_terminal, max(terminal) as last_terminal, sum(items) as items
            from (
              select merchant_id || '/' || terminal_id as terminal, items,
                cast(sum(items) over (order by merchant_id, terminal_id) - items as bigint) / :size as fragment
              from (
                select merchant_id, terminal_id, count(*) as items from transactions
                where business_date = :date group by merchant_id, terminal_id
              ) counted
            ) placed
            group by fragment order by fragment
            """;

    /** Indexes of columns below; the bounds stand twice so that an index on merchant_id serves. */
    private static final String ROWS = """
            select transaction_id, merchant_id, terminal_id, batch_no, trace_no, rrn, txn_type, channel, card_type,
              amount_minor, currency, response_code, match_status, matched_by, disposition, fee_minor, fee_rule,
              scheme_cost_minor, net_minor, capture_file, capture_line, authorization_file, authorization_line
            from transactions
            where business_date = :date and merchant_id >= :fromMerchant and merchant_id <= :toMerchant
              and (merchant_id > :fromMerchant or terminal_id >= :fromTerminal)
              and (merchant_id < :toMerchant or terminal_id <= :toTerminal)
            order by merchant_id, terminal_id, batch_no, trace_no, rrn, txn_type, transaction_id
            """;

    private final Reading reading;

    Transactions(Reading reading) {
        this.reading = reading;
    }

    /** Decides where the rows of a piece go. */
    @FunctionalInterface
    public interface Target {
        /** @param row of the date, from 0, in the order of the file */
        CsvRows of(long row) throws IOException;
    }

    public long count(LocalDate businessDate) {
        AtomicLong count = new AtomicLong();
        reading.each(
                "select count(*) from transactions where business_date = :date",
                businessDate,
                row -> count.set(row.getLong(1)));
        return count.get();
    }

    /**
     * Divides the date into pieces of about so many rows; a terminal is never divided.
     *
     * @param inParts whether the file will be written in parts
     */
    public List<TransactionFragment> fragments(LocalDate businessDate, long size, boolean inParts) {
        List<TransactionFragment> fragments = new ArrayList<>();
        AtomicLong next = new AtomicLong();
        reading.each(FRAGMENTS, Map.of("date", businessDate, "size", size), row -> {
            long rows = row.getBigDecimal("items").longValueExact();
            fragments.add(new TransactionFragment(
                    fragments.size(),
                    next.getAndAdd(rows),
                    rows,
                    row.getString("first_terminal"),
                    row.getString("last_terminal"),
                    inParts));
        });
        return fragments;
    }

    /** @throws IllegalStateException when the rows are not those that were counted */
    public void write(LocalDate businessDate, TransactionFragment fragment, Target target) {
        InputNames inputs = reading.inputNames(businessDate);
        String date = businessDate.toString();
        AtomicLong next = new AtomicLong(fragment.firstRow());
        Map<String, Object> bounds = Map.of(
                "date", businessDate,
                "fromMerchant", fragment.fromMerchant(),
                "fromTerminal", fragment.fromTerminal(),
                "toMerchant", fragment.toMerchant(),
                "toTerminal", fragment.toTerminal());
        reading.each(ROWS, bounds, row -> write(row, date, inputs, target.of(next.getAndIncrement())));
        long written = next.get() - fragment.firstRow();
        if (written != fragment.rows()) {
            throw new IllegalStateException("transactions of " + businessDate + " from " + fragment.from() + " to "
                    + fragment.to() + ": counted " + fragment.rows() + ", read " + written);
        }
    }

    private static void write(ResultSet row, String date, InputNames inputs, CsvRows cells)
            throws SQLException, IOException {
        int digits = Currency.of(row.getString(11)).digits();
        cells.code(row.getString(1)).code(date);
        for (int column = 2; column <= 9; column++) {
            cells.code(row.getString(column));
        }
        cells.number(Amounts.format(row.getLong(10), digits));
        for (int column = 11; column <= 15; column++) {
            cells.code(row.getString(column));
        }
        amount(row, 16, digits, cells);
        cells.code(row.getString(17));
        amount(row, 18, digits, cells);
        amount(row, 19, digits, cells);
        cells.code(inputs.source(row.getInt(20), row.getInt(21)));
        cells.code(inputs.source(row.getInt(22), row.getInt(23)));
        cells.end();
    }

    private static void amount(ResultSet row, int column, int digits, CsvRows cells) throws SQLException {
        long minor = row.getLong(column);
        cells.number(row.wasNull() ? null : Amounts.format(minor, digits));
    }
}

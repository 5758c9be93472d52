package io.qingfen.reports.jdbc;

import io.qingfen.reports.ItemSums;
import io.qingfen.reports.TransactionFragment;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The transactions of a date, piece by piece. */
@Component
public class Transactions {
    public static final String HEADER = "transaction_id,business_date,merchant_id,terminal_id,batch_no,trace_no,rrn,"
            + "txn_type,channel,card_type,amount,currency,response_code,match_status,matched_by,disposition,fee,"
            + "fee_rule,scheme_cost,net,capture_source,authorization_source";

    /** Rows of a piece that are sorted in memory at most: some 25 MB for each worker, of which there may be many. */
    private static final long SORTED_HERE = 100_000;

    private static final String FRAGMENTS = """
            select fragment, min(terminal) as first_terminal, max(terminal) as last_terminal, sum(items) as items,
              max(all_items) as all_items
            from (
              select merchant_id || '/' || terminal_id as terminal, items, all_items,
                cast(before_it as bigint) / greatest(:least, cast(all_items as bigint) / :most + 1) as fragment
              from (
                select merchant_id, terminal_id, items, sum(items) over () as all_items,
                  sum(items) over (order by merchant_id, terminal_id) - items as before_it
                from (
                  select merchant_id, terminal_id, count(*) as items from transactions
                  where business_date = :date group by merchant_id, terminal_id
                ) counted
              ) summed
            ) placed
            group by fragment order by fragment
            """;

    /**
     * Indexes of columns below; the bounds of merchants stand twice so that an index on merchant_id serves. The date is
     * a range, since for an equal date H2 takes the index by date and reads all of its rows for each piece.
     */
    private static final String ROWS = """
            select transaction_id, merchant_id, terminal_id, batch_no, trace_no, rrn, txn_type, channel, card_type,
              amount_minor, currency, response_code, match_status, matched_by, disposition, fee_minor, fee_rule,
              scheme_cost_minor, net_minor, capture_file, capture_line, authorization_file, authorization_line, txn_time
            from transactions
            where business_date >= :date and business_date <= :date
              and merchant_id >= :fromMerchant and merchant_id <= :toMerchant
              and (merchant_id > :fromMerchant or terminal_id >= :fromTerminal)
              and (merchant_id < :toMerchant or terminal_id <= :toTerminal)
            """;

    private static final String IN_ORDER =
            " order by merchant_id, terminal_id, batch_no, trace_no, rrn, txn_type, transaction_id";

    private final Reading reading;
    private final long sortedHere;

    @Autowired
    Transactions(Reading reading) {
        this(reading, SORTED_HERE);
    }

    /** @param sortedHere pieces of more rows are put in order by the database */
    Transactions(Reading reading, long sortedHere) {
        this.reading = reading;
        this.sortedHere = sortedHere;
    }

    /** Takes the lines of a piece, in order. */
    @FunctionalInterface
    public interface Target {
        /** @param row of the date, from 0, in the order of the file */
        void line(long row, byte[] bytes, int from, int length) throws IOException;
    }

    /**
     * Divides the date into pieces of about so many rows, and no more than {@code most}; a terminal is never divided.
     *
     * @param plainRows more rows of the date are written in parts
     */
    public List<TransactionFragment> fragments(LocalDate businessDate, long size, long most, long plainRows) {
        List<TransactionFragment> fragments = new ArrayList<>();
        AtomicLong next = new AtomicLong();
        reading.each(FRAGMENTS, Map.of("date", businessDate, "least", size, "most", most), row -> {
            long rows = row.getBigDecimal("items").longValueExact();
            fragments.add(new TransactionFragment(
                    fragments.size(),
                    next.getAndAdd(rows),
                    rows,
                    row.getString("first_terminal"),
                    row.getString("last_terminal"),
                    row.getBigDecimal("all_items").longValueExact() > plainRows));
        });
        return fragments;
    }

    /**
     * Nearly all pieces are read as their rows stand, which is nearly in order, and sorted here; only what would take
     * too much memory is sorted by the database, which costs it more than reading the rows.
     *
     * @return the sums of what was written
     * @throws IllegalStateException when the rows are not those that were counted
     */
    public ItemSums write(LocalDate businessDate, TransactionFragment fragment, Target target) throws IOException {
        boolean here = fragment.rows() <= sortedHere;
        TransactionLines lines =
                new TransactionLines(businessDate, fragment, target, here, reading.inputNames(businessDate));
        Map<String, Object> bounds = Map.of(
                "date", businessDate,
                "fromMerchant", fragment.fromMerchant(),
                "fromTerminal", fragment.fromTerminal(),
                "toMerchant", fragment.toMerchant(),
                "toTerminal", fragment.toTerminal());
        reading.each(here ? ROWS : ROWS + IN_ORDER, bounds, lines::row);
        return lines.finish();
    }
}

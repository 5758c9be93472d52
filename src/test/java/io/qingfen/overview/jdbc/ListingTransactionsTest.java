package io.qingfen.overview.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.money.Currency;
import io.qingfen.overview.TransactionList;
import io.qingfen.overview.TransactionList.Amount;
import io.qingfen.overview.TransactionList.Key;
import io.qingfen.overview.TransactionList.Row;
import io.qingfen.overview.TransactionList.Wanted;
import io.qingfen.run.Dialect;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class ListingTransactionsTest {
    private static final LocalDate MON = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUE = MON.plusDays(1);
    private final JdbcTemplate jdbc;
    private final Dialect dialect;
    private final TransactionList transactions;

    ListingTransactionsTest(TestDatabase database) {
        jdbc = new JdbcTemplate(database.fresh());
        dialect = database.dialect();
        transactions = new StoredTransactionList(JdbcClient.create(jdbc));
    }

    @BeforeEach
    void judgeTwoDates() {
        jdbc.update(
                "insert into input_file values (7, ?, 'TERMINAL_BATCHES', ?, 1, 'terminal-batches_20260302_01.csv', '',"
                        + " 1, 9, 9, 1, 1, '0', 'ROUTED')",
                MON,
                MON);
        for (LocalDate date : List.of(MON, TUE)) {
            dialect.createDatePartition(jdbc, date);
            jdbc.update(
                    "insert into business_day (business_date, state, opened_at) values (?, 'CLOSED', current_timestamp)",
                    date);
        }
        row(MON, "C20260302-01-2", "M1", "T1", "000101", "700000000001", "SALE", 4_500, "CNY", "MATCHED", 7);
        row(MON, "C20260302-01-3", "M1", "T2", "000102", "700000000002", "REFUND", 4_500, "JPY", "MATCHED", 7);
        row(MON, "C20260302-01-4", "M2", "T3", "000103", "", "SALE", 900, "CNY", "ORPHAN_CAPTURE", 7);
        row(
                TUE,
                "A20260303-01-2",
                "M2",
                "T3",
                "000101",
                "700000000001",
                "SALE",
                900,
                "CNY",
                "ORPHAN_AUTHORIZATION",
                null);
    }

    private void row(
            LocalDate date,
            String id,
            String merchant,
            String terminal,
            String trace,
            String rrn,
            String type,
            long amount,
            String currency,
            String status,
            Integer file) {
        boolean settled = status.equals("MATCHED");
        Long fee = settled ? 23L : null;
        jdbc.update(
                "insert into transactions (business_date, transaction_id, merchant_id, terminal_id, batch_no, trace_no,"
                        + " rrn, txn_type, channel, card_type, amount_minor, currency, response_code, match_status,"
                        + " matched_by, disposition, fee_minor, fee_rule, scheme_cost_minor, net_minor, txn_time,"
                        + " entry_mode, scheme_ref, capture_file, capture_line) values (?, ?, ?, ?, '000001', ?, ?, ?,"
                        + " 'UNIONPAY', 'DEBIT', ?, ?, '00', ?, 'K1', ?, ?, '', ?, ?, 1772442000, '', '', ?, ?)",
                date,
                id,
                merchant,
                terminal,
                trace,
                rrn,
                type,
                amount,
                currency,
                status,
                settled ? "SETTLED" : "HELD",
                fee,
                fee,
                settled ? amount - 23 : null,
                file,
                file == null ? null : 12);
    }

    /** Nothing asked for but a date; each test changes what it is about. */
    private static Wanted of(LocalDate date) {
        return new Wanted(date, "", "", "", "", "", null, "", "", null, 10);
    }

    private static Wanted reference(LocalDate date, String reference) {
        return new Wanted(date, "", "", "", "", "", null, "", reference, null, 10);
    }

    private List<String> ids(Wanted wanted) {
        return transactions.list(wanted).stream().map(Row::id).toList();
    }

    @Test
    void showsWhatADateJudgedWithTheLinesItCameFrom() {
        Row first = transactions.list(of(MON)).get(0);
        assertThat(first)
                .isEqualTo(new Row(
                        MON,
                        "C20260302-01-2",
                        "M1",
                        "T1",
                        "000001",
                        "000101",
                        "700000000001",
                        "SALE",
                        "UNIONPAY",
                        "DEBIT",
                        4_500,
                        "CNY",
                        "00",
                        "MATCHED",
                        "K1",
                        "SETTLED",
                        23L,
                        "",
                        23L,
                        4_477L,
                        LocalDateTime.of(2026, 3, 2, 9, 0),
                        "terminal-batches_20260302_01.csv:12",
                        ""));
        Row alone = transactions.list(of(TUE)).get(0);
        assertThat(alone.feeMinor()).isNull();
        assertThat(alone.captureSource()).isEmpty();
        assertThat(transactions.lastDate()).contains(TUE);
    }

    @Test
    void findsByEachPartThatIsAskedFor() {
        assertThat(ids(of(MON))).containsExactly("C20260302-01-2", "C20260302-01-3", "C20260302-01-4");
        assertThat(ids(new Wanted(MON, "M1", "", "", "", "", null, "", "", null, 10)))
                .hasSize(2);
        assertThat(ids(new Wanted(MON, "M1", "T2", "", "", "", null, "", "", null, 10)))
                .containsExactly("C20260302-01-3");
        assertThat(ids(new Wanted(MON, "", "", "SALE", "", "", null, "", "", null, 10)))
                .containsExactly("C20260302-01-2", "C20260302-01-4");
        assertThat(ids(new Wanted(MON, "", "", "", "HELD", "", null, "", "", null, 10)))
                .containsExactly("C20260302-01-4");
        assertThat(ids(new Wanted(MON, "", "", "", "", "AMBIGUOUS", null, "", "", null, 10)))
                .isEmpty();
        assertThat(ids(new Wanted(MON, "", "", "", "", "", null, "JPY", "", null, 10)))
                .containsExactly("C20260302-01-3");
        Amount yuan = new Amount(4_500, Currency.withDigits(2));
        assertThat(ids(new Wanted(MON, "", "", "", "", "", yuan, "", "", null, 10)))
                .as("45.00 is no amount of yen")
                .containsExactly("C20260302-01-2");
    }

    @Test
    void aReferenceIsAnIdATraceNumberOrAReferenceNumber() {
        assertThat(ids(reference(null, "700000000001"))).containsExactly("A20260303-01-2", "C20260302-01-2");
        assertThat(ids(reference(MON, "700000000001"))).containsExactly("C20260302-01-2");
        assertThat(ids(reference(null, "C20260302-01-4"))).containsExactly("C20260302-01-4");
        assertThat(ids(reference(MON, "000101"))).containsExactly("C20260302-01-2");
        assertThat(ids(reference(MON, "%"))).isEmpty();
    }

    @Test
    void turnsPagesWithinADateAndOverDates() {
        for (LocalDate date : new LocalDate[] {MON, null}) {
            List<String> whole = ids(of(date));
            List<String> paged = new ArrayList<>();
            Key after = null;
            List<Row> page = transactions.list(new Wanted(date, "", "", "", "", "", null, "", "", null, 2));
            while (!page.isEmpty() && paged.size() < 9) {
                page.forEach(one -> paged.add(one.id()));
                after = page.get(page.size() - 1).key();
                page = transactions.list(new Wanted(date, "", "", "", "", "", null, "", "", after, 2));
            }
            assertThat(paged).hasSize(date == null ? 4 : 3).isEqualTo(whole);
        }
    }
}

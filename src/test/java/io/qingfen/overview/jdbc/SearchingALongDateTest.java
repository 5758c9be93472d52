package io.qingfen.overview.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.AskedManyTimes;
import io.qingfen.TestDatabase;
import io.qingfen.money.Currency;
import io.qingfen.overview.TransactionList;
import io.qingfen.overview.TransactionList.Amount;
import io.qingfen.overview.TransactionList.Key;
import io.qingfen.overview.TransactionList.Wanted;
import io.qingfen.run.Dialect;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a page of a date's transactions takes on PostgreSQL, with the indexes that a night leaves and no other. Every
 * build asks a short date; {@code mvn test -Dtest=SearchingALongDateTest -Dqingfen.transactions=1000000} the one that was
 * promised, and prints what it measured.
 */
class SearchingALongDateTest {
    private static final int ROWS = Integer.getInteger("qingfen.transactions", 2_000);
    private static final int ROUNDS = 40;
    private static final int PAGE = 201;
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

    private final JdbcTemplate books = new JdbcTemplate(TestDatabase.POSTGRESQL.fresh());
    private final TransactionList transactions = new StoredTransactionList(JdbcClient.create(books));

    /** A thousand merchants of five terminals whose rows stand together; one row of 50 is held, some verdicts are rare. */
    private void fill() {
        Dialect.POSTGRESQL.createDatePartition(books, DATE);
        Dialect.POSTGRESQL.createDatePartition(books, DATE.plusDays(1));
        books.update(
                "insert into input_file values (7, ?, 'TERMINAL_BATCHES', ?, 1, 'terminal-batches_20260302_01.csv',"
                        + " '', 1, 9, 9, 1, 1, '0', 'ROUTED')",
                DATE,
                DATE);
        books.update("""
                insert into transactions (business_date, transaction_id, merchant_id, terminal_id, batch_no, trace_no,
                       rrn, txn_type, channel, card_type, amount_minor, currency, response_code, match_status,
                       matched_by, disposition, fee_minor, fee_rule, scheme_cost_minor, net_minor, txn_time,
                       entry_mode, scheme_ref, capture_file, capture_line, authorization_file, authorization_line)
                select ?, 'C20260302-01-' || n, 'M' || lpad((n * 1000 / ?)::text, 14, '0'),
                       lpad((n * 5000 / ?)::text, 8, '0'), '000001', lpad((n % 1000000)::text, 6, '0'),
                       lpad((n * 7919 % 1000003)::text, 12, '6'),
                       case when n % 40 = 0 then 'REFUND' when n % 97 = 0 then 'VOID' else 'SALE' end,
                       case n % 3 when 0 then 'UNIONPAY' when 1 then 'WECHAT' else 'ALIPAY' end, 'DEBIT',
                       case when n % 60 = 0 then 10000 else n * 7919 % 100003 + 1 end,
                       case when n % 100 = 0 then 'HKD' else 'CNY' end, '00',
                       case when n % 20000 = 7 then 'CARD_MISMATCH' when n % 50 = 0 then 'ORPHAN_CAPTURE'
                            else 'MATCHED' end, 'K1',
                       case when n % 20000 = 7 or n % 50 = 0 then 'HELD' else 'SETTLED' end,
                       38, 'debit', 20, n % 100003, 1772442000 + n % 86400, '07', 'U' || n, 7, n % 900000, null, null
                  from generate_series(1::bigint, ?) n
                """, DATE, (long) ROWS, (long) ROWS, (long) ROWS);
        books.execute(
                "select summary_of_transactions_completed(date '2026-03-02'), keys_of_transactions(date '2026-03-02')");
        books.execute("analyze transactions");
    }

    private static Wanted wanted(String merchant, String terminal, String type, String disposition, String status) {
        return new Wanted(DATE, merchant, terminal, type, disposition, status, null, "", "", null, PAGE);
    }

    private static Wanted reference(LocalDate date, String reference) {
        return new Wanted(date, "", "", "", "", "", null, "", reference, null, PAGE);
    }

    private static Wanted amount(String merchant, long minor) {
        Amount amount = new Amount(minor, Currency.withDigits(2));
        return new Wanted(DATE, merchant, "", "", "", "", amount, "", "", null, PAGE);
    }

    private static String merchant(int n) {
        return "M%014d".formatted(n * 23 % 1000);
    }

    /** Of the row of this number, 1, 2, 3 … */
    private static String rrn(int n) {
        String number = Long.toString(n * 7919L % 1_000_003);
        return "6".repeat(12 - number.length()) + number;
    }

    private static AskedManyTimes<Wanted> questions() {
        AskedManyTimes<Wanted> questions = new AskedManyTimes<>("a date of " + ROWS + " transactions", ROUNDS);
        questions.put("of the date", n -> wanted("", "", "", "", ""));
        questions.put("the page behind a row", n -> {
            Key last = new Key(DATE, "C20260302-01-" + (1 + n * 7919L % ROWS));
            return new Wanted(DATE, "", "", "", "", "", null, "", "", last, PAGE);
        });
        questions.put("of a merchant", n -> wanted(merchant(n), "", "", "", ""));
        questions.put("of a terminal", n -> wanted("", "%08d".formatted(n * 117 % 5000), "", "", ""));
        questions.put("refunds", n -> wanted("", "", "REFUND", "", ""));
        questions.put("what is held", n -> wanted("", "", "", "HELD", ""));
        questions.put("of a rare verdict", n -> wanted("", "", "", "", "CARD_MISMATCH"));
        questions.put("refunds of a merchant", n -> wanted(merchant(n), "", "REFUND", "", ""));
        questions.put("an amount", n -> amount("", (1 + n * 31) * 7919L % 100_003 + 1));
        questions.put("an amount that many have", n -> amount("", 10_000));
        questions.put("an amount of a merchant", n -> amount(merchant(n), 10_000));
        questions.put("a transaction, any date", n -> reference(null, "C20260302-01-" + (1 + n * 31L % ROWS)));
        questions.put("a reference, any date", n -> reference(null, rrn(1 + n * 31)));
        questions.put("a reference", n -> reference(DATE, rrn(2 + n * 37)));
        questions.put("a trace number", n -> reference(DATE, "%06d".formatted(n * 31)));
        questions.put("nothing", n -> wanted("M", "", "", "", ""));
        return questions;
    }

    @Test
    void answersAPageWithinTheTimeThatWasPromised() {
        fill();
        Map<String, Integer> found =
                questions().within500Millis(wanted -> transactions.list(wanted).size());
        assertThat(found.remove("nothing")).isZero();
        assertThat(found.values()).allSatisfy(rows -> assertThat(rows).isPositive());
    }
}

package io.qingfen.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.bulk.jdbc.TestBulkLoad;
import io.qingfen.ledger.Account;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Journal;
import io.qingfen.ledger.Posting;
import io.qingfen.ledger.TrialBalance;
import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothDatabases
class KeepingTheBooksTest {
    private static final LocalDate FRI = LocalDate.of(2026, 2, 13);
    private static final LocalDate SAT = FRI.plusDays(1);

    private final JdbcClient jdbc;
    private final Journal journal;
    private final TrialBalance trialBalance;
    private final TransactionTemplate transaction;

    KeepingTheBooksTest(TestDatabase database) {
        DataSource dataSource = database.fresh();
        jdbc = JdbcClient.create(dataSource);
        journal = TestLedger.journal(dataSource, TestBulkLoad.on(dataSource, database.dialect()));
        trialBalance = TestLedger.trialBalance(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Test
    void postsAnEntryTwiceAsOne() {
        Entry entry = moved(FRI, "PAYOUT|M1", Account.BANK, Account.DEVICES, 5_00);
        post(entry, entry);
        post(entry);
        assertThat(count("journal_entry")).isEqualTo(1);
        assertThat(count("posting")).isEqualTo(2);
    }

    @Test
    void neverChangesAnEntryThatStands() {
        post(moved(FRI, "PAYOUT|M1", Account.BANK, Account.DEVICES, 5_00));
        post(moved(FRI, "PAYOUT|M1", Account.BANK, Account.DEVICES, 7_00));
        assertThat(jdbc.sql("select sum(debit_minor) from posting")
                        .query(Long.class)
                        .single())
                .isEqualTo(5_00);
    }

    @Test
    void numbersThePostingsOfAnEntry() {
        Entry entry = new Entry(
                FRI,
                "SALE",
                "a sale with its fee",
                List.of(
                        Posting.debit(Account.BANK, 10_00, Currency.CNY),
                        Posting.debit(Account.merchantPayable("M1"), -9_00, Currency.CNY),
                        Posting.debit(Account.MERCHANT_FEES, -1_00, Currency.CNY)));
        post(entry);
        assertThat(jdbc.sql("select entry_id || ' ' || posting_no || ' ' || account || ' ' || debit_minor || ' '"
                                + " || credit_minor from posting order by posting_no")
                        .query(String.class)
                        .list())
                .containsExactly(
                        entry.id() + " 1 assets:bank 1000 0",
                        entry.id() + " 2 liabilities:merchant-payable:M1 0 900",
                        entry.id() + " 3 income:merchant-fees 0 100");
    }

    @Test
    void postsManyEntriesAtOnce() {
        post(IntStream.range(0, 4_500)
                .mapToObj(no -> moved(FRI, "MANY|" + no, Account.BANK, Account.DEVICES, 1 + no))
                .toArray(Entry[]::new));
        assertThat(count("posting")).isEqualTo(9_000);
    }

    @Test
    void rollsBalancesForward() {
        post(
                moved(FRI, "A", Account.BANK, Account.DEVICES, 5_00),
                moved(FRI, "B", Account.BANK, Account.WRITE_OFF, 2_00),
                moved(FRI, "C", Account.WRITE_OFF, Account.BANK, 2_00));
        roll(FRI);
        post(moved(SAT, "A", Account.DEVICES, Account.merchantPayable("M1"), 1_00));
        roll(SAT);
        assertThat(balances(FRI))
                .containsExactly(
                        "assets:bank CNY 0 700 200 500",
                        "expenses:write-off CNY 0 200 200 0",
                        "income:devices CNY 0 0 500 -500");
        assertThat(balances(SAT))
                .containsExactly(
                        "assets:bank CNY 500 0 0 500",
                        "income:devices CNY -500 100 0 -400",
                        "liabilities:merchant-payable:M1 CNY 0 0 100 -100");
    }

    @Test
    void keepsCurrenciesApart() {
        post(
                moved(FRI, "A", Account.BANK, Account.DEVICES, 5_00),
                Entry.transfer(FRI, "B", "", Account.BANK, Account.DEVICES, 70, Currency.of("JPY")));
        roll(FRI);
        assertThat(balances(FRI)).contains("assets:bank CNY 0 500 0 500", "assets:bank JPY 0 70 0 70");
    }

    @Test
    void rollsTheSameDateForwardAgain() {
        post(moved(FRI, "A", Account.BANK, Account.DEVICES, 5_00));
        roll(FRI);
        roll(FRI);
        assertThat(balances(FRI)).hasSize(2);
    }

    private static Entry moved(LocalDate date, String key, String debit, String credit, long minor) {
        return Entry.transfer(date, key, "", debit, credit, minor, Currency.CNY);
    }

    private void post(Entry... entries) {
        transaction.executeWithoutResult(status -> journal.post(List.of(entries)));
    }

    private void roll(LocalDate date) {
        transaction.executeWithoutResult(status -> trialBalance.rollForward(date));
    }

    private List<String> balances(LocalDate date) {
        return jdbc.sql("select account || ' ' || currency || ' ' || opening_minor || ' ' || debits_minor || ' '"
                        + " || credits_minor || ' ' || closing_minor from trial_balance where business_date = ?"
                        + " order by account, currency")
                .param(date)
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}

package io.qingfen.control.jdbc;

import io.qingfen.TestDatabase;
import io.qingfen.bulk.jdbc.TestBulkLoad;
import io.qingfen.ledger.Account;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Journal;
import io.qingfen.ledger.Move;
import io.qingfen.ledger.TrialBalance;
import io.qingfen.ledger.jdbc.TestLedger;
import io.qingfen.money.Currency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The books of two small dates in which every control has something to count; the story is in sample-night.sql beside
 * this class. Its ledger is posted here.
 */
public final class SampleNight {
    public static final LocalDate THU_2026_02_12 = LocalDate.of(2026, 2, 12);
    public static final LocalDate FRI_2026_02_13 = LocalDate.of(2026, 2, 13);
    private static final String RECEIVABLE = Account.schemeReceivable("UNIONPAY");
    private static final String ORPHANS = Account.suspense("ORPHAN_AUTHORIZATION");

    private final Journal journal;
    private final List<Entry> entries = new ArrayList<>();

    private SampleNight(Journal journal) {
        this.journal = journal;
    }

    public static void in(DataSource dataSource, TestDatabase database) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        database.dialect().createDatePartition(jdbc, FRI_2026_02_13);
        for (String statement : script().split(";\\s*\n")) {
            jdbc.execute(statement);
        }
        TrialBalance trialBalance = TestLedger.trialBalance(dataSource);
        SampleNight night =
                new SampleNight(TestLedger.journal(dataSource, TestBulkLoad.on(dataSource, database.dialect())));
        new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult(status -> {
            night.thursday();
            trialBalance.rollForward(THU_2026_02_12);
            night.friday();
            trialBalance.rollForward(FRI_2026_02_13);
        });
    }

    private static String script() {
        try (var script = SampleNight.class.getResourceAsStream("sample-night.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void thursday() {
        LocalDate date = THU_2026_02_12;
        move(date, RECEIVABLE, Account.merchantPayable("M1"), 13_02);
        move(date, RECEIVABLE, ORPHANS, 50_00);
        move(date, RECEIVABLE, ORPHANS, -10_00);
        move(date, Account.merchantPayable("M1"), Account.CREDITS_WITHHELD, 10_00);
        move(date, RECEIVABLE, Account.merchantPayable("M2"), -30_00);
        move(date, Account.merchantReceivable("M2"), Account.merchantPayable("M2"), 30_00);
        move(date, Account.BANK, Account.terminalDeposits("M1"), 299_00);
        move(date, Account.BANK, Account.reserve("M1"), 9_00);
        move(date, RECEIVABLE, Account.suspense("AMOUNT_MISMATCH"), 3_00);
        move(date, RECEIVABLE, Account.merchantPayable("M3"), 500_00);
        move(date, Account.merchantPayable("M3"), Account.PAYOUTS_IN_TRANSIT, 500_00);
        post();
    }

    private void friday() {
        LocalDate date = FRI_2026_02_13;
        String payable = Account.merchantPayable("M1");
        move(date, RECEIVABLE, payable, 140_00);
        move(date, RECEIVABLE, payable, -40_00);
        move(date, RECEIVABLE, payable, -10_00);
        move(date, payable, Account.MERCHANT_FEES, 45);
        move(date, payable, Account.INSTANT_FEES, 3_00);
        move(date, Account.CREDITS_WITHHELD, payable, 10_00);
        move(date, Account.schemeCost("UNIONPAY"), RECEIVABLE, 32);
        move(date, RECEIVABLE, ORPHANS, 10_00);
        move(date, payable, Account.terminalDeposits("M1"), 59_00);
        move(date, Account.terminalDeposits("M1"), payable, 100_00);
        move(date, payable, Account.reserve("M1"), 9_00);
        move(date, Account.reserve("M1"), payable, 9_00);
        move(date, Account.AGENT_SHARE, Account.agentPayable("A1"), 18);
        move(date, payable, Account.PAYOUTS_IN_TRANSIT, 140_57);
        move(date, Account.merchantPayable("M2"), Account.merchantReceivable("M2"), 30_00);
        move(date, Account.merchantReceivable("M2"), Account.merchantPayable("M2"), 30_00);
        move(date, RECEIVABLE, Account.suspense("AMOUNT_MISMATCH"), 71_00);
        move(date, RECEIVABLE, Account.merchantPayable("M4"), 10_00);
        move(date, Account.merchantPayable("M4"), Account.CREDITS_WITHHELD, 6_00);
        move(date, RECEIVABLE, ORPHANS, -6_00);
        decided(date, "WRITTEN_OFF", Account.WRITE_OFF, Account.merchantPayable("M5"), 2_00);
        decided(date, "SUSPENSE", Account.suspense("AMOUNT_MISMATCH"), RECEIVABLE, 3_00);
        post();
    }

    private void decided(LocalDate date, String step, String debit, String credit, long minor) {
        String key = Move.KEY + "CASE|K-M5|" + step;
        entries.add(Entry.transfer(date, key, "decided case", debit, credit, minor, Currency.CNY));
    }

    private void move(LocalDate date, String debit, String credit, long minor) {
        entries.add(Entry.transfer(date, "SAMPLE|" + entries.size(), "sample", debit, credit, minor, Currency.CNY));
    }

    private void post() {
        journal.post(entries);
        entries.clear();
    }
}

package io.qingfen.control.jdbc;

import static io.qingfen.control.jdbc.SampleNight.FRI_2026_02_13;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.bulk.jdbc.TestBulkLoad;
import io.qingfen.control.ControlChain;
import io.qingfen.ledger.Account;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Journal;
import io.qingfen.ledger.Posting;
import io.qingfen.ledger.TrialBalance;
import io.qingfen.ledger.jdbc.TestLedger;
import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Balances that were taken over have no items, payouts or earlier positions behind them; the chain closes with them. */
@OnBothDatabases
class ProvingTheFirstDateTest {
    private static final LocalDate SAT_2026_02_14 = FRI_2026_02_13.plusDays(1);

    private final JdbcClient jdbc;
    private final Journal journal;
    private final TrialBalance trialBalance;
    private final TransactionTemplate transaction;

    ProvingTheFirstDateTest(TestDatabase database) {
        DataSource dataSource = database.fresh();
        jdbc = JdbcClient.create(dataSource);
        journal = TestLedger.journal(dataSource, TestBulkLoad.on(dataSource, database.dialect()));
        trialBalance = TestLedger.trialBalance(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Test
    void closesWithOpeningBalancesOnTheFirstDateAndAfterwards() {
        Entry opening = new Entry(
                FRI_2026_02_13,
                "OPENING|CNY",
                "opening balances",
                List.of(
                        Posting.debit(Account.BANK, 100_00, Currency.CNY),
                        Posting.debit(Account.merchantReceivable("M2"), 40_00, Currency.CNY),
                        Posting.debit(Account.merchantPayable("M1"), -50_00, Currency.CNY),
                        Posting.debit(Account.suspense("OLD"), -60_00, Currency.CNY),
                        Posting.debit(Account.PAYOUTS_IN_TRANSIT, -30_00, Currency.CNY)));
        transaction.executeWithoutResult(status -> journal.post(List.of(opening)));
        for (LocalDate date : List.of(FRI_2026_02_13, SAT_2026_02_14)) {
            night(date);
            assertThat(differences(date)).isEmpty();
        }
    }

    @Test
    void opensWhenAPositionForgetsItsOpeningBalance() {
        Entry opening = Entry.transfer(
                FRI_2026_02_13,
                "OPENING|CNY",
                "opening balances",
                Account.BANK,
                Account.merchantPayable("M1"),
                50_00,
                Currency.CNY);
        transaction.executeWithoutResult(status -> journal.post(List.of(opening)));
        transaction.executeWithoutResult(status -> trialBalance.rollForward(FRI_2026_02_13));
        day(FRI_2026_02_13);
        assertThat(differences(FRI_2026_02_13))
                .anyMatch(problem -> problem.startsWith("control 'other lines -> positions', brought forward, CNY:"
                        + " brought forward from previous date = 1 / 50.00, but brought forward = 0 / 0.00"));
    }

    private void night(LocalDate date) {
        day(date);
        position(date, "M1", 50_00, "BELOW_MINIMUM");
        position(date, "M2", -40_00, "NEGATIVE");
        transaction.executeWithoutResult(status -> trialBalance.rollForward(date));
    }

    private void day(LocalDate date) {
        jdbc.sql("insert into business_day (business_date, state, opened_at) values (?, 'OPEN', current_timestamp)")
                .param(date)
                .update();
    }

    private void position(LocalDate date, String merchant, long carried, String decision) {
        jdbc.sql("insert into position (business_date, merchant_id, currency, sales_count, sales_minor, voids_minor,"
                        + " refunds_minor, merchant_fees_minor, instant_fee_minor, deposit_withheld_minor,"
                        + " deposit_refund_minor, chargebacks_minor, chargeback_reversals_minor, adjustments_minor,"
                        + " reserve_withheld_minor, reserve_released_minor, payout_returned_minor,"
                        + " credits_withheld_minor, brought_forward_minor, net_minor, decision, payout_minor,"
                        + " carried_forward_minor) values (?, ?, 'CNY', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,"
                        + " ?, ?, ?, 0, ?)")
                .params(date, merchant, carried, carried, decision, carried)
                .update();
    }

    private List<String> differences(LocalDate date) {
        return ControlChain.prove(new StoredNightBooks(jdbc).measure(date)).differences();
    }
}

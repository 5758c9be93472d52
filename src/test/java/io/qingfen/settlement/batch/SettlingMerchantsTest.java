package io.qingfen.settlement.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.Snapshots;
import io.qingfen.TestDatabase;
import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.jdbc.TestBulkLoad;
import io.qingfen.ledger.Account;
import io.qingfen.ledger.Move;
import io.qingfen.ledger.Moves;
import io.qingfen.ledger.jdbc.TestLedger;
import io.qingfen.money.Currency;
import io.qingfen.reference.OpeningBalance;
import io.qingfen.reference.Snapshot;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import io.qingfen.review.Cases;
import io.qingfen.review.jdbc.TestCases;
import io.qingfen.risk.jdbc.TestRisk;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import io.qingfen.settlement.jdbc.TestSettlement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothDatabases
class SettlingMerchantsTest {
    private static final LocalDate THU = LocalDate.of(2026, 2, 12);
    private static final LocalDate FRI = LocalDate.of(2026, 2, 13);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Cases cases;
    private final SettlingMerchants step;
    private final SettlingMerchants ofMany;
    private final Moves moves;

    @TempDir
    Path home;

    private List<OpeningBalance> openingBalances = List.of();

    SettlingMerchantsTest(TestDatabase database) {
        DataSource dataSource = database.fresh();
        BulkLoad bulk = TestBulkLoad.on(dataSource, database.dialect());
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        cases = TestCases.in(dataSource, bulk);
        moves = TestLedger.moves(dataSource);
        step = step(dataSource, bulk, SettlingMerchants.Sizes.DEFAULT);
        ofMany = step(dataSource, bulk, new SettlingMerchants.Sizes(1, 1));
    }

    private SettlingMerchants step(DataSource dataSource, BulkLoad bulk, SettlingMerchants.Sizes sizes) {
        return new SettlingMerchants(
                this::reference,
                TestSettlement.days(dataSource),
                TestRisk.heldMerchants(dataSource, bulk),
                TestSettlement.positions(bulk),
                TestLedger.journal(dataSource, bulk),
                TestLedger.aside(),
                TestLedger.trialBalance(dataSource),
                cases,
                sizes);
    }

    private Snapshot reference(LocalDate date) {
        Snapshot empty = Snapshots.of(date, List.of("M1", "M2", "M3"));
        return new Snapshot(
                date,
                empty.settings(),
                empty.merchants(),
                empty.terminals(),
                empty.plans(),
                empty.costs(),
                empty.policies(),
                empty.calendar(),
                empty.responseCodes(),
                empty.depositOpenings(),
                openingBalances,
                empty.sha256());
    }

    @Test
    void settlesWhatSeveralPartitionsOfClearingSummedUp() {
        open(THU);
        total(THU, "r1", "M1", "UNIONPAY", "SALES", 3, 100_00);
        total(THU, "r2", "M1", "UNIONPAY", "SALES", 1, 50_00);
        total(THU, "r2", "M1", "ALIPAY", "SALES", 1, 7_00);
        total(THU, "r1", "M1", "UNIONPAY", "MERCHANT_FEES", 4, -75);
        total(THU, "r1", "M1", "UNIONPAY", "SCHEME_COST", 4, 51);
        settle(THU);
        assertThat(positions(THU)).containsExactly("M1 CNY 5 15700 -75 net 15625 PAYOUT 15625 carried 0 2026-02-13");
        assertThat(balances(THU))
                .containsExactly(
                        "assets:scheme-receivable:ALIPAY 700",
                        "assets:scheme-receivable:UNIONPAY 14949",
                        "expenses:scheme-cost:UNIONPAY 51",
                        "income:merchant-fees -75",
                        "liabilities:payouts-in-transit -15625");
    }

    @Test
    void bringsForwardWhatTheDateBeforeCarried() {
        open(THU);
        total(THU, "r1", "M1", "UNIONPAY", "REFUNDS", 1, -30_00);
        settle(THU);
        assertThat(balances(THU)).contains("assets:merchant-receivable:M1 3000");
        open(FRI);
        settle(FRI);
        assertThat(positions(FRI)).containsExactly("M1 CNY 0 0 0 net -3000 NEGATIVE 0 carried -3000 null");
        assertThat(balances(FRI))
                .containsExactly("assets:merchant-receivable:M1 3000", "assets:scheme-receivable:UNIONPAY -3000");
    }

    @Test
    void booksWhatDecisionsAndBanksMovedOnceThoughWrittenTwice() {
        open(THU);
        moved("CASE|K1", "M1", "ADJUSTMENTS", Account.WRITE_OFF, Account.merchantPayable("M1"), 45_00);
        moved("PAID|P1", "M2", "", Account.PAYOUTS_IN_TRANSIT, Account.BANK, 9_00);
        settle(THU);
        assertThat(positions(THU)).containsExactly("M1 CNY 0 0 0 net 4500 PAYOUT 4500 carried 0 2026-02-13");
        assertThat(balances(THU))
                .containsExactly("assets:bank -900", "expenses:write-off 4500", "liabilities:payouts-in-transit -3600");
    }

    @Test
    void givesNoPositionToMerchantsWithoutLines() {
        open(THU);
        total(THU, "r1", "M2", "UNIONPAY", "SUSPENSE", 1, 50_00);
        deposit(THU, "M3", "PREPAID", 299_00);
        settle(THU);
        assertThat(positions(THU)).isEmpty();
        assertThat(balances(THU))
                .containsExactly(
                        "assets:bank 29900",
                        "assets:scheme-receivable:UNIONPAY 5000",
                        "liabilities:suspense:SUSPENSE -5000",
                        "liabilities:terminal-deposits:M3 -29900");
    }

    @Test
    void takesOverOpeningBalancesOnTheFirstDateOnly() {
        openingBalances = List.of(
                balance(Account.BANK, 309_00),
                balance(Account.merchantReceivable("M2"), 40_00),
                balance(Account.merchantPayable("M1"), -50_00),
                balance(Account.terminalDeposits("M3"), -299_00));
        open(THU);
        deposit(THU, "M3", "OPENING", 299_00);
        settle(THU);
        assertThat(positions(THU))
                .containsExactly(
                        "M1 CNY 0 0 0 net 5000 PAYOUT 5000 carried 0 2026-02-13",
                        "M2 CNY 0 0 0 net -4000 NEGATIVE 0 carried -4000 null");
        List<String> taken = List.of(
                "assets:bank 30900",
                "assets:merchant-receivable:M2 4000",
                "liabilities:payouts-in-transit -5000",
                "liabilities:terminal-deposits:M3 -29900");
        assertThat(balances(THU)).containsExactlyElementsOf(taken);
        open(FRI);
        settle(FRI);
        assertThat(positions(FRI)).containsExactly("M2 CNY 0 0 0 net -4000 NEGATIVE 0 carried -4000 null");
        assertThat(balances(FRI)).containsExactlyElementsOf(taken);
    }

    @Test
    void booksTheMoneyOfDepositsThatBeginTheBooksWithoutOpeningBalances() {
        open(THU);
        deposit(THU, "M3", "OPENING", 299_00);
        settle(THU);
        assertThat(balances(THU)).containsExactly("assets:bank 29900", "liabilities:terminal-deposits:M3 -29900");
    }

    @Test
    void refusesMoneyOfAMerchantThatTheReferenceDataLack() {
        open(THU);
        total(THU, "r1", "M9", "UNIONPAY", "SALES", 1, 1_00);
        assertThatThrownBy(() -> settle(THU)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE);
            assertThat(refusal).hasMessageStartingWith("reference/merchants.csv: merchant M9 is missing");
        });
        assertThat(positions(THU)).isEmpty();
    }

    @Test
    void closesCasesThatAged() {
        open(FRI);
        Case old = Case.about(FRI.minusDays(30), CaseKind.BATCH_NUMBER_GAP, "T1", "M1", "T1", "");
        transaction.executeWithoutResult(status -> cases.open(List.of(old)));
        settle(FRI);
        assertThat(jdbc.sql("select resolution from review_case")
                        .query(String.class)
                        .single())
                .isEqualTo("AGED_OUT");
    }

    /** A hold makes a difference that only the books of the date remember: no payout, so no entry of one. */
    @Test
    void postsTheSameEntriesWhenThoseOfManyMerchantsAreSetAside() throws IOException {
        threeMerchantsOneOfThemHeld();
        settle(THU);
        List<String> expected = ledger(THU);
        forget(THU);

        List<String> partitions = runPartitions(ofMany, THU);
        assertThat(partitions).hasSize(3);
        assertThat(ledger(THU)).isEmpty();
        finish(ofMany, THU);
        assertThat(ledger(THU)).isEqualTo(expected).isNotEmpty();
        assertThat(balances(THU)).contains("liabilities:merchant-payable:M2 -2000");
    }

    @Test
    void reckonsAgainWhatWasSetAsideAndIsLostOrTorn() throws IOException {
        threeMerchantsOneOfThemHeld();
        settle(THU);
        List<String> expected = ledger(THU);
        forget(THU);

        List<String> partitions = runPartitions(ofMany, THU);
        Path folder = home.resolve("work/2026-02-12/ledger");
        Files.delete(folder.resolve(partitions.get(0) + ".entries"));
        Path torn = folder.resolve(partitions.get(1) + ".entries");
        byte[] whole = Files.readAllBytes(torn);
        Files.write(torn, Arrays.copyOf(whole, whole.length - 1));
        Path changed = folder.resolve(partitions.get(2) + ".entries");
        byte[] bytes = Files.readAllBytes(changed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(changed, bytes);
        finish(ofMany, THU);
        assertThat(ledger(THU)).isEqualTo(expected).isNotEmpty();
    }

    /** A date that was under way when a release came that sets entries aside. */
    @Test
    void leavesEntriesAloneThatStandAlready() throws IOException {
        threeMerchantsOneOfThemHeld();
        settle(THU);
        List<String> expected = ledger(THU);
        finish(ofMany, THU);
        assertThat(ledger(THU)).isEqualTo(expected);
    }

    private void threeMerchantsOneOfThemHeld() {
        open(THU);
        jdbc.sql("insert into risk_hold (hold_id, hold_no, merchant_id, terminal_id, reason, placed_by, placed_at,"
                        + " business_date) values ('H1', 1, 'M2', '', 'asked to', 'mei', current_timestamp, ?)")
                .param(THU)
                .update();
        for (int number = 1; number <= 3; number++) {
            total(THU, "r1", "M" + number, "UNIONPAY", "SALES", 1, number * 10_00);
            total(THU, "r1", "M" + number, "ALIPAY", "SALES", 1, number);
            total(THU, "r1", "M" + number, "ALIPAY", "VOIDS", 1, -number);
        }
        deposit(THU, "M3", "PREPAID", 299_00);
    }

    /** As if the step had not run, but for the work of earlier steps. */
    private void forget(LocalDate date) {
        for (String table : List.of("posting", "journal_entry", "position", "position_hold", "trial_balance")) {
            jdbc.sql("delete from " + table + " where business_date = ?")
                    .param(date)
                    .update();
        }
    }

    private List<String> ledger(LocalDate date) {
        return jdbc.sql("select e.entry_id || ' ' || e.entry_key || ' ' || e.description || ' ' || p.posting_no || ' '"
                        + " || p.account || ' ' || p.debit_minor || ' ' || p.credit_minor || ' ' || p.currency"
                        + " from journal_entry e join posting p on p.entry_id = e.entry_id"
                        + " where e.business_date = ? and p.business_date = ? order by 1")
                .params(date, date)
                .query(String.class)
                .list();
    }

    private void settle(LocalDate date) {
        runPartitions(step, date);
        finish(step, date);
    }

    private List<String> runPartitions(SettlingMerchants work, LocalDate date) {
        List<String> partitions = work.partitions(run(date));
        for (String partition : partitions) {
            transaction.executeWithoutResult(status -> {
                try {
                    work.run(run(date), partition);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
        return partitions;
    }

    private void finish(SettlingMerchants work, LocalDate date) {
        transaction.executeWithoutResult(status -> {
            try {
                work.finish(run(date));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private RunContext run(LocalDate date) {
        return new RunContext(date, new Home(home), 1, 1);
    }

    private void open(LocalDate date) {
        jdbc.sql("insert into business_day (business_date, state, opened_at) values (?, 'OPEN', current_timestamp)")
                .param(date)
                .update();
    }

    private void total(
            LocalDate date, String partition, String merchant, String channel, String line, long count, long minor) {
        jdbc.sql("insert into merchant_total (business_date, step, partition_name, merchant_id, currency, channel,"
                        + " line, kind, item_count, amount_minor) values (?, 'clear', ?, ?, 'CNY', ?, ?, ?, ?, ?)")
                .params(date, partition, merchant, channel, line, line.equals("SUSPENSE") ? line : "", count, minor)
                .update();
    }

    private void deposit(LocalDate date, String merchant, String kind, long minor) {
        jdbc.sql("insert into deposit_event (business_date, terminal_id, event_no, merchant_id, kind, amount_minor,"
                        + " currency, reason) values (?, 'T1', 1, ?, ?, ?, 'CNY', '')")
                .params(date, merchant, kind, minor)
                .update();
    }

    private static OpeningBalance balance(String account, long minor) {
        return new OpeningBalance(account, Currency.CNY, minor);
    }

    private List<String> positions(LocalDate date) {
        return jdbc.sql("select * from position where business_date = ? order by merchant_id, currency")
                .param(date)
                .query((row, no) -> row.getString("merchant_id") + " " + row.getString("currency") + " "
                        + row.getLong("sales_count") + " " + row.getLong("sales_minor") + " "
                        + row.getLong("merchant_fees_minor") + " net " + row.getLong("net_minor") + " "
                        + row.getString("decision") + " " + row.getLong("payout_minor") + " carried "
                        + row.getLong("carried_forward_minor") + " " + row.getString("value_date"))
                .list();
    }

    /** Accounts with a balance, debit positive. */
    private List<String> balances(LocalDate date) {
        return jdbc.sql("select account || ' ' || closing_minor from trial_balance"
                        + " where business_date = ? and closing_minor <> 0 order by account")
                .param(date)
                .query(String.class)
                .list();
    }

    private void moved(String key, String merchantId, String line, String debit, String credit, long minor) {
        transaction.executeWithoutResult(status -> {
            Move move = new Move(THU, key, merchantId, line, debit, credit, minor, Currency.CNY, "test");
            moves.add(List.of(move));
            moves.add(List.of(move));
        });
    }
}

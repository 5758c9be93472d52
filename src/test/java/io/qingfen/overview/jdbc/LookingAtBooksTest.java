package io.qingfen.overview.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.overview.MerchantBooks;
import io.qingfen.overview.MerchantBooks.Balance;
import io.qingfen.overview.MerchantBooks.Row;
import io.qingfen.overview.MerchantBooks.Wanted;
import io.qingfen.overview.NightAccounts.StepRun;
import io.qingfen.overview.NightHours;
import io.qingfen.overview.OutboxFiles;
import io.qingfen.settlement.Decision;
import io.qingfen.settlement.Line;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages read, on rows written by hand. */
@OnBothDatabases
class LookingAtBooksTest {
    private static final LocalDate MON = LocalDate.of(2026, 3, 2);
    private final JdbcClient jdbc;
    private final MerchantBooks books;
    private final OutboxFiles files;
    private final NightHours hours;

    LookingAtBooksTest(TestDatabase database) {
        jdbc = JdbcClient.create(database.fresh());
        books = new StoredMerchantBooks(jdbc, new TrialBalanceRows(jdbc));
        files = new StoredOutboxFiles(jdbc);
        hours = new StoredNightHours(jdbc);
    }

    @BeforeEach
    void writeABook() {
        position("M1", "CNY", 1000, -10, Decision.PAYOUT);
        position("M1", "USD", 0, -10, Decision.NEGATIVE);
        position("M2", "CNY", 500, 0, Decision.HOLD);
        merchant("M1", MON.minusDays(9), "Old name");
        merchant("M1", MON, "Noodles 100%");
        merchant("M2", MON, "Books_and more");
        jdbc.sql("insert into payout (payout_id, business_date, merchant_id, currency, amount_minor, account_name, "
                        + "account_masked, account_cipher, bank_code, bank_name, value_date, state) values "
                        + "('P20260302-M1', ?, 'M1', 'CNY', 990, 'x', '****1', ?, 'b', 'Bank', ?, 'PREPARED')")
                .params(MON, new byte[] {1}, MON.plusDays(1))
                .update();
    }

    /** The repository writes a step down a moment before it begins; who looks just then must see the night, not an error. */
    @Test
    void aStepThatIsWrittenDownButHasNotBegunIsNotRunning() {
        LocalDateTime at = MON.atTime(22, 0);
        jdbc.sql(
                        "insert into batch_job_instance (job_instance_id, version, job_name, job_key) values (1, 0, 'night', 'k')")
                .update();
        jdbc.sql("insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time)"
                        + " values (1, 0, 1, ?)")
                .param(at)
                .update();
        jdbc.sql("insert into batch_job_execution_params (job_execution_id, parameter_name, parameter_type,"
                        + " parameter_value, identifying) values (1, 'businessDate', 'java.time.LocalDate', ?, 'Y')")
                .param(MON.toString())
                .update();
        step(1, "openBusinessDate", at, at.plusSeconds(1));
        step(2, "collectFiles", null, null);

        JdbcStepRuns runs = new JdbcStepRuns(jdbc);

        assertThat(runs.of(MON)).extracting(StepRun::step).containsExactly("openBusinessDate");
        assertThat(runs.position(MON)).isEmpty();
        jdbc.sql("update batch_step_execution set start_time = ? where step_execution_id = 2")
                .param(at.plusSeconds(2))
                .update();
        assertThat(runs.position(MON))
                .hasValueSatisfying(now -> assertThat(now.step()).isEqualTo("collectFiles"));
    }

    private void step(long id, String name, LocalDateTime start, LocalDateTime end) {
        jdbc.sql(
                        "insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,"
                                + " start_time, end_time) values (?, 0, ?, 1, ?, ?, ?)")
                .params(id, name, MON.atTime(22, 0), start, end)
                .update();
    }

    private void position(String merchant, String currency, long sales, long fees, Decision decision) {
        jdbc.sql("insert into position (business_date, merchant_id, currency, sales_count, sales_minor, voids_minor, "
                        + "refunds_minor, merchant_fees_minor, instant_fee_minor, deposit_withheld_minor, "
                        + "deposit_refund_minor, chargebacks_minor, chargeback_reversals_minor, adjustments_minor, "
                        + "reserve_withheld_minor, reserve_released_minor, payout_returned_minor, credits_withheld_minor, "
                        + "brought_forward_minor, net_minor, decision, payout_minor, carried_forward_minor, value_date) "
                        + "values (?, ?, ?, 1, ?, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, ?, ?, ?, ?)")
                .params(
                        MON,
                        merchant,
                        currency,
                        sales,
                        fees,
                        sales + fees,
                        decision.name(),
                        decision == Decision.PAYOUT ? sales + fees : 0,
                        decision == Decision.PAYOUT ? 0 : sales + fees,
                        decision == Decision.PAYOUT ? MON.plusDays(1) : null)
                .update();
    }

    private void merchant(String id, LocalDate from, String name) {
        jdbc.sql("insert into merchant_account (merchant_id, valid_from, merchant_name, account_name, account_cipher, "
                        + "account_digest, account_masked, bank_code, bank_name) values (?, ?, ?, 'x', ?, 'd', '****1', "
                        + "'b', 'Bank')")
                .params(id, from, name, new byte[] {1})
                .update();
    }

    private List<Row> positions(Optional<Decision> decision, String merchant, String after, int most) {
        return books.positions(MON, new Wanted(decision, merchant, after, most));
    }

    @Test
    void pagesThroughPositionsByMerchantAndCurrency() {
        List<Row> first = positions(Optional.empty(), "", "", 1);
        assertThat(first).singleElement().satisfies(row -> {
            assertThat(row.explainedAs()).isEqualTo("P20260302-M1");
            assertThat(row.payoutState()).isEqualTo("PREPARED");
            assertThat(row.merchantName()).isEqualTo("Noodles 100%");
            assertThat(row.position().lines().of(Line.SALES)).isEqualTo(1000);
            assertThat(row.position().payoutMinor()).isEqualTo(990);
        });
        List<Row> others = positions(Optional.empty(), "", "M1,CNY", 9);
        assertThat(others).extracting(Row::explainedAs).containsExactly("P20260302-M1-USD", "P20260302-M2-CNY");
        assertThat(positions(Optional.of(Decision.HOLD), "", "", 9)).hasSize(1);
        assertThat(positions(Optional.empty(), "M1", "", 9)).hasSize(2);
        assertThat(positions(Optional.empty(), "%", "", 9)).isEmpty();
        assertThat(books.positionsOf("M1", 9)).hasSize(2);
        assertThat(books.position(MON, "M1", "USD")).isPresent();
        assertThat(books.position(MON, "M1", "EUR")).isEmpty();
    }

    @Test
    void findsMerchantsByNameAndByTheBeginningOfTheirId() {
        assertThat(books.merchants("", "", 9))
                .extracting(MerchantBooks.Merchant::id)
                .containsExactly("M1", "M2");
        assertThat(books.merchants("", "M1", 9)).hasSize(1);
        assertThat(books.merchants("noodles", "", 9)).hasSize(1);
        assertThat(books.merchants("old name", "", 9)).isEmpty();
        assertThat(books.merchants("100%", "", 9)).hasSize(1);
        assertThat(books.merchants("100_", "", 9)).isEmpty();
        assertThat(books.merchant("M1").orElseThrow().since()).isEqualTo(MON);
        assertThat(books.merchant("M9")).isEmpty();
    }

    @Test
    void addsUpTheAccountsOfMerchantsAndOpensThem() {
        balance("assets:bank", 5);
        balance("liabilities:merchant-payable:M1", -3);
        balance("liabilities:merchant-payable:M2", -2);
        assertThat(books.trialBalance(MON))
                .containsExactly(
                        new Balance("assets:bank", "CNY", 1, 0, 5, 0, 5),
                        new Balance("liabilities:merchant-payable:", "CNY", 2, 0, 0, 5, -5));
        assertThat(books.accounts(MON, "liabilities:merchant-payable:", "", 1))
                .extracting(Balance::account)
                .containsExactly("liabilities:merchant-payable:M1");
        assertThat(books.accounts(MON, "liabilities:merchant-payable:", "liabilities:merchant-payable:M1,CNY", 9))
                .extracting(Balance::account)
                .containsExactly("liabilities:merchant-payable:M2");
    }

    private void balance(String account, long closing) {
        jdbc.sql("insert into trial_balance (business_date, account, currency, opening_minor, debits_minor, "
                        + "credits_minor, closing_minor) values (?, ?, 'CNY', 0, ?, ?, ?)")
                .params(MON, account, Math.max(0, closing), Math.max(0, -closing), closing)
                .update();
    }

    @Test
    void listsDepositsAsTheLastDateLeftThem() {
        for (int day = 0; day < 2; day++) {
            jdbc.sql("insert into deposit_day (business_date, terminal_id, merchant_id, policy, state, activated_on, "
                            + "amount_minor, currency, collected_minor, refunded_minor, forfeited_minor, held_minor, "
                            + "counted_minor, next_threshold_minor, refund_today_minor, collected_today_minor, "
                            + "forfeited_today_minor) values (?, 'T1', 'M1', 'std', 'HELD', ?, 100, 'CNY', 100, 0, 0, 100, "
                            + "?, 400, 0, 0, 0)")
                    .params(MON.plusDays(day), MON, 100 * (day + 1))
                    .update();
        }
        jdbc.sql("insert into deposit_event (business_date, terminal_id, event_no, merchant_id, kind, amount_minor, "
                        + "currency, reason) values (?, 'T1', 1, 'M1', 'WITHHELD', 100, 'CNY', 'withheld')")
                .param(MON)
                .update();
        assertThat(books.deposits("M1")).singleElement().satisfies(deposit -> {
            assertThat(deposit.asOf()).isEqualTo(MON.plusDays(1));
            assertThat(deposit.progress()).isEqualTo(500);
            assertThat(deposit.windowEndsOn()).isNull();
        });
        assertThat(books.depositEvents("M1", 9)).hasSize(1);
    }

    @Test
    void knowsTheFilesOfTheOutboxAndOfReleases() {
        jdbc.sql("insert into report_file (business_date, file_name, sha256, size_bytes, row_count) values "
                        + "(?, 'positions.csv', 'a', 10, 3), (?, 'statements/M1.csv', 'b', 10, 1)")
                .params(MON, MON)
                .update();
        jdbc.sql(
                        "insert into payout_file (business_date, file_name, sha256, payouts, amount_minor, currency, value_date) "
                                + "values (?, 'pay.xml', 'c', 1, 990, 'CNY', ?)")
                .params(MON, MON)
                .update();
        assertThat(files.of(MON))
                .extracting(OutboxFiles.File::name)
                .containsExactly("positions.csv", "payouts/pay.xml");
        assertThat(files.statements(MON)).isEqualTo(1);
        assertThat(files.find(MON, "statements/M1.csv").orElseThrow().bytes()).isEqualTo(10);
        assertThat(files.find(MON, "payouts/pay.xml").orElseThrow().bytes()).isNull();
        assertThat(files.find(MON.plusDays(1), "positions.csv")).isEmpty();
        assertThat(files.find(MON, "released/pay.xml")).isEmpty();
    }

    @Test
    void knowsWhenDatesRanAndWhatStepsUsuallyTake() {
        OffsetDateTime three = OffsetDateTime.parse("2026-03-02T19:00:00Z");
        for (int day = 0; day < 7; day++) {
            LocalDate date = MON.plusDays(day);
            jdbc.sql("insert into business_day (business_date, state, opened_at, closed_at) values (?, 'CLOSED', ?, ?)")
                    .params(date, three.plusDays(day), three.plusDays(day).plusHours(1))
                    .update();
            night(date, day + 1, day + 1);
        }
        assertThat(hours.since(MON).get(MON))
                .isEqualTo(new NightHours.Hours(
                        three.toInstant(), three.plusHours(1).toInstant(), 1, 1));
        assertThat(hours.since(MON.plusDays(6))).hasSize(1);
        assertThat(hours.usual(MON)).isEmpty();
        // of 2, 3, 4, 5 and 6 seconds
        assertThat(hours.usual(MON.plusDays(6))).containsEntry("routeRecords", Duration.ofSeconds(4));
    }

    private void night(LocalDate date, long no, int seconds) {
        jdbc.sql("insert into batch_job_instance (job_instance_id, version, job_name, job_key) values (?, 0, 'n', ?)")
                .params(no, "key" + no)
                .update();
        jdbc.sql("insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time) values "
                        + "(?, 0, ?, current_timestamp)")
                .params(no, no)
                .update();
        jdbc.sql("insert into batch_job_execution_params (job_execution_id, parameter_name, parameter_type, "
                        + "parameter_value, identifying) values (?, 'businessDate', 'java.lang.String', ?, 'Y')")
                .params(no, date.toString())
                .update();
        jdbc.sql(
                        "insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time, "
                                + "start_time, end_time, status) values (?, 0, 'routeRecords', ?, current_timestamp, ?, ?, "
                                + "'COMPLETED')")
                .params(no, no, date.atTime(3, 0), date.atTime(3, 0).plusSeconds(seconds))
                .update();
    }
}

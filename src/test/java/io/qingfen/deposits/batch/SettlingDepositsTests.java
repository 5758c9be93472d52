package io.qingfen.deposits.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.deposits.DepositRun;
import io.qingfen.deposits.Policies;
import io.qingfen.deposits.Snapshots;
import io.qingfen.money.Currency;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.DepositOpening;
import io.qingfen.reference.DepositPolicy.OnExpiry;
import io.qingfen.reference.DepositPolicy.Window;
import io.qingfen.reference.OpeningBalance;
import io.qingfen.reference.Snapshot;
import io.qingfen.run.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothDatabases
class SettlingDepositsTests {
    private static final LocalDate MAR_01 = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAR_02 = MAR_01.plusDays(1);
    private static final LocalDate MAR_03 = MAR_01.plusDays(2);
    private static final String T1 = "00000001";
    private static final String T2 = "00000002";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final DepositsOfTerminals deposits;

    SettlingDepositsTests(TestDatabase database) {
        DataSource dataSource = database.fresh();
        jdbc = new JdbcTemplate(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcTemplate.class, () -> jdbc);
        context.registerBean(Dialect.class, database::dialect);
        context.registerBean(DepositsOfTerminals.class);
        context.scan("io.qingfen.deposits.jdbc", "io.qingfen.review.jdbc", "io.qingfen.bulk.jdbc");
        context.refresh();
        deposits = context.getBean(DepositsOfTerminals.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void keepsStateEventsAndTheRowOfEachDate() {
        Snapshots reference =
                new Snapshots().policies(Policies.keypad().made()).terminal(T1, "M1", MAR_01, "KEYPAD-299");
        volume(MAR_01, "clearTerminals", "a", T1, 499_99);
        volume(MAR_02, "clearTerminals", "a", T1, 51);
        volume(MAR_02, "clearFollowUps", "b", T1, -50);

        settle(reference, MAR_01);
        settle(reference, MAR_02);

        assertThat(rows("select * from deposit_day order by business_date"))
                .containsExactly(
                        "2026-03-01 00000001 M1 KEYPAD-299 HELD 2026-03-01 2026-05-31 29900 CNY 29900 0 0 29900"
                                + " 49999 50000 0 0 0",
                        "2026-03-02 00000001 M1 KEYPAD-299 PART_REFUNDED 2026-03-01 2026-05-31 29900 CNY 29900 10000 0"
                                + " 19900 50000 150000 10000 0 0");
        assertThat(rows("select * from deposit_event order by business_date, event_no"))
                .containsExactly(
                        "2026-03-01 00000001 1 M1 PREPAID 29900 CNY prepaid, activated 2026-03-01",
                        "2026-03-02 00000001 1 M1 REFUNDED 10000 CNY counted volume 500.00, earned 100.00");
        assertThat(jdbc.queryForObject("select count(*) from deposit", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void withholdsFromThePositionAndWhatWasBroughtForward() {
        Snapshots reference = new Snapshots()
                .policies(Policies.esign().made())
                .terminal(T1, "M1", MAR_01, "ESIGN-59")
                .terminal(T2, "M1", MAR_01, "ESIGN-59")
                .terminal("00000003", "M2", MAR_01, "ESIGN-59");
        line(MAR_02, "M1", "CNY", "SALES", 100_00);
        line(MAR_02, "M1", "CNY", "MERCHANT_FEES", -60);
        line(MAR_02, "M1", "CNY", "CREDITS_WITHHELD", -9_40);
        line(MAR_02, "M1", "CNY", "SCHEME_COST", 7_00);
        line(MAR_02, "M1", "CNY", "SUSPENSE", 8_00);
        line(MAR_02, "M1", "USD", "SALES", 500_00);
        line(MAR_02, "M2", "CNY", "VOIDS", -1_00);
        position(MAR_01, "M1", "CNY", -20_00);
        position(MAR_01, "M1", "USD", 3_00);
        position(MAR_01, "M2", "CNY", 2_00);
        open(MAR_01);

        settle(reference, MAR_02);

        assertThat(rows("select terminal_id, state, collected_today_minor from deposit_day order by terminal_id"))
                .containsExactly("00000001 HELD 5900", "00000002 HELD 1100", "00000003 HELD 100");
    }

    @Test
    void withholdsFromOpeningBalancesOnTheFirstDate() {
        Snapshots reference = new Snapshots()
                .policies(Policies.esign().made())
                .terminal(T1, "M1", MAR_01, "ESIGN-59")
                .terminal(T2, "M2", MAR_01, "ESIGN-59")
                .balances(
                        new OpeningBalance("liabilities:merchant-payable:M1", Currency.CNY, -40_00),
                        new OpeningBalance("assets:merchant-receivable:M2", Currency.CNY, 10_00),
                        new OpeningBalance("assets:bank", Currency.CNY, 30_00));
        line(MAR_01, "M2", "CNY", "SALES", 15_00);

        settle(reference, MAR_01);

        assertThat(rows("select terminal_id, collected_today_minor from deposit_day order by terminal_id"))
                .containsExactly("00000001 4000", "00000002 500");
    }

    @Test
    void takesOverOpeningRecords() {
        Snapshots reference = new Snapshots()
                .policies(Policies.esign().made())
                .terminal(T1, "M1", MAR_01.minusDays(3), "ESIGN-59")
                .openings(new DepositOpening(T1, MAR_01.minusDays(1), 20_00, 0, 4_999_00));
        volume(MAR_01, "clearTerminals", "a", T1, 1_00);
        line(MAR_01, "M1", "CNY", "SALES", 1_00);

        settle(reference, MAR_01);

        assertThat(rows("select event_no, kind, amount_minor from deposit_event order by event_no"))
                .containsExactly("1 OPENING 2000", "2 WITHHELD 100", "3 REFUNDED 2100");
        assertThat(rows("select state, counted_minor, counted_through, earned_minor, history_complete from deposit"))
                .containsExactly("PART_REFUNDED 500000 2026-03-01 5900 true");
    }

    @Test
    void countsEarlierDatesWhereADepositBeginsLate() {
        Snapshots without = new Snapshots().terminal(T1, "M1", MAR_01, "");
        Snapshots with = new Snapshots().policies(Policies.keypad().made()).terminal(T1, "M1", MAR_01, "KEYPAD-299");
        volume(MAR_01, "clearTerminals", "a", T1, 300_00);
        volume(MAR_02, "clearTerminals", "a", T1, 200_00);
        open(MAR_01);

        settle(without, MAR_01);
        settle(with, MAR_02);

        assertThat(rows("select business_date, counted_minor, refund_today_minor from deposit_day"))
                .containsExactly("2026-03-02 50000 10000");
    }

    /** All of them are asked for at once; what a terminal cleared before its own activation is not counted. */
    @Test
    void countsEachFromItsOwnActivationWhereSeveralBegin() {
        LocalDate feb28 = MAR_01.minusDays(1);
        Snapshots with = new Snapshots()
                .policies(Policies.keypad().made())
                .terminal(T1, "M1", feb28, "KEYPAD-299")
                .terminal(T2, "M1", MAR_01, "KEYPAD-299");
        volume(feb28, "clearTerminals", "a", T1, 1_00);
        volume(feb28, "clearTerminals", "a", T2, 2_00);
        volume(MAR_01, "clearTerminals", "a", T1, 4_00);
        volume(MAR_01, "clearTerminals", "a", T2, 8_00);
        volume(MAR_02, "clearTerminals", "a", T2, 16_00);
        open(feb28);
        open(MAR_01);

        settle(with, MAR_02);

        assertThat(rows("select terminal_id, counted_minor from deposit_day order by terminal_id"))
                .containsExactly("00000001 500", "00000002 2400");
    }

    @Test
    void countsOnlyTheKindsOfThePolicyInTheHomeCurrency() {
        Snapshots reference = new Snapshots()
                .policies(Policies.keypad()
                        .counts(Set.of(Channel.UNIONPAY), Set.of(CardType.DEBIT))
                        .made())
                .terminal(T1, "M1", MAR_01, "KEYPAD-299");
        volume(MAR_01, "clearTerminals", "a", T1, 1_00);
        volumeOf(MAR_01, T1, "UNIONPAY", "CREDIT", "CNY", 20_00);
        volumeOf(MAR_01, T1, "WECHAT", "DEBIT", "CNY", 300_00);
        volumeOf(MAR_01, T1, "UNIONPAY", "DEBIT", "USD", 4_000_00);

        settle(reference, MAR_01);

        assertThat(rows("select counted_minor from deposit_day")).containsExactly("100");
    }

    @Test
    void opensTheCaseOfAMissingHistoryOnce() {
        Snapshots reference = new Snapshots()
                .policies(Policies.keypad().window(new Window(0, 2)).made())
                .terminal(T1, "M1", MAR_01.minusDays(1), "KEYPAD-299");

        settle(reference, MAR_01);
        settle(reference, MAR_02);
        settle(reference, MAR_03);

        assertThat(rows("select opened_on, kind, merchant_id, terminal_id, exposure_minor, currency from review_case"))
                .containsExactly("2026-03-02 DEPOSIT_HISTORY_MISSING M1 00000001 29900 CNY");
        assertThat(rows("select case_opened_on, history_complete from deposit")).containsExactly("2026-03-02 false");
        assertThat(rows("select held_minor from deposit_day")).containsExactly("29900", "29900", "29900");
    }

    @Test
    void keepsSalesAndMonthsAcrossNights() {
        Snapshots reference = new Snapshots()
                .policies(
                        Policies.sale().made(),
                        Policies.monthly(1).onExpiry(OnExpiry.KEEP).made())
                .terminal(T1, "M1", MAR_01, "TOUCH-598")
                .terminal(T2, "M1", MAR_01, "MONTHLY-120");
        volume(MAR_01, "clearTerminals", "a", T2, 999_99);
        volume(MAR_01.plusDays(30), "clearTerminals", "a", T2, 1);

        settle(reference, MAR_01);
        settle(reference, MAR_02);
        settle(reference, MAR_01.plusDays(30));

        assertThat(rows("select kind, amount_minor from deposit_event order by business_date, terminal_id"))
                .containsExactly("SOLD 59800", "PREPAID 12000", "REFUNDED 12000");
        assertThat(rows("select state, window_ends_on, next_threshold_minor from deposit_day where terminal_id = '" + T1
                        + "' and business_date = date '2026-03-02'"))
                .containsExactly("SOLD null null");
    }

    @Test
    void writesEverythingOrNothingSoThatARestartRepeatsIt() {
        Snapshots reference =
                new Snapshots().policies(Policies.keypad().made()).terminal(T1, "M1", MAR_01, "KEYPAD-299");
        open(MAR_01);
        Snapshot snapshot = reference.on(MAR_01);

        transaction.executeWithoutResult(status -> {
            deposits.settle(new DepositRun(snapshot, MAR_01), snapshot.terminals());
            status.setRollbackOnly();
        });
        assertThat(rows("select * from deposit")).isEmpty();
        settle(reference, MAR_01);

        assertThat(rows("select kind, amount_minor from deposit_event")).containsExactly("PREPAID 29900");
    }

    @Test
    void carriesThePositionOfAMerchantFromOneLotOfTerminalsToTheNext() {
        Snapshots reference = new Snapshots().policies(Policies.esign().made());
        for (int terminal = 0; terminal < 1_001; terminal++) {
            reference.terminal("%08d".formatted(terminal), "M1", MAR_01, "ESIGN-59");
        }
        line(MAR_01, "M1", "CNY", "SALES", 59_00 * 1_000 + 1);

        settle(reference, MAR_01);

        assertThat(rows("select sum(collected_today_minor), min(collected_today_minor) from deposit_day"))
                .containsExactly("5900001 1");
    }

    @Test
    void showsTheLiabilityPerPolicyAndMerchant() {
        Snapshots reference = new Snapshots()
                .policies(
                        Policies.keypad().made(),
                        Policies.esign().window(new Window(0, 32)).made())
                .terminal(T1, "M1", MAR_01, "KEYPAD-299")
                .terminal(T2, "M1", MAR_01, "KEYPAD-299")
                .terminal("00000003", "M1", MAR_01, "ESIGN-59")
                .terminal("00000004", "M2", MAR_02, "ESIGN-59");
        line(MAR_01, "M1", "CNY", "SALES", 500_00);
        line(MAR_02, "M2", "CNY", "SALES", 500_00);
        volume(MAR_01, "clearTerminals", "a", T1, 600_00);

        settle(reference, MAR_01);
        settle(reference, MAR_02);

        assertThat(rows("select merchant_id, policy, currency, terminals, collected_minor, refunded_minor,"
                        + " forfeited_minor, held_minor, counted_minor, next_threshold_minor, next_window_ends_on,"
                        + " due_to_expire_minor"
                        + " from deposit_liability where business_date = date '2026-03-01' order by 2"))
                .containsExactly(
                        "M1 ESIGN-59 CNY 1 5900 0 0 5900 0 500000 2026-04-01 0",
                        "M1 KEYPAD-299 CNY 2 59800 10000 0 49800 60000 200000 2026-05-31 0");
        assertThat(rows("select merchant_id, due_to_expire_minor from deposit_liability"
                        + " where business_date = date '2026-03-02' and policy = 'ESIGN-59' order by 1"))
                .containsExactly("M1 5900", "M2 0");
    }

    private void settle(Snapshots reference, LocalDate date) {
        open(date);
        Snapshot snapshot = reference.on(date);
        LocalDate booksFrom = jdbc.queryForObject("select min(business_date) from business_day", LocalDate.class);
        transaction.executeWithoutResult(
                status -> deposits.settle(new DepositRun(snapshot, booksFrom), snapshot.terminals()));
    }

    private void open(LocalDate date) {
        jdbc.update(
                "insert into business_day (business_date, state, opened_at)"
                        + " select ?, 'OPEN', current_timestamp where not exists"
                        + " (select 1 from business_day where business_date = ?)",
                date,
                date);
    }

    private void volume(LocalDate date, String step, String partition, String terminalId, long minor) {
        jdbc.update(
                "insert into terminal_volume values (?, ?, ?, ?, 'UNIONPAY', 'DEBIT', ?, 'CNY')",
                date,
                step,
                partition,
                terminalId,
                minor);
    }

    private void volumeOf(
            LocalDate date, String terminalId, String channel, String cardType, String currency, long minor) {
        jdbc.update(
                "insert into terminal_volume values (?, 'clearTerminals', 'x', ?, ?, ?, ?, ?)",
                date,
                terminalId,
                channel,
                cardType,
                minor,
                currency);
    }

    private void line(LocalDate date, String merchantId, String currency, String line, long minor) {
        jdbc.update(
                "insert into merchant_total values (?, 'clearTerminals', 'a', ?, ?, 'UNIONPAY', ?, '', 1, ?)",
                date,
                merchantId,
                currency,
                line,
                minor);
    }

    private void position(LocalDate date, String merchantId, String currency, long carriedForward) {
        jdbc.update(
                "insert into position values (?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, 'NEGATIVE', 0, ?,"
                        + " null)",
                date,
                merchantId,
                currency,
                carriedForward,
                carriedForward);
    }

    private List<String> rows(String sql) {
        return jdbc.queryForList(sql).stream().map(SettlingDepositsTests::text).toList();
    }

    private static String text(Map<String, Object> row) {
        return String.join(" ", row.values().stream().map(String::valueOf).toList());
    }
}

package io.qingfen.payouts.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.qingfen.OnBothDatabases;
import io.qingfen.Snapshots;
import io.qingfen.TestDatabase;
import io.qingfen.bulk.jdbc.TestBulkLoad;
import io.qingfen.payouts.jdbc.TestPayouts;
import io.qingfen.reference.Accounts;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothDatabases
class WritingPayoutsTest {
    private static final LocalDate FEB_12 = LocalDate.of(2026, 2, 12);
    private static final LocalDate FEB_13 = LocalDate.of(2026, 2, 13);
    private static final Map<String, Map<String, String>> BYTES_BY_TEST = new ConcurrentHashMap<>();

    @TempDir
    Path root;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final WritingPayouts work;
    private final Map<String, Accounts.Account> accounts = new HashMap<>();
    private final List<String> merchants = new ArrayList<>();
    private RunContext run;

    WritingPayoutsTest(TestDatabase database) {
        DataSource books = database.fresh();
        jdbc = new JdbcTemplate(books);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(books));
        work = new WritingPayouts(
                date -> Snapshots.of(date, merchants),
                TestPayouts.preparation(books, TestBulkLoad.on(books, database.dialect()), accounts),
                TestPayouts.payouts(books),
                TestPayouts.lookAt(books),
                new BankFilesOfDate(date -> Snapshots.of(date, merchants), TestPayouts.payouts(books)));
    }

    @BeforeEach
    void openDate() {
        run = new RunContext(FEB_12, new Home(root), 2, 1);
    }

    @Test
    void writesThreeKindsOfFilesForEachValueDateAndCurrency(TestInfo test) throws Exception {
        pays("898310000000001", "CNY", 499_895, FEB_13);
        pays("898310000000002", "CNY", 60_442, FEB_12);
        pays("898310000000002", "USD", 100, FEB_13);
        books("CNY", 560_337);
        books("USD", 100);
        write();
        assertThat(files().keySet())
                .contains(
                        "pain001_20260212_20260212_CNY_001.xml",
                        "pain001_20260212_20260213_CNY_001.xml",
                        "pain001_20260212_20260213_USD_001.xml",
                        "payouts_20260212_20260212_CNY.csv",
                        "unionpay-df_20260212_20260213_USD.txt")
                .hasSize(18);
        assertThat(files().get("unionpay-df_20260212_20260213_USD.txt"))
                .contains("5.0.0|100|1||\n", "P20260212-898310000000002-USD|840|100|");
        assertThat(files().get("pain001_20260212_20260213_USD_001.xml")).contains("<MsgId>QF20260212-0003</MsgId>");
        sameBytesOnBothDatabases(test);
    }

    @Test
    void putsTheHashOfItsBytesBesideEachFile() throws Exception {
        pays("898310000000001", "CNY", 499_895, FEB_13);
        books("CNY", 499_895);
        write();
        String name = "payouts_20260212_20260213_CNY.csv";
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(files().get(name).getBytes(StandardCharsets.UTF_8));
        String sha256 = HexFormat.of().formatHex(digest);
        assertThat(files()).containsEntry(name + ".sha256", sha256 + "  " + name + "\n");
        assertThat(jdbc.queryForList(
                        "select sha256 || ' ' || payouts || ' ' || amount_minor from payout_file where file_name = ?",
                        String.class,
                        name))
                .containsExactly(sha256 + " 1 499895");
    }

    @Test
    void keepsAccountNumbersOutOfTheTableButForTheCipher() throws Exception {
        pays("898310000000001", "CNY", 499_895, FEB_13);
        books("CNY", 499_895);
        write();
        assertThat(jdbc.queryForList("select * from payout").toString()).doesNotContain("62220210");
        assertThat(files().get("payouts_20260212_20260213_CNY.csv")).contains("62220210");
    }

    @Test
    void splitsCreditTransferFilesAtTenThousandPayouts() throws Exception {
        List<Object[]> positions = new ArrayList<>();
        for (int i = 0; i < 10_001; i++) {
            String merchant = "M" + (100_000 + i);
            account(merchant);
            positions.add(position(merchant, "CNY", 100 + i, FEB_13));
        }
        jdbc.batchUpdate(TestPayouts.INSERT_POSITION, positions);
        books("CNY", 10_001L * 100 + 10_000L * 10_001 / 2);
        write();
        String first = files().get("pain001_20260212_20260213_CNY_001.xml");
        String second = files().get("pain001_20260212_20260213_CNY_002.xml");
        assertThat(first).contains("<NbOfTxs>10000</NbOfTxs>").doesNotContain("P20260212-M110000");
        assertThat(second).contains("<NbOfTxs>1</NbOfTxs>", "<CtrlSum>101.00</CtrlSum>", "P20260212-M110000");
        assertThat(files().get("payouts_20260212_20260213_CNY.csv").lines()).hasSize(10_002);
        assertThat(files().get("unionpay-df_20260212_20260213_CNY.txt").lines()).hasSize(10_003);
        assertThat(jdbc.queryForObject(
                        "select sum(amount_minor) from payout_file where file_name like 'pain%'", Long.class))
                .isEqualTo(jdbc.queryForObject("select sum(payout_minor) from position", Long.class));
    }

    @Test
    void writesTheSameBytesAfterACrashBeforeTheCommit() throws Exception {
        pays("898310000000001", "CNY", 499_895, FEB_13);
        books("CNY", 499_895);
        transaction.executeWithoutResult(status -> {
            unchecked();
            status.setRollbackOnly();
        });
        assertThat(jdbc.queryForObject("select count(*) from payout", Long.class))
                .isZero();
        Map<String, String> before = files();
        write();
        assertThat(files()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void preparesAPayoutOnce() throws Exception {
        pays("898310000000001", "CNY", 499_895, FEB_13);
        books("CNY", 499_895);
        write();
        Map<String, String> before = files();
        write();
        assertThat(files()).isEqualTo(before);
        assertThat(jdbc.queryForObject("select count(*) from payout", Long.class))
                .isEqualTo(1);
    }

    @Test
    void removesFilesOfAnEarlierAttempt() throws Exception {
        Path directory = Files.createDirectories(run.home().outbox(FEB_12).resolve("payouts"));
        Files.writeString(directory.resolve("pain001_20260212_20260213_CNY_002.xml"), "old");
        Files.writeString(directory.resolve("pain001_20260212_20260213_CNY_002.xml.sha256"), "old");
        Files.writeString(directory.resolve("note.txt"), "a person's");
        write();
        assertThat(files().keySet()).containsExactly("note.txt");
    }

    @Test
    void refusesBeforeAnyFileWhenTheLedgerSaysOtherwise() {
        pays("898310000000001", "CNY", 499_895, FEB_13);
        books("CNY", 499_894);
        assertThatThrownBy(this::write)
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.exit()).isEqualTo(Exit.CONTROL_OPEN))
                .extracting(Refusal::getMessage)
                .asString()
                .contains("positions say 1 payouts of 4998.95", "payouts are 1 of 4998.95", "has 4998.94");
        assertThat(run.home().outbox(FEB_12)).doesNotExist();
    }

    @Test
    void refusesMerchantsWithoutAnAccountByName() {
        pays("898310000000001", "CNY", 100, FEB_13);
        pays("898310000000002", "CNY", 100, FEB_13);
        books("CNY", 200);
        accounts.remove("898310000000002");
        assertThatThrownBy(this::write)
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE))
                .extracting(Refusal::getMessage)
                .asString()
                .contains("merchant 898310000000002 cannot be paid")
                .doesNotContain("898310000000001");
        assertThat(run.home().outbox(FEB_12)).doesNotExist();
    }

    @Test
    void refusesADateWhosePayoutsAreReleased() throws Exception {
        pays("898310000000001", "CNY", 100, FEB_13);
        books("CNY", 100);
        write();
        jdbc.update("update payout set state = 'RELEASED'");
        assertThatThrownBy(this::write)
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.exit()).isEqualTo(Exit.REFUSED));
    }

    private void write() {
        transaction.executeWithoutResult(status -> unchecked());
    }

    private void unchecked() {
        try {
            work.run(run);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void pays(String merchantId, String currency, long minor, LocalDate valueDate) {
        account(merchantId);
        jdbc.update(TestPayouts.INSERT_POSITION, position(merchantId, currency, minor, valueDate));
    }

    private void account(String merchantId) {
        if (!merchants.contains(merchantId)) {
            merchants.add(merchantId);
        }
        accounts.put(
                merchantId,
                new Accounts.Account(
                        merchantId,
                        "老王面馆",
                        "收款人 " + merchantId,
                        "62220210" + merchantId.replace("M", "0"),
                        "6222****0001",
                        "102290000000",
                        "工商银行"));
    }

    private static Object[] position(String merchantId, String currency, long minor, LocalDate valueDate) {
        return new Object[] {Date.valueOf(FEB_12), merchantId, currency, minor, minor, Date.valueOf(valueDate)};
    }

    private void books(String currency, long minor) {
        jdbc.update(
                "insert into posting (entry_id, posting_no, business_date, account, debit_minor, credit_minor, currency)"
                        + " values (?, 2, ?, 'liabilities:payouts-in-transit', 0, ?, ?)",
                "E20260212-" + currency,
                Date.valueOf(FEB_12),
                minor,
                currency);
    }

    private void sameBytesOnBothDatabases(TestInfo test) throws IOException {
        String name = test.getTestMethod().orElseThrow().getName();
        Map<String, String> other = BYTES_BY_TEST.putIfAbsent(name, files());
        if (other != null) {
            assertThat(files()).isEqualTo(other);
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(run.home().outbox(FEB_12).resolve("payouts"))) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}

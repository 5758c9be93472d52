package io.qingfen.reports.batch;

import static io.qingfen.reports.batch.OutboxFiles.csv;
import static io.qingfen.reports.batch.OutboxFiles.manifest;
import static io.qingfen.reports.batch.OutboxFiles.outbox;
import static io.qingfen.reports.batch.OutboxFiles.partsWithOneHeader;
import static io.qingfen.reports.batch.OutboxFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.Snapshots;
import io.qingfen.TestDatabase;
import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.ResponseCode.Outcome;
import io.qingfen.reference.Settings;
import io.qingfen.reports.batch.TransactionFiles.Sizes;
import io.qingfen.reports.jdbc.TestReports;
import io.qingfen.run.Home;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothDatabases
class PublishingReportsTest {
    private static final Map<String, Map<String, String>> BYTES_BY_TEST = new ConcurrentHashMap<>();
    private static final Sizes ONE_FILE = new Sizes(1_000, 7, 64);
    private static final Sizes PARTS_OF_TWENTY = new Sizes(20, 7, 64);
    private static final Map<String, ResponseCode> CODES =
            Map.of("51", new ResponseCode("51", Outcome.DECLINED, "CARD", "余额不足", "", "换卡", ""));

    @TempDir
    Path root;

    private final DataSource books;
    private final JdbcTemplate jdbc;
    private final FilledBooks filled;
    private final TransactionTemplate transaction;

    PublishingReportsTest(TestDatabase database) {
        books = database.fresh();
        jdbc = new JdbcTemplate(books);
        filled = new FilledBooks(jdbc);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(books));
        database.dialect().createDatePartition(jdbc, FilledBooks.FEB_12);
    }

    @Test
    void writesEveryFileWithItsHeaderWhenThereIsNothing(TestInfo test) throws Exception {
        publish(ONE_FILE, root, 1);
        Map<String, String> files = outbox(root);
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "cases.csv",
                        "control-totals.csv",
                        "deposits.csv",
                        "failures.csv",
                        "fees.csv",
                        "journal.csv",
                        "journal.ledger",
                        "manifest.json",
                        "payouts-to-look-at.csv",
                        "payouts.csv",
                        "positions.csv",
                        "rejects.csv",
                        "settlement-report.html",
                        "settlement-report.pdf",
                        "settlement-report.xlsx",
                        "summary.json",
                        "transactions.csv",
                        "trial-balance.csv");
        files.forEach((name, content) -> {
            if (name.endsWith(".csv")) {
                assertThat(content.lines()).as(name).hasSize(1);
            }
        });
        sameOnBothDatabases(test, files);
    }

    @Test
    void writesTheSameBytesWhateverTheWorkersAndTheDatabase(TestInfo test) throws Exception {
        filled.everything();
        publish(ONE_FILE, root.resolve("a"), 1);
        publish(ONE_FILE, root.resolve("b"), 99);
        Map<String, String> files = outbox(root.resolve("a"));
        assertThat(outbox(root.resolve("b"))).isEqualTo(files);
        sameOnBothDatabases(test, files);
    }

    @Test
    void writesTransactionsInTheirOrderWithTheirSources() throws Exception {
        filled.everything();
        publish(ONE_FILE, root, 1);
        List<CSVRecord> rows = csv(outbox(root).get("transactions.csv"));
        assertThat(rows).hasSize(60);
        assertThat(rows.stream().map(OutboxFiles::sortKey)).isSorted();
        CSVRecord settled = rows.stream()
                .filter(row -> row.get("disposition").equals("SETTLED"))
                .findFirst()
                .orElseThrow();
        assertThat(settled.get("fee_rule")).isEqualTo("'=debit");
        assertThat(settled.get("capture_source")).startsWith("terminal-batches_20260212_01.csv:");
        assertThat(settled.get("authorization_source")).startsWith("authorizations_202602");
        CSVRecord held = rows.stream()
                .filter(row -> row.get("disposition").equals("HELD"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(held.get("fee"), held.get("net"), held.get("authorization_source")))
                .containsOnly("");
    }

    @Test
    void sumsOfTheFilesAreSumsOfTheTables() throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            jdbc.update("delete from transactions");
            filled.transactions(300, seed);
            if (seed == 1) {
                filled.inputs();
            }
            publish(PARTS_OF_TWENTY, root.resolve("s" + seed), seed);
            Map<String, BigDecimal> sums = new TreeMap<>();
            for (CSVRecord row : csv(String.join("", partsWithOneHeader(root.resolve("s" + seed))))) {
                sums.merge(row.get("currency"), new BigDecimal(row.get("amount")), BigDecimal::add);
            }
            for (Map<String, Object> row :
                    jdbc.queryForList("select currency, sum(amount_minor) as s from transactions group by currency")) {
                int digits = row.get("currency").equals("JPY") ? 0 : 2;
                assertThat(sums.get(row.get("currency")))
                        .as("seed " + seed)
                        .isEqualByComparingTo(new BigDecimal(row.get("s").toString()).movePointLeft(digits));
            }
        }
    }

    @Test
    void dividesManyTransactionsIntoCompressedPartsOfEqualSize(TestInfo test) throws Exception {
        filled.inputs();
        filled.transactions(90, 3);
        publish(PARTS_OF_TWENTY, root.resolve("parts"), 1);
        publish(ONE_FILE, root.resolve("one"), 1);
        assertThat(outbox(root.resolve("parts")).keySet().stream().filter(name -> name.startsWith("transactions")))
                .containsExactly(
                        "transactions-0001.csv.gz",
                        "transactions-0002.csv.gz",
                        "transactions-0003.csv.gz",
                        "transactions-0004.csv.gz",
                        "transactions-0005.csv.gz");
        assertThat(String.join("", partsWithOneHeader(root.resolve("parts"))))
                .isEqualTo(outbox(root.resolve("one")).get("transactions.csv"));
        assertThat(manifest(root.resolve("parts")).get("transactions-0001.csv.gz"))
                .startsWith("20 ");
        assertThat(manifest(root.resolve("parts")).get("transactions-0005.csv.gz"))
                .startsWith("10 ");
        sameOnBothDatabases(test, outbox(root.resolve("parts")));
    }

    @Test
    void removesPartsOfAnEarlierAttempt() throws Exception {
        filled.inputs();
        filled.transactions(90, 3);
        publish(PARTS_OF_TWENTY, root, 1);
        jdbc.update("delete from transactions where transaction_id > 'C20260212-01-3'");
        publish(ONE_FILE, root, 1);
        assertThat(outbox(root).keySet().stream().filter(name -> name.startsWith("transactions")))
                .containsExactly("transactions.csv");
        assertThat(manifest(root)).containsKey("transactions.csv").doesNotContainKey("transactions-0001.csv.gz");
    }

    @Test
    void listsEveryFileWithRowsAndHashInTheManifest() throws Exception {
        filled.everything();
        publish(ONE_FILE, root, 1);
        Map<String, String> listed = manifest(root);
        Map<String, String> expected = new TreeMap<>();
        for (Map.Entry<String, String> file : outbox(root).entrySet()) {
            if (!file.getKey().equals("manifest.json")) {
                byte[] bytes = file.getValue().getBytes(StandardCharsets.ISO_8859_1);
                String sha256 = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
                String rows = file.getKey().endsWith(".csv")
                        ? Long.toString(csv(file.getValue()).size())
                        : listed.get(file.getKey()).split(" ")[0];
                expected.put(file.getKey(), rows + " " + sha256);
            }
        }
        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void listsCasesOfTheDateWithTheirStateAtItsEnd() throws Exception {
        filled.everything();
        publish(ONE_FILE, root, 1);
        List<CSVRecord> rows = csv(utf8(outbox(root).get("cases.csv")));
        assertThat(rows.stream()
                        .map(row -> row.get("case_id") + " " + row.get("state") + " " + row.get("resolution") + " "
                                + row.get("category") + " " + row.get("age_days") + " " + row.get("exposure")))
                .containsExactly(
                        "K1 OPEN  ORPHAN 40 10.00",
                        "K5 OPEN  ORPHAN 2 5",
                        "K3 SELF_CLEARED SELF_CLEARED ORPHAN 1 0.30",
                        "K2 OPEN  CARD 0 20.00",
                        "K7 OPEN  WATCH 0 0");
        assertThat(rows.get(3).get("reason")).isEqualTo("余额不足");
    }

    @Test
    void listsUnusualPayouts() throws Exception {
        filled.everything();
        publish(ONE_FILE, root, 1);
        assertThat(utf8(outbox(root).get("payouts-to-look-at.csv"))).isEqualTo("""
                        payout_id,merchant_id,amount,currency,value_date,reason,average,changed_on
                        P20260212-M0,M0,100.00,CNY,2026-02-13,ABOVE_AVERAGE,16.66,
                        P20260212-M1,M1,200.00,CNY,2026-02-13,FIRST_PAYOUT,,
                        P20260212-M3,M3,400.00,CNY,2026-02-13,ACCOUNT_CHANGED,,2026-02-10
                        """);
    }

    @Test
    void neverLeavesAFormulaOrMarkupAlive() throws Exception {
        filled.everything();
        publish(ONE_FILE, root, 1);
        assertThat(utf8(outbox(root).get("payouts.csv"))).contains("\"'=cmd|' /C calc'!A0 <b>M0\"");
        assertThat(utf8(outbox(root).get("rejects.csv"))).isEqualTo("""
                        file,line,record_type,reason,field,detail
                        authorizations_20260212_01.csv,3,A,UNKNOWN_TERMINAL,,
                        terminal-batches_20260212_01.csv,9,D,BAD_VALUE,amount,"'=1+1, ""x""
                        y"
                        """);
        assertThat(outbox(root).get("settlement-report.html"))
                .doesNotContain("<script>", "http://", "https://")
                .contains("&lt;script&gt;");
    }

    @Test
    void writesAJournalWhoseBalancesAreTheTrialBalance() throws Exception {
        filled.everything();
        publish(ONE_FILE, root, 1);
        assertThat(outbox(root).get("journal.ledger")).isEqualTo("""
                        ; Qingfen, journal of 2026-02-12
                        commodity 1000.00 CNY
                        account assets:scheme-receivable:VISA
                        account income:merchant-fees
                        account liabilities:merchant-payable:M1

                        2026-02-12 * opening balances
                            assets:scheme-receivable:VISA  5.00 CNY
                            liabilities:merchant-payable:M1  -5.00 CNY

                        2026-02-12 * (E20260212-a) fee
                            liabilities:merchant-payable:M1  0.34 CNY
                            income:merchant-fees  -0.34 CNY

                        2026-02-12 * (E20260212-b) sales of M1
                            assets:scheme-receivable:VISA  12.34 CNY
                            liabilities:merchant-payable:M1  -12.34 CNY
                        """);
    }

    @Test
    void saysTheFiguresOfTheDateInTheSummary() throws Exception {
        filled.everything();
        publish(ONE_FILE, root, 1);
        Map<String, Object> summary =
                OutboxFiles.tree(outbox(root).get("summary.json").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(summary.keySet())
                .containsExactly(
                        "business_date",
                        "inputs",
                        "notices",
                        "records",
                        "transactions",
                        "totals",
                        "by_channel",
                        "by_card_type",
                        "by_mcc",
                        "by_hour",
                        "failures",
                        "rates",
                        "merchants",
                        "terminals",
                        "volume_per_active_terminal",
                        "deposits",
                        "payouts",
                        "cases",
                        "rejects",
                        "controls",
                        "files");
        assertThat(summary.get("rates").toString()).contains("approval_rate=0.9500", "unknown_rate=0.0100");
        assertThat(summary.get("merchants").toString()).isEqualTo("{active=4, new=4, silent=6}");
        assertThat(summary.get("cases").toString()).startsWith("{open=4, opened=2, closed=1");
        assertThat(summary.get("notices").toString())
                .isEqualTo("[{file=authorizations_20260212_02.csv, notice=REFUSED_FILE, detail=the trailer says <9>}]");
        assertThat(outbox(root).get("settlement-report.html")).contains("the trailer says &lt;9&gt;");
        assertThat(summary.get("files").toString())
                .doesNotContain("summary.json")
                .contains("settlement-report.html");
    }

    private void publish(Sizes sizes, Path home, long seed) {
        RunContext run = new RunContext(FilledBooks.FEB_12, new Home(home), 2, 1);
        PublishingReports work = new PublishingReports(
                date -> Snapshots.of(
                        date,
                        Settings.DEFAULTS,
                        Snapshots.merchants(List.of("M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9")),
                        List.of(),
                        CODES),
                TestReports.tables(books),
                TestReports.journal(books),
                TestReports.figures(books),
                new TransactionFiles(TestReports.transactions(books), sizes),
                new StatementFiles(TestReports.statements(books), TestReports.files(books)),
                TestReports.files(books));
        List<String> partitions = new ArrayList<>(work.partitions(run));
        Collections.shuffle(partitions, new Random(seed));
        partitions.forEach(partition -> inTransaction(() -> work.run(run, partition)));
        inTransaction(() -> work.finish(run));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void inTransaction(Work work) {
        transaction.executeWithoutResult(status -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void sameOnBothDatabases(TestInfo test, Map<String, String> files) {
        Map<String, String> other =
                BYTES_BY_TEST.putIfAbsent(test.getTestMethod().orElseThrow().getName(), files);
        if (other != null) {
            assertThat(files).isEqualTo(other);
        }
    }
}

package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.QingfenApplication;
import io.qingfen.TestDatabase;
import io.qingfen.cli.Typed;
import io.qingfen.nightly.Nights;
import io.qingfen.reports.MonthEnd;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** The files of a month are those of the story's positions, reckoned by hand, and agree with the ledger to the fen. */
@OnBothDatabases
class ClosingAMonthTest {
    private static final Path STORY = Path.of("sample-files/days/2026-05-31-fees-and-tiers");
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final Actor MEI = new Actor("mei");
    private final TestDatabase database;

    @TempDir
    private Path home;

    ClosingAMonthTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void invoicesMarginsAndFiguresAgreeWithTheLedgerOrNothingIsWritten() throws IOException {
        FileSystemUtils.copyRecursively(STORY.resolve("home"), home);
        try (ConfigurableApplicationContext program = opened()) {
            MonthEnd months = program.getBean(MonthEnd.class);
            refuses(months, Exit.REFUSED, "its last date is not in the books; first: qingfen run --until 2026-05-31");
            program.getBean(Nights.class).run(LocalDate.of(2026, 5, 31), 1);
            assertThat(months.isClosed(MAY)).isTrue();
            movesOfDecisions(program);

            refuses(months, Exit.CONTROL_OPEN, "invoices -> ledger is open in CNY: 2345.32 and 2338.32");
            assertThat(folder())
                    .as("nothing is written of a month that is not proved")
                    .doesNotExist();
            bookThem(program);
            assertThat(typed(program, "--dry-run"))
                    .contains("2026-05  would be written: 7 invoices, every sum agrees with the ledger");
            assertThat(folder()).as("looking writes nothing").doesNotExist();
            assertThat(typed(program)).contains("2026-05  7 invoices, every sum agrees with the ledger");
            requireInvoicesOfThePositions();
            requireMargins();
            requireTheSameBytesAgain(months);
            assertThat(program.getBean(Audit.class).problems()).isEmpty();
        }
    }

    private ConfigurableApplicationContext opened() {
        DatabaseSettings books = database == TestDatabase.H2
                ? DatabaseSettings.embedded(home.resolve("data").resolve("qingfen"))
                : database.freshSettings();
        return new SpringApplication(QingfenApplication.class)
                .run(
                        "--qingfen.home=" + home,
                        "--qingfen.db.url=" + books.url(),
                        "--qingfen.db.user=" + books.user(),
                        "--qingfen.db.password=" + books.password());
    }

    /** A fee of 8.00 that a decision charged, 1.00 that one gave back, and 2.50 that a scheme charged for it. */
    private static void movesOfDecisions(ConfigurableApplicationContext program) {
        JdbcTemplate jdbc = jdbc(program);
        String merchant = "liabilities:merchant-payable:898310058120001";
        move(jdbc, "CASE|K1|FEE", merchant, "income:merchant-fees", 800);
        move(jdbc, "CASE|K2|FEE", "income:merchant-fees", merchant, 100);
        move(jdbc, "CASE|K1|COST", "expenses:scheme-cost:UNIONPAY", "assets:scheme-receivable:UNIONPAY", 250);
        move(jdbc, "CASE|K3|OTHER", merchant, "expenses:write-off", 77);
    }

    private static void move(JdbcTemplate jdbc, String key, String debit, String credit, long minor) {
        jdbc.update(
                "insert into money_move values (date '2026-05-31', ?, '898310058120001', 'CNY', '', ?, ?, ?, '')",
                key,
                debit,
                credit,
                minor);
    }

    private static void bookThem(ConfigurableApplicationContext program) {
        JdbcTemplate jdbc = jdbc(program);
        jdbc.update("insert into journal_entry (entry_id, business_date, entry_key, description)"
                + " select 'E' || move_key, business_date, move_key, '' from money_move");
        jdbc.update("insert into posting select 'E' || move_key, 1, business_date, debit_account, amount_minor, 0,"
                + " currency from money_move");
        jdbc.update("insert into posting select 'E' || move_key, 2, business_date, credit_account, 0, amount_minor,"
                + " currency from money_move");
    }

    private void requireInvoicesOfThePositions() throws IOException {
        Map<String, BigDecimal> fees = new TreeMap<>();
        for (CSVRecord row : rows(STORY.resolve("expected/2026-05-31/positions.csv"))) {
            BigDecimal charged = new BigDecimal(row.get("merchant_fees")).add(new BigDecimal(row.get("instant_fee")));
            fees.put(row.get("merchant_id"), charged.negate());
        }
        fees.merge("898310058120001", new BigDecimal("7.00"), BigDecimal::add);
        Map<String, BigDecimal> billed = new TreeMap<>();
        Map<String, BigDecimal> invoiced = new TreeMap<>();
        for (CSVRecord row : rows(folder().resolve("fee-invoices.csv"))) {
            billed.put(row.get("merchant_id"), new BigDecimal(row.get("total")));
            List<CSVRecord> lines = rows(folder().resolve("invoices/" + row.get("merchant_id") + ".csv"));
            CSVRecord total = lines.get(lines.size() - 1);
            assertThat(total.get("line")).isEqualTo("TOTAL");
            invoiced.put(row.get("merchant_id"), new BigDecimal(total.get("fee")));
        }
        assertThat(billed).isEqualTo(fees);
        assertThat(invoiced).isEqualTo(fees);
    }

    private void requireMargins() throws IOException {
        List<String> margins = Files.readAllLines(folder().resolve("margin.csv"));
        assertThat(margins)
                // 42.23 + 7.00 - (33.96 + 2.50) = 12.77, of 7,038.01
                .contains("2026-05,898310058120001,7038.01,49.23,36.46,12.77,18.14,no,CNY")
                .contains("2026-05,898310070110001,1000000.00,2000.00,4503.25,-2503.25,-25.03,yes,CNY");
        assertThat(Files.readAllLines(folder().resolve("kpis.csv")))
                .contains("FEE_INCOME,,,,12,2345.32,CNY", "TRANSACTIONS,,UNIONPAY,DEBIT,2,7714.29,CNY");
        assertThat(Files.readAllLines(folder().resolve("control-totals.csv")))
                .contains("\"invoices -> ledger\",2345.32,2345.32,yes,CNY");
    }

    private void requireTheSameBytesAgain(MonthEnd months) throws IOException {
        String list = Files.readString(folder().resolve("SHA256SUMS"));
        months.write(MAY, MEI);
        assertThat(folder().resolve("SHA256SUMS")).hasContent(list);
        try (Stream<Path> files = Files.walk(folder())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder().relativize(file).toString())
                            .toList())
                    .hasSize(4 + 7 + 1)
                    .allMatch(name -> name.equals("SHA256SUMS") || list.contains("  " + name + "\n"));
        }
    }

    private String typed(ConfigurableApplicationContext program, String... more) {
        List<String> words = new ArrayList<>(
                List.of("run", "month-end", "--month", "2026-05", "--as", "mei", "--home", home.toString()));
        words.addAll(List.of(more));
        Typed done = Typed.of(program, words);
        assertThat(done.exit()).as(done.said()).isZero();
        return done.said();
    }

    private static void refuses(MonthEnd months, Exit exit, String why) {
        assertThatThrownBy(() -> months.write(MAY, MEI))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(exit))
                .hasMessageContaining(why);
    }

    private Path folder() {
        return home.resolve("outbox/month-2026-05");
    }

    private static JdbcTemplate jdbc(ConfigurableApplicationContext program) {
        return new JdbcTemplate(program.getBean(DataSource.class));
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().get();
        try (CSVParser parser = CSVParser.parse(Files.readString(file), format)) {
            return parser.getRecords();
        }
    }
}

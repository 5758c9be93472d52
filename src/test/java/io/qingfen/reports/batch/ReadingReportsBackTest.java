package io.qingfen.reports.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.Snapshots;
import io.qingfen.TestDatabase;
import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.ResponseCode.Outcome;
import io.qingfen.reference.Settings;
import io.qingfen.reports.Dictionary;
import io.qingfen.reports.Dictionary.Layout;
import io.qingfen.reports.Report;
import io.qingfen.reports.ReportCell;
import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportCell.Text;
import io.qingfen.reports.ReportName;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportSection.Column;
import io.qingfen.reports.ReportSection.Lead;
import io.qingfen.reports.ReportSection.Look;
import io.qingfen.reports.jdbc.TestReports;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every report in every form, in both languages: what was written is read back and is what the books say. */
@OnBothDatabases
class ReadingReportsBackTest {
    private static final Map<String, String> JSON = new ConcurrentHashMap<>();
    private static final LocalDate DATE = FilledBooks.FEB_12;

    private final DataSource books;
    private final TransactionTemplate transaction;
    private final ReportsOnDemand reports;

    ReadingReportsBackTest(TestDatabase database) {
        books = database.fresh();
        JdbcTemplate jdbc = new JdbcTemplate(books);
        database.dialect().createDatePartition(jdbc, DATE);
        new FilledBooks(jdbc).everything();
        Map.of("OWN", 1_000, "SHORT", 100, "SCHEME", 900)
                .forEach((line, minor) -> jdbc.update(
                        "insert into scheme_line values ('unionpay', ?, 'CNY', ?, 1, ?)",
                        java.sql.Date.valueOf(DATE),
                        line,
                        minor));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(books));
        reports = new ReportsOnDemand(
                TestReports.onDemand(books),
                TestReports.figures(books),
                date -> Snapshots.of(
                        date,
                        Settings.DEFAULTS,
                        Snapshots.merchants(List.of("M0", "M1", "M2", "M3")),
                        List.of(),
                        Map.of("51", new ResponseCode("51", Outcome.DECLINED, "CARD", "余额不足", "no money", "换卡", ""))),
                new Days());
    }

    private Report report(ReportName name, String language) {
        return transaction.execute(status -> reports.of(DATE, name, language));
    }

    @Test
    void everyFormOfEveryReportHoldsTheSameCells() throws Exception {
        for (ReportName name : ReportName.values()) {
            for (String language : List.of("en", "zh")) {
                Report report = report(name, language);
                String total = ShippedTexts.in(language).words().of("total");
                long cells = 0;
                for (String form : List.of("html", "xlsx", "pdf", "json", "zip")) {
                    SameCells same = new SameCells(report.sections(), total);
                    byte[] bytes = reports.file(report, form);
                    switch (form) {
                        case "html" -> same.requireInPage(bytes);
                        case "xlsx" -> same.requireInWorkbook(bytes);
                        case "pdf" -> same.requireInPdf(bytes);
                        case "json" -> same.requireInJson(bytes, report);
                        default -> same.requireInZip(bytes);
                    }
                    assertThat(same.compared())
                            .as("%s %s %s", name, language, form)
                            .isGreaterThan(30);
                    cells += same.compared();
                    assertThat(reports.file(report, form)).isEqualTo(bytes);
                }
                assertThat(cells).as("%s", name).isGreaterThan(300);
            }
        }
    }

    @Test
    void machinesReadTheSameFiguresInBothLanguagesAndFromBothDatabases() throws Exception {
        for (ReportName name : ReportName.values()) {
            String english = new String(reports.file(report(name, "en"), "json"), StandardCharsets.UTF_8);
            String other = JSON.putIfAbsent(name.key(), english);
            assertThat(english).isEqualTo(other == null ? english : other);
            Report chinese = report(name, "zh");
            Report said = report(name, "en");
            for (int at = 0; at < said.sections().size(); at++) {
                assertThat(numbers(chinese.sections().get(at)))
                        .isEqualTo(numbers(said.sections().get(at)));
            }
        }
    }

    private static List<String> numbers(ReportSection section) {
        List<String> numbers = new ArrayList<>();
        section.rows()
                .forEach(row -> row.forEach(cell -> {
                    if (!(cell instanceof Text)) {
                        numbers.add(cell.plain());
                    }
                }));
        return numbers;
    }

    /** The tables that a file is made of can be told apart, and none of their words is missing. */
    @Test
    void everyTableAndColumnHasItsNameAndItsWords() {
        int columns = 0;
        for (ReportName name : ReportName.values()) {
            Report english = report(name, "en");
            Report chinese = report(name, "zh");
            assertThat(new TreeSet<>(keys(english))).hasSameSizeAs(english.sections());
            for (int at = 0; at < english.sections().size(); at++) {
                ReportSection section = english.sections().get(at);
                assertThat(section.title()).isNotEqualTo(section.key());
                assertThat(chinese.sections().get(at).title()).isNotEqualTo(section.title());
                assertThat(section.columns().stream().map(Column::key)).doesNotHaveDuplicates();
                for (Column column : section.columns()) {
                    assertThat(column.title()).as(column.key()).matches("[A-Z0-9].*");
                    columns++;
                }
            }
        }
        assertThat(columns).isGreaterThan(150);
    }

    @Test
    void everyColumnOfEveryTableStandsInTheDictionaryAndNoneElse() throws Exception {
        Set<String> tables = new TreeSet<>();
        for (ReportName name : ReportName.values()) {
            Report report = report(name, "en");
            for (ReportSection section : report.sections()) {
                Layout layout = ShippedDictionary.ENGLISH
                        .layout(name, section.key())
                        .orElseThrow(
                                () -> new AssertionError("layouts.csv has no " + name.key() + "/" + section.key()));
                String csv = new String(reports.csv(section, List.of()), StandardCharsets.UTF_8);
                List<String> written =
                        List.of(csv.lines().findFirst().orElseThrow().split(","));
                assertThat(written)
                        .filteredOn(column -> !column.endsWith(Dictionary.CURRENCY))
                        .as(layout.file())
                        .isEqualTo(layout.columns());
                tables.add(layout.file());
            }
        }
        assertThat(tables)
                .hasSizeGreaterThan(45)
                .isEqualTo(ShippedDictionary.ENGLISH.layouts().stream()
                        .map(Layout::file)
                        .filter(file -> file.contains("/")
                                && ReportName.of(file.split("/")[0]).isPresent())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aTableIsWrittenWithChosenColumns() throws Exception {
        Report report = report(ReportName.FEES, "en");
        ReportSection rules = report.section("fees_by_rule").orElseThrow();
        List<String> all = lines(reports.csv(rules, List.of()));
        List<String> chosen = lines(reports.csv(rules, List.of("margin", "fee_rule")));
        int margin = List.of(all.get(0).split(",")).indexOf("margin");
        assertThat(chosen.get(0)).isEqualTo("margin,fee_rule");
        assertThat(chosen).hasSameSizeAs(all).hasSizeGreaterThan(1);
        assertThat(chosen.get(1).split(",")[0]).isEqualTo(all.get(1).split(",")[margin]);
        assertThatThrownBy(() -> reports.csv(rules, List.of("profit")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no column profit in fees_by_rule. Its columns: currency, fee_kind");
    }

    private static List<String> lines(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> keys(Report report) {
        return report.sections().stream().map(ReportSection::key).toList();
    }

    @Test
    void aLongTableIsShownInPartSaidSoAndWholeForMachines() throws Exception {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (int row = 0; row < ReportSection.MOST + 5; row++) {
            rows.add(List.of(new Text("M" + row), new Count(2), new Money(row, "CNY", true)));
        }
        List<Column> heads = List.of(
                new Column("merchant_id", "Merchant", false),
                new Column("count", "Count", true),
                new Column("sales", "Sales", true));
        ReportSection section = new ReportSection("many", Look.TABLE, "Many", Lead.NONE, heads, rows, true);
        Report report = new Report(DATE, ReportName.FEES, "en", "Acquirer", List.of(section));
        assertThat(section.total("Total").orElseThrow().get(1)).isEqualTo(new Count(2L * rows.size()));
        SameCells same = new SameCells(report.sections(), "Total");
        same.requireInPage(reports.file(report, "html"));
        same.requireInWorkbook(reports.file(report, "xlsx"));
        same.requireInPdf(reports.file(report, "pdf"));
        same.requireInJson(reports.file(report, "json"), report);
        same.requireInCsv(reports.csv(section, List.of()), section);
        assertThat(new String(reports.file(report, "html"), StandardCharsets.UTF_8))
                .contains("… 5 more rows in the CSV");
        assertThat(section.seen()).hasSize(ReportSection.MOST);
    }

    @Test
    void onlyClosedDatesHaveReports() {
        assertThatThrownBy(() -> reports.of(DATE.plusDays(1), ReportName.FEES, ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is OPEN, reports are made of closed dates");
        assertThatThrownBy(() -> reports.of(DATE.plusDays(2), ReportName.FEES, ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The books do not have 2026-02-14");
        assertThatThrownBy(() -> reports.of(DATE.minusDays(1), ReportName.FEES, ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has left the books");
    }

    /** One closed date, one open, one that has left. */
    private static final class Days implements BusinessDays {
        @Override
        public Optional<BusinessDay> find(LocalDate date) {
            Map<LocalDate, BusinessDay.State> states = Map.of(
                    DATE.minusDays(1),
                    BusinessDay.State.RETIRED,
                    DATE,
                    BusinessDay.State.CLOSED,
                    DATE.plusDays(1),
                    BusinessDay.State.OPEN);
            return Optional.ofNullable(states.get(date))
                    .map(state -> new BusinessDay(date, state, Optional.empty(), Optional.empty()));
        }

        @Override
        public Optional<LocalDate> first() {
            return Optional.of(DATE);
        }

        @Override
        public Optional<BusinessDay> latest() {
            return find(DATE);
        }

        @Override
        public Optional<LocalDate> latestClosed() {
            return Optional.of(DATE);
        }

        @Override
        public void open(LocalDate date) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean beginTakingOver(LocalDate date) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void fail(LocalDate date, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close(LocalDate date) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void ranges(LocalDate date, int ranges) {
            throw new UnsupportedOperationException();
        }
    }
}

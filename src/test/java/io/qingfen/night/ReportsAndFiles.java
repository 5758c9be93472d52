package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.reports.Report;
import io.qingfen.reports.ReportCell;
import io.qingfen.reports.ReportName;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportSection.Tone;
import io.qingfen.reports.Reports;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reports on demand are reckoned again from the files that the night wrote: by other code, from other tables. Two groups of
 * decimals are the same when each key has the same sum; what is zero counts as absent.
 */
final class ReportsAndFiles {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Reports reports;
    private final Path outbox;
    private final LocalDate date;
    private int compared;

    private ReportsAndFiles(Reports reports, Path outbox, LocalDate date) {
        this.reports = reports;
        this.outbox = outbox;
        this.date = date;
    }

    /** @return how many sums were compared */
    static int requireAgreement(Reports reports, Path home, LocalDate date) throws IOException {
        ReportsAndFiles one =
                new ReportsAndFiles(reports, home.resolve("outbox").resolve(date.toString()), date);
        one.settlementIsTheOneOfTheNight();
        one.fees();
        one.deposits();
        one.failures();
        one.reconciliation();
        one.kpis();
        return one.compared;
    }

    private void settlementIsTheOneOfTheNight() throws IOException {
        Report report = reports.of(date, ReportName.SETTLEMENT, "");
        assertThat(reports.file(report, "html"))
                .isEqualTo(Files.readAllBytes(outbox.resolve("settlement-report.html")));
        compared++;
    }

    private void fees() throws IOException {
        Report report = reports.of(date, ReportName.FEES, "");
        assertThat(section(report, "fees_and_ledger").lead().tone()).isNotEqualTo(Tone.BAD);
        List<CSVRecord> fees = rows("fees.csv");
        Predicate<Map<String, String>> priced = row -> row.get("fee_kind").equals("MERCHANT_FEES");
        for (String[] pair : new String[][] {
            {"fee", "fees_charged"}, {"amount", "volume"}, {"scheme_cost", "scheme_cost"}, {"count", "count"}
        }) {
            same(
                    sums(fees, row -> row.get("channel") + row.get("card_type"), pair[0]),
                    sums(report, "fees_by_channel", priced, row -> row.get("channel") + row.get("card_type"), pair[1]));
            same(
                    sums(fees, row -> row.get("fee_rule").replaceFirst("^'", ""), pair[0]),
                    sums(report, "fees_by_rule", priced, row -> row.get("fee_rule"), pair[1]));
        }
        same(
                sums(rows("positions.csv"), row -> row.get("currency"), "instant_fee"),
                negated(sums(
                        report,
                        "fees_by_rule",
                        row -> row.get("fee_kind").equals("INSTANT_FEE"),
                        row -> row.get("currency"),
                        "fees_charged")));
        same(
                sums(fees, row -> row.get("merchant_id"), "amount"),
                sums(report, "fees_by_merchant", row -> true, row -> row.get("merchant_id"), "volume"));
    }

    private void deposits() throws IOException {
        Report report = reports.of(date, ReportName.DEPOSITS, "");
        assertThat(section(report, "deposits_and_ledger").lead().tone()).isNotEqualTo(Tone.BAD);
        List<CSVRecord> owed = rows("deposits.csv").stream()
                .filter(row -> !row.get("state").equals("SOLD"))
                .toList();
        for (String amount : List.of("collected", "refunded", "forfeited", "held")) {
            same(
                    sums(owed, row -> row.get("policy"), amount),
                    sums(report, "deposits_by_policy", row -> true, row -> row.get("policy"), amount));
            same(
                    sums(owed, row -> row.get("policy") + row.get("merchant_id"), amount),
                    sums(
                            report,
                            "deposits_by_merchant",
                            row -> true,
                            row -> row.get("policy") + row.get("merchant_id"),
                            amount));
        }
        List<CSVRecord> earning = owed.stream()
                .filter(row -> !row.get("next_threshold").isEmpty())
                .toList();
        same(
                sums(earning, row -> row.get("policy"), "counted_volume"),
                sums(report, "deposits_by_policy", row -> true, row -> row.get("policy"), "counted_volume"));
        List<CSVRecord> due = owed.stream()
                .filter(row -> !row.get("window_ends_on").isEmpty())
                .filter(row -> !LocalDate.parse(row.get("window_ends_on")).isBefore(date))
                .filter(row -> !LocalDate.parse(row.get("window_ends_on")).isAfter(date.plusDays(30)))
                .toList();
        same(
                sums(due, row -> row.get("policy"), "held"),
                sums(report, "deposits_by_policy", row -> true, row -> row.get("policy"), "due_to_expire"));
        List<CSVRecord> accounts = rows("trial-balance.csv").stream()
                .filter(row -> row.get("account").startsWith("liabilities:terminal-deposits:"))
                .toList();
        same(
                negated(sums(accounts, row -> row.get("currency"), "closing")),
                sums(report, "deposits_by_policy", row -> true, row -> row.get("currency"), "held"));
    }

    private void failures() throws IOException {
        Report report = reports.of(date, ReportName.FAILURES, "");
        List<CSVRecord> failures = rows("failures.csv");
        Map<String, String> tables = Map.of(
                "response_code",
                "failures_by_code",
                "category",
                "failures_by_category",
                "channel",
                "failures_by_channel",
                "merchant_id",
                "failures_by_merchant");
        for (Map.Entry<String, String> table : tables.entrySet()) {
            same(
                    sums(failures, row -> row.get(table.getKey()), "amount"),
                    sums(report, table.getValue(), row -> true, row -> row.get(table.getKey()), "amount"));
            same(
                    sums(failures, row -> row.get(table.getKey()), ""),
                    sums(report, table.getValue(), row -> true, row -> row.get(table.getKey()), "count"));
        }
        Map<String, BigDecimal> hours = new TreeMap<>();
        failures.forEach(row -> hours.merge(
                Integer.toString(Integer.parseInt(row.get("txn_time").substring(11, 13))),
                BigDecimal.ONE,
                BigDecimal::add));
        same(hours, sums(report, "failures_by_hour", row -> true, row -> row.get("hour"), "count"));
    }

    private void reconciliation() throws IOException {
        Report report = reports.of(date, ReportName.RECONCILIATION, "");
        List<CSVRecord> items = rows("transactions.csv");
        List<String> debits = List.of("SALE", "OFFLINE_SALE", "PREAUTH_COMPLETION");
        List<CSVRecord> sales = items.stream()
                .filter(row -> debits.contains(row.get("txn_type")))
                .toList();
        List<CSVRecord> credits =
                items.stream().filter(row -> !sales.contains(row)).toList();
        Function<CSVRecord, String> verdict =
                row -> row.get("currency") + row.get("match_status") + row.get("disposition");
        Function<Map<String, String>, String> same =
                row -> row.get("currency") + row.get("match_status") + row.get("disposition");
        same(sums(sales, verdict, "amount"), sums(report, "verdicts", row -> true, same, "sales_amount"));
        same(sums(sales, verdict, ""), sums(report, "verdicts", row -> true, same, "sales_count"));
        same(sums(credits, verdict, "amount"), sums(report, "verdicts", row -> true, same, "credits_amount"));
        same(sums(credits, verdict, ""), sums(report, "verdicts", row -> true, same, "credits_count"));
        List<CSVRecord> open = rows("cases.csv").stream()
                .filter(row -> row.get("state").equals("OPEN"))
                .toList();
        same(
                sums(open, row -> row.get("kind") + row.get("currency"), "exposure"),
                sums(report, "ages_by_kind", row -> true, row -> row.get("kind") + row.get("currency"), "exposure"));
        same(
                sums(open, row -> row.get("case_id"), "age_days"),
                sums(report, "cases_open", row -> true, row -> row.get("case_id"), "age_days"));
    }

    private void kpis() throws IOException {
        Report report = reports.of(date, ReportName.KPIS, "");
        List<CSVRecord> sales = rows("transactions.csv").stream()
                .filter(row -> row.get("disposition").equals("SETTLED"))
                .filter(row ->
                        List.of("SALE", "OFFLINE_SALE", "PREAUTH_COMPLETION").contains(row.get("txn_type")))
                .toList();
        same(
                sums(sales, row -> row.get("channel") + row.get("currency"), "amount"),
                sums(
                        report,
                        "by_channel",
                        row -> true,
                        row -> row.get("channel") + row.get("currency"),
                        "sales_amount"));
        waterfall(report);
        same(
                sums(rows("positions.csv"), row -> row.get("currency"), "payout"),
                sums(
                        report,
                        "trend",
                        row -> row.get("business_date").equals(date.toString()),
                        row -> row.get("currency"),
                        "payout"));
    }

    /** The steps of the waterfall are sums of columns of the positions, and lead to what is paid. */
    private void waterfall(Report report) throws IOException {
        List<CSVRecord> positions = rows("positions.csv");
        for (ReportSection section : report.sections()) {
            if (section.look() != ReportSection.Look.WATERFALL) {
                continue;
            }
            String currency = section.key().replace("waterfall_", "").toUpperCase(Locale.ROOT);
            List<CSVRecord> own = positions.stream()
                    .filter(row -> row.get("currency").equals(currency))
                    .toList();
            BigDecimal way = BigDecimal.ZERO;
            for (List<ReportCell> row : section.rows()) {
                String column = row.get(0).plain().toLowerCase(Locale.ROOT);
                BigDecimal sum = sums(own, one -> "", column).getOrDefault("", BigDecimal.ZERO);
                BigDecimal drawn = new BigDecimal(row.get(1).plain());
                assertThat(column.equals("carried_forward") ? drawn.negate() : drawn)
                        .as(column)
                        .isEqualByComparingTo(sum);
                boolean total = List.of("net", "payout").contains(column);
                assertThat(total ? drawn : way).as(column).isEqualByComparingTo(way);
                way = total ? drawn : way.add(drawn);
                compared++;
            }
        }
    }

    private void same(Map<String, BigDecimal> files, Map<String, BigDecimal> report) {
        assertThat(report).as("%s", date).isEqualTo(files);
        compared += files.size();
    }

    private static Map<String, BigDecimal> negated(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> negated = new TreeMap<>(sums);
        negated.replaceAll((key, sum) -> sum.negate());
        return negated;
    }

    /** @param column empty to count the rows */
    private static Map<String, BigDecimal> sums(List<CSVRecord> rows, Function<CSVRecord, String> key, String column) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.forEach(row -> add(sums, key.apply(row), column.isEmpty() ? "1" : row.get(column)));
        return sums;
    }

    private static Map<String, BigDecimal> sums(
            Report report,
            String table,
            Predicate<Map<String, String>> wanted,
            Function<Map<String, String>, String> key,
            String column) {
        ReportSection section = section(report, table);
        List<String> columns =
                section.columns().stream().map(ReportSection.Column::key).toList();
        assertThat(columns).contains(column);
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (List<ReportCell> cells : section.rows()) {
            Map<String, String> row = new TreeMap<>();
            IntStream.range(0, columns.size())
                    .forEach(at -> row.put(columns.get(at), cells.get(at).plain()));
            if (wanted.test(row)) {
                add(sums, key.apply(row), row.get(column));
            }
        }
        return sums;
    }

    private static void add(Map<String, BigDecimal> sums, String key, String decimal) {
        BigDecimal sum = sums.getOrDefault(key, BigDecimal.ZERO)
                .add(new BigDecimal(decimal.isEmpty() ? "0" : decimal))
                .stripTrailingZeros();
        sums.put(key, sum);
        if (sum.signum() == 0) {
            sums.remove(key);
        }
    }

    private static ReportSection section(Report report, String key) {
        return report.section(key)
                .orElseThrow(() -> new AssertionError(key + " is not among "
                        + Arrays.toString(report.sections().stream()
                                .map(ReportSection::key)
                                .toArray())));
    }

    private List<CSVRecord> rows(String file) throws IOException {
        return WITH_HEADER.parse(Files.newBufferedReader(outbox.resolve(file))).getRecords();
    }
}

package io.qingfen.reports;

import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportCell.Text;
import io.qingfen.reports.ReportRows.OpenCase;
import io.qingfen.reports.ReportRows.Scheme;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What agreed with its counterpart and what did not: items by verdict, both sides of each scheme, and how long cases have
 * been open.
 */
final class ReconciliationReport {
    /** As the master control adds them up, see docs/SPEC-schemes.md. */
    private static final List<String> LEFT = List.of("OWN", "CARRIED_IN", "CARRIED_OUT", "DISPUTES", "LONG", "SHORT");

    private static final List<String> TAKEN_OFF = List.of("CARRIED_IN", "SHORT");
    private static final String RIGHT = "SCHEME";

    private final Figures figures;
    private final List<Scheme> schemes;
    private final List<OpenCase> cases;
    private final Tables tables;

    ReconciliationReport(Figures figures, List<Scheme> schemes, List<OpenCase> cases, Words words) {
        this.figures = figures;
        this.schemes = schemes;
        this.cases = cases;
        this.tables = new Tables(words);
    }

    List<ReportSection> all(ReportSection ageing) {
        return List.of(tables.tiles(headline()), verdicts(), schemes(), ageing, ages(), openCases());
    }

    private List<List<ReportCell>> headline() {
        KeyRates rates = new KeyRates(figures);
        List<List<ReportCell>> rows = new ArrayList<>();
        Map<String, Long> exposure = new TreeMap<>();
        cases.forEach(one -> exposure.merge(one.currency(), one.exposureMinor(), Math::addExact));
        exposure.forEach((currency, minor) -> {
            if (!currency.isEmpty()) {
                rows.add(List.of(
                        new Text(tables.word("exposure") + " · " + currency), new Money(minor, currency, false)));
            }
        });
        long aged = cases.stream().filter(one -> age(one) == CaseAge.AGED).count();
        rows.add(List.of(new Text(tables.word("open_cases")), new Count(cases.size())));
        rows.add(List.of(new Text(tables.word("aged_cases")), new Count(aged)));
        rows.add(List.of(new Text(tables.word("straight_through_rate")), ReportCell.share(rates.straightThrough())));
        return rows;
    }

    private ReportSection verdicts() {
        Map<String, Volume> groups = SummaryText.grouped(
                figures.items(),
                items -> items.currency() + "|" + items.matchStatus() + "|" + items.disposition(),
                items -> true);
        List<List<ReportCell>> rows = new ArrayList<>();
        groups.forEach((key, volume) -> {
            String[] names = key.split("\\|");
            List<ReportCell> row =
                    new ArrayList<>(List.of(new Text(names[0]), tables.code("case:", names[1]), tables.code(names[2])));
            row.addAll(volume.cells(names[0]));
            rows.add(row);
        });
        return tables.summed(
                "verdicts",
                rows,
                "currency",
                "match_status",
                "disposition",
                "#sales_count",
                "#sales_amount",
                "#credits_count",
                "#credits_amount");
    }

    private ReportSection schemes() {
        List<List<ReportCell>> rows = new ArrayList<>();
        boolean closed = true;
        for (Scheme scheme : schemes) {
            List<ReportCell> row = new ArrayList<>(List.of(new Text(scheme.source()), new Text(scheme.currency())));
            long sum = 0;
            for (String line : LEFT) {
                long minor = scheme.amounts().getOrDefault(line, 0L);
                sum = TAKEN_OFF.contains(line) ? Math.subtractExact(sum, minor) : Math.addExact(sum, minor);
                row.add(new Money(minor, scheme.currency(), false));
            }
            long right = scheme.amounts().getOrDefault(RIGHT, 0L);
            row.add(new Money(right, scheme.currency(), false));
            row.add(new Money(Math.subtractExact(sum, right), scheme.currency(), false));
            closed &= sum == right;
            rows.add(row);
        }
        return tables.judged(
                "schemes",
                closed,
                rows,
                "source",
                "currency",
                "#own",
                "#carried_in",
                "#carried_out",
                "#disputes",
                "#long",
                "#short",
                "#channel_total",
                "#difference");
    }

    private CaseAge age(OpenCase one) {
        return CaseAge.of(days(one));
    }

    private long days(OpenCase one) {
        return ChronoUnit.DAYS.between(one.openedOn(), figures.businessDate());
    }

    /** A row for each kind and currency, a column for each age. */
    private ReportSection ages() {
        Map<List<String>, long[]> sums = new TreeMap<>(
                Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)));
        int exposure = CaseAge.values().length;
        for (OpenCase one : cases) {
            long[] sum = sums.computeIfAbsent(List.of(one.kind(), one.currency()), key -> new long[exposure + 1]);
            sum[age(one).ordinal()]++;
            sum[exposure] = Math.addExact(sum[exposure], one.exposureMinor());
        }
        List<String> heads = new ArrayList<>(List.of("kind", "currency"));
        for (CaseAge age : CaseAge.values()) {
            heads.add("#days_" + age.days());
        }
        heads.add("#exposure");
        List<List<ReportCell>> rows = new ArrayList<>();
        sums.forEach((key, sum) -> {
            List<ReportCell> row = new ArrayList<>(List.of(kind(key.get(0)), new Text(key.get(1))));
            for (int at = 0; at < exposure; at++) {
                row.add(new Count(sum[at]));
            }
            row.add(new Money(sum[exposure], key.get(1), false));
            rows.add(row);
        });
        return tables.summed("ages_by_kind", rows, heads.toArray(String[]::new));
    }

    private ReportCell kind(String kind) {
        return tables.code("case:", kind);
    }

    /** The oldest come first, among them those with most at stake. */
    private ReportSection openCases() {
        List<List<ReportCell>> rows = new ArrayList<>();
        cases.stream()
                .sorted(Comparator.comparing(OpenCase::openedOn)
                        .thenComparing(OpenCase::exposureMinor, Comparator.reverseOrder())
                        .thenComparing(OpenCase::id))
                .forEach(one -> rows.add(List.of(
                        new Text(one.id()),
                        ReportCell.day(one.openedOn()),
                        new Count(days(one)),
                        kind(one.kind()),
                        new Text(one.merchantId()),
                        new Text(one.terminalId()),
                        new Text(one.currency()),
                        new Money(one.exposureMinor(), one.currency(), false))));
        return tables.table(
                "cases_open",
                rows,
                "case_id",
                "opened_on",
                "#age_days",
                "kind",
                "merchant_id",
                "terminal_id",
                "currency",
                "#exposure");
    }
}

package io.qingfen.reports;

import io.qingfen.reports.Figures.Items;
import io.qingfen.reports.ReportCell.Code;
import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportCell.Text;
import io.qingfen.reports.ReportSection.Look;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the settlement report of a date says, from its figures. */
public final class ReportSections {
    private final Figures figures;
    private final Explanations explanations;
    private final Words words;
    private final Tables tables;

    public ReportSections(Figures figures, Explanations explanations, Words words) {
        this.figures = figures;
        this.explanations = explanations;
        this.words = words;
        this.tables = new Tables(words);
    }

    /** In the order of the report; those that say nothing on this date are left out. */
    public List<ReportSection> all() {
        List<ReportSection> all = new ArrayList<>();
        all.add(new ReportHeadline(figures, words).section());
        if (!figures.notices().isEmpty()) {
            all.add(notices());
        }
        all.add(new ReportControls(words, figures.controls()).section());
        all.add(status());
        all.add(failures());
        all.add(hours());
        if (!figures.topMerchants().isEmpty()) {
            all.add(topMerchants());
        }
        all.add(ageing());
        all.add(activity());
        if (openCases(figures) > 0) {
            all.add(casesByKind());
        }
        if (!figures.deposits().isEmpty()) {
            all.add(deposits());
        }
        return all;
    }

    static long openCases(Figures figures) {
        return figures.cases().stream()
                .filter(Figures.Cases::open)
                .mapToLong(Figures.Cases::count)
                .sum();
    }

    /** Above the figures that it makes incomplete. */
    private ReportSection notices() {
        List<List<ReportCell>> rows = figures.notices().stream()
                .map(notice -> texts(
                        notice.fileName(),
                        words.of(notice.notice()),
                        words.told().ofEach(notice.detail())))
                .toList();
        return tables.table("notices", rows, "file", "notice", "detail");
    }

    private ReportSection status() {
        Map<String, Volume> groups = SummaryText.grouped(figures.items(), Items::disposition, items -> true);
        List<List<ReportCell>> rows = new ArrayList<>();
        for (String disposition : List.of("SETTLED", "HELD", "NOT_SETTLED")) {
            Volume volume = groups.getOrDefault(disposition, Volume.NONE);
            rows.add(counted(tables.code(disposition), volume.sales() + volume.credits()));
        }
        return tables.chart("status", Look.DONUT, groups.isEmpty() ? List.of() : rows, "outcome", "#count");
    }

    ReportSection failures() {
        Map<String, Long> byCategory = new TreeMap<>();
        for (Figures.Failures failures : figures.failures()) {
            String category = explanations.ofFailure(failures.responseCode()).category();
            byCategory.merge(category, failures.count(), Long::sum);
        }
        List<List<ReportCell>> rows = new ArrayList<>();
        byCategory.forEach((category, count) -> rows.add(counted(tables.code(category), count)));
        return tables.chart("failures", Look.BARS, rows, "category", "#count");
    }

    ReportSection hours() {
        long[] counts = new long[24];
        figures.items().stream()
                .filter(items -> items.settled() && items.debit())
                .forEach(items -> counts[items.hour()] += items.count());
        List<List<ReportCell>> rows = new ArrayList<>();
        for (int hour = 0; hour < counts.length; hour++) {
            rows.add(counted(new Text(Integer.toString(hour)), counts[hour]));
        }
        return tables.chart("hours", Look.UPRIGHT, rows, "hour", "#count");
    }

    private ReportSection topMerchants() {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Figures.Sales sales : figures.topMerchants()) {
            String label = sales.name().isEmpty() ? sales.key() : sales.name() + " · " + sales.key();
            rows.add(List.of(new Text(label), new Money(sales.salesMinor(), sales.currency(), true)));
        }
        return tables.unsummed("top_merchants", rows, "merchant", "#sales");
    }

    ReportSection ageing() {
        long[] counts = new long[CaseAge.values().length];
        for (Figures.Cases cases : figures.cases()) {
            if (cases.open()) {
                long days = ChronoUnit.DAYS.between(cases.openedOn(), figures.businessDate());
                counts[CaseAge.of(days).ordinal()] += cases.count();
            }
        }
        List<List<ReportCell>> rows = new ArrayList<>();
        for (CaseAge age : CaseAge.values()) {
            rows.add(counted(tables.age(age), counts[age.ordinal()]));
        }
        return tables.chart("ageing", Look.BARS, openCases(figures) == 0 ? List.of() : rows, "age", "#count");
    }

    ReportSection activity() {
        return tables.table(
                "activity",
                List.of(activityRow("merchants", figures.merchants()), activityRow("terminals", figures.terminals())),
                "parties",
                "#active",
                "#new",
                "#silent");
    }

    private List<ReportCell> activityRow(String name, Figures.Activity activity) {
        return List.of(
                tables.code(name),
                new Count(activity.active()),
                new Count(activity.fresh()),
                new Count(activity.silent()));
    }

    private ReportSection casesByKind() {
        Map<String, Long> open = new TreeMap<>();
        figures.cases().stream()
                .filter(Figures.Cases::open)
                .forEach(cases -> open.merge(cases.kind(), cases.count(), Long::sum));
        List<List<ReportCell>> rows = new ArrayList<>();
        open.forEach((kind, count) -> {
            Explanation explanation = explanations.ofCase(kind, "");
            rows.add(List.of(
                    new Text(kind),
                    new Count(count),
                    new Text(explanation.reason()),
                    new Text(explanation.suggestedAction())));
        });
        return tables.summed("cases_by_kind", rows, "kind", "#count", "reason", "suggested_action");
    }

    ReportSection deposits() {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Figures.Deposits one : figures.deposits()) {
            rows.add(List.of(
                    new Code(one.state(), words.of("deposit:", one.state())),
                    new Count(one.count()),
                    new Money(one.heldMinor(), one.currency(), true),
                    new Money(one.collectedTodayMinor(), one.currency(), true),
                    new Money(one.refundTodayMinor(), one.currency(), true),
                    new Money(one.forfeitedTodayMinor(), one.currency(), true)));
        }
        return tables.summed(
                "deposits", rows, "state", "#count", "#held", "#collected_today", "#refund_today", "#forfeited_today");
    }

    private static List<ReportCell> counted(ReportCell label, long count) {
        return List.of(label, new Count(count));
    }

    private static List<ReportCell> texts(String... texts) {
        List<ReportCell> cells = new ArrayList<>();
        for (String text : texts) {
            cells.add(new Text(text));
        }
        return cells;
    }
}

package io.qingfen.reports;

import io.qingfen.reports.Figures.Items;
import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportCell.Text;
import io.qingfen.reports.ReportSection.Column;
import io.qingfen.reports.ReportSection.Lead;
import io.qingfen.reports.ReportSection.Look;
import io.qingfen.reports.ReportSection.Tone;
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

    public ReportSections(Figures figures, Explanations explanations, Words words) {
        this.figures = figures;
        this.explanations = explanations;
        this.words = words;
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
        return section("notices", Look.TABLE, Lead.NONE, heads("file", "notice", "detail"), rows, false);
    }

    private ReportSection status() {
        Map<String, Volume> groups = SummaryText.grouped(figures.items(), Items::disposition, items -> true);
        List<List<ReportCell>> rows = new ArrayList<>();
        for (String disposition : List.of("SETTLED", "HELD", "NOT_SETTLED")) {
            Volume volume = groups.getOrDefault(disposition, Volume.NONE);
            rows.add(counted(words.of(disposition), volume.sales() + volume.credits()));
        }
        return chart("status", Look.DONUT, "outcome", groups.isEmpty() ? List.of() : rows, "status.none");
    }

    private ReportSection failures() {
        Map<String, Long> byCategory = new TreeMap<>();
        for (Figures.Failures failures : figures.failures()) {
            String category = explanations.ofFailure(failures.responseCode()).category();
            byCategory.merge(category, failures.count(), Long::sum);
        }
        List<List<ReportCell>> rows = new ArrayList<>();
        byCategory.forEach((category, count) -> rows.add(counted(words.of(category), count)));
        return chart("failures", Look.BARS, "category", rows, "failures.none");
    }

    private ReportSection hours() {
        long[] counts = new long[24];
        figures.items().stream()
                .filter(items -> items.settled() && items.debit())
                .forEach(items -> counts[items.hour()] += items.count());
        List<List<ReportCell>> rows = new ArrayList<>();
        for (int hour = 0; hour < counts.length; hour++) {
            rows.add(counted(Integer.toString(hour), counts[hour]));
        }
        return chart("hours", Look.UPRIGHT, "hour", rows, "");
    }

    private ReportSection topMerchants() {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Figures.Sales sales : figures.topMerchants()) {
            String label = sales.name().isEmpty() ? sales.key() : sales.name() + " · " + sales.key();
            rows.add(List.of(new Text(label), new Money(sales.salesMinor(), sales.currency(), true)));
        }
        return section("top_merchants", Look.BARS, Lead.NONE, heads("merchant", "#sales"), rows, false);
    }

    private ReportSection ageing() {
        long[] counts = new long[CaseAge.values().length];
        for (Figures.Cases cases : figures.cases()) {
            if (cases.open()) {
                long days = ChronoUnit.DAYS.between(cases.openedOn(), figures.businessDate());
                counts[CaseAge.of(days).ordinal()] += cases.count();
            }
        }
        List<List<ReportCell>> rows = new ArrayList<>();
        for (CaseAge age : CaseAge.values()) {
            rows.add(counted(age.days() + " " + words.of("days"), counts[age.ordinal()]));
        }
        return chart("ageing", Look.BARS, "age", openCases(figures) == 0 ? List.of() : rows, "ageing.none");
    }

    private ReportSection activity() {
        return section(
                "activity",
                Look.TABLE,
                Lead.NONE,
                heads("", "#active", "#new", "#silent"),
                List.of(activityRow("merchants", figures.merchants()), activityRow("terminals", figures.terminals())),
                false);
    }

    private List<ReportCell> activityRow(String name, Figures.Activity activity) {
        return List.of(
                new Text(words.of(name)),
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
        return section(
                "cases_by_kind",
                Look.TABLE,
                Lead.NONE,
                heads("kind", "#count", "reason", "suggested_action"),
                rows,
                true);
    }

    private ReportSection deposits() {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Figures.Deposits one : figures.deposits()) {
            rows.add(List.of(
                    new Text(words.of("deposit:", one.state())),
                    new Count(one.count()),
                    new Money(one.heldMinor(), one.currency(), true),
                    new Money(one.collectedTodayMinor(), one.currency(), true),
                    new Money(one.refundTodayMinor(), one.currency(), true),
                    new Money(one.forfeitedTodayMinor(), one.currency(), true)));
        }
        List<Column> heads = heads("state", "#count", "#held", "#collected_today", "#refund_today", "#forfeited_today");
        return section("deposits", Look.TABLE, Lead.NONE, heads, rows, true);
    }

    private ReportSection chart(String key, Look look, String head, List<List<ReportCell>> rows, String none) {
        Lead lead = rows.isEmpty() ? new Lead(words.of(none), Tone.PLAIN) : Lead.NONE;
        return section(key, look, lead, heads(head, "#count"), rows, true);
    }

    private ReportSection section(
            String key, Look look, Lead lead, List<Column> columns, List<List<ReportCell>> rows, boolean summed) {
        return new ReportSection(key, look, words.of(key), lead, columns, rows, summed);
    }

    private static List<ReportCell> counted(String label, long count) {
        return List.of(new Text(label), new Count(count));
    }

    private static List<ReportCell> texts(String... texts) {
        List<ReportCell> cells = new ArrayList<>();
        for (String text : texts) {
            cells.add(new Text(text));
        }
        return cells;
    }

    private List<Column> heads(String... keys) {
        return heads(words, keys);
    }

    /** @param keys of words; those of numbers begin with {@code #} */
    static List<Column> heads(Words words, String... keys) {
        List<Column> heads = new ArrayList<>();
        for (String key : keys) {
            boolean number = key.startsWith("#");
            heads.add(new Column(words.of(number ? key.substring(1) : key), number));
        }
        return heads;
    }
}

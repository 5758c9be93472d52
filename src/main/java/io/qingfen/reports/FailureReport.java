package io.qingfen.reports;

import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportCell.Text;
import io.qingfen.reports.ReportRows.Failed;
import io.qingfen.reports.ReportSection.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Why attempts of a date failed: by category, response code, channel, hour and merchant. */
final class FailureReport {
    private final List<Failed> failed;
    private final KeyRates rates;
    private final Explanations explanations;
    private final Map<String, String> names;
    private final Tables tables;

    FailureReport(
            List<Failed> failed, Figures figures, Explanations explanations, Map<String, String> names, Words words) {
        this.failed = failed;
        this.rates = new KeyRates(figures);
        this.explanations = explanations;
        this.names = names;
        this.tables = new Tables(words);
    }

    List<ReportSection> all() {
        return List.of(
                tables.tiles(List.of(
                        List.of(new Text(tables.word("attempts")), new Count(rates.attempts())),
                        List.of(new Text(tables.word("failed")), new Count(rates.failed())),
                        List.of(new Text(tables.word("approval_rate")), ReportCell.share(rates.approval())),
                        List.of(new Text(tables.word("unknown_rate")), ReportCell.share(rates.unknownRate())))),
                chart(),
                hours(),
                byCategory(),
                byCode(),
                byChannel(),
                byMerchant());
    }

    /** How many, and how much. */
    private record Sum(long count, long minor) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, Math.addExact(minor, other.minor));
        }
    }

    private <K> Map<K, Sum> sums(Comparator<Failed> order, Function<Failed, K> key) {
        Map<K, Sum> sums = new LinkedHashMap<>();
        failed.stream()
                .sorted(order)
                .forEach(one -> sums.merge(key.apply(one), new Sum(one.count(), one.amountMinor()), Sum::plus));
        return sums;
    }

    private String category(Failed one) {
        return explanations.ofFailure(one.responseCode()).category();
    }

    private ReportSection chart() {
        List<List<ReportCell>> rows = new ArrayList<>();
        sums(Comparator.comparing(this::category), this::category)
                .forEach((category, sum) -> rows.add(List.of(tables.code(category), new Count(sum.count()))));
        return tables.chart("failures", Look.BARS, rows, "category", "#count");
    }

    private ReportSection hours() {
        long[] counts = new long[24];
        failed.forEach(one -> counts[one.hour()] += one.count());
        List<List<ReportCell>> rows = new ArrayList<>();
        for (int hour = 0; hour < counts.length && !failed.isEmpty(); hour++) {
            rows.add(List.of(new Text(Integer.toString(hour)), new Count(counts[hour])));
        }
        return tables.chart("failures_by_hour", Look.UPRIGHT, rows, "hour", "#count");
    }

    private ReportSection byCategory() {
        List<List<ReportCell>> rows = new ArrayList<>();
        sums(
                        Comparator.comparing(this::category)
                                .thenComparing(Failed::outcome)
                                .thenComparing(Failed::currency),
                        one -> List.of(category(one), one.outcome(), one.currency()))
                .forEach((names, sum) -> rows.add(with(
                        sum,
                        names.get(2),
                        tables.code(names.get(0)),
                        tables.code("outcome:", names.get(1)),
                        new Text(names.get(2)))));
        return table("failures_by_category", rows, "category", "outcome", "currency");
    }

    private ReportSection byCode() {
        List<List<ReportCell>> rows = new ArrayList<>();
        sums(
                        Comparator.comparing(Failed::responseCode)
                                .thenComparing(Failed::outcome)
                                .thenComparing(Failed::currency),
                        one -> List.of(one.responseCode(), one.outcome(), one.currency()))
                .forEach((names, sum) -> {
                    Explanation why = explanations.ofFailure(names.get(0));
                    rows.add(with(
                            sum,
                            names.get(2),
                            new Text(names.get(0)),
                            tables.code("outcome:", names.get(1)),
                            tables.code(why.category()),
                            new Text(why.reason()),
                            new Text(why.suggestedAction()),
                            new Text(names.get(2))));
                });
        return table(
                "failures_by_code",
                rows,
                "response_code",
                "outcome",
                "category",
                "reason",
                "suggested_action",
                "currency");
    }

    private ReportSection byChannel() {
        List<List<ReportCell>> rows = new ArrayList<>();
        sums(
                        Comparator.comparing(Failed::channel)
                                .thenComparing(Failed::cardType)
                                .thenComparing(this::category)
                                .thenComparing(Failed::currency),
                        one -> List.of(one.channel(), one.cardType(), category(one), one.currency()))
                .forEach((names, sum) -> rows.add(with(
                        sum,
                        names.get(3),
                        new Text(names.get(0)),
                        new Text(names.get(1)),
                        tables.code(names.get(2)),
                        new Text(names.get(3)))));
        return table("failures_by_channel", rows, "channel", "card_type", "category", "currency");
    }

    /** Where most failed comes first. */
    private ReportSection byMerchant() {
        Map<List<String>, Sum> sums = sums(
                Comparator.comparing(Failed::merchantId).thenComparing(Failed::currency),
                one -> List.of(one.merchantId(), one.currency()));
        List<List<ReportCell>> rows = new ArrayList<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingLong(Sum::count).reversed()))
                .forEach(one -> rows.add(with(
                        one.getValue(),
                        one.getKey().get(1),
                        new Text(one.getKey().get(0)),
                        new Text(names.getOrDefault(one.getKey().get(0), "")),
                        new Text(one.getKey().get(1)))));
        return table("failures_by_merchant", rows, "merchant_id", "merchant_name", "currency");
    }

    private ReportSection table(String key, List<List<ReportCell>> rows, String... heads) {
        List<String> all = new ArrayList<>(List.of(heads));
        all.addAll(List.of("#count", "#amount", "#share_of_failures"));
        return tables.summed(key, rows, all.toArray(String[]::new));
    }

    private List<ReportCell> with(Sum sum, String currency, ReportCell... about) {
        List<ReportCell> row = new ArrayList<>(List.of(about));
        row.add(new Count(sum.count()));
        row.add(new Money(sum.minor(), currency, false));
        row.add(ReportCell.share(Ratios.share(sum.count(), rates.failed())));
        return row;
    }
}

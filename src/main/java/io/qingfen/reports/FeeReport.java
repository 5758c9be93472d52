package io.qingfen.reports;

import io.qingfen.reports.MonthLine.Kind;
import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportCell.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Fees, costs and margin of a date: by channel, by rule, by merchant. Margin = fees − scheme cost; basis points are those
 * of the volume in the same row (sales less credits).
 */
final class FeeReport {
    private static final Comparator<MonthLine> RULES = Comparator.comparing(MonthLine::currency)
            .thenComparing(MonthLine::kind)
            .thenComparing(MonthLine::feeRule);
    private static final Comparator<MonthLine> LINES = Comparator.comparing(MonthLine::currency)
            .thenComparing(MonthLine::kind)
            .thenComparing(MonthLine::channel)
            .thenComparing(MonthLine::cardType);

    private final ReportRows.Fees fees;
    private final Tables tables;
    private final Map<String, MonthSum> byCurrency;

    FeeReport(ReportRows.Fees fees, Words words) {
        this.fees = fees;
        this.tables = new Tables(words);
        this.byCurrency = sums(LINES, MonthLine::currency);
    }

    List<ReportSection> all() {
        return List.of(tables.tiles(headline()), ledger(), chart(), byChannel(), byRule(), byMerchant());
    }

    private List<List<ReportCell>> headline() {
        List<List<ReportCell>> rows = new ArrayList<>();
        byCurrency.forEach((currency, sum) -> {
            tile(rows, "volume", currency, money(sum.amount(), currency));
            tile(rows, "fees_charged", currency, money(sum.fee(), currency));
            tile(rows, "scheme_cost", currency, money(sum.cost(), currency));
            tile(rows, "margin", currency, money(sum.margin(), currency));
        });
        byCurrency.forEach((currency, sum) -> tile(rows, "margin_bp", currency, points(sum)));
        return rows;
    }

    private void tile(List<List<ReportCell>> rows, String key, String currency, ReportCell value) {
        rows.add(List.of(new Text(tables.word(key) + " · " + currency), value));
    }

    /** What the lines come to, and what was booked. */
    private ReportSection ledger() {
        List<List<ReportCell>> rows = new ArrayList<>();
        boolean agrees = true;
        Map<String, Long> currencies = new TreeMap<>(fees.feesOfLedger());
        currencies.putAll(fees.costsOfLedger());
        byCurrency.keySet().forEach(currency -> currencies.put(currency, 0L));
        for (String currency : currencies.keySet()) {
            MonthSum sum = byCurrency.getOrDefault(currency, new MonthSum());
            long booked = fees.feesOfLedger().getOrDefault(currency, 0L);
            long spent = fees.costsOfLedger().getOrDefault(currency, 0L);
            agrees &= sum.fee() == booked && sum.cost() == spent;
            rows.add(List.of(
                    new Text(currency),
                    money(sum.fee(), currency),
                    money(booked, currency),
                    money(sum.cost(), currency),
                    money(spent, currency)));
        }
        return tables.judged(
                "fees_and_ledger",
                agrees,
                rows,
                "currency",
                "#fees_charged",
                "#fees_booked",
                "#scheme_cost",
                "#cost_booked");
    }

    private ReportSection chart() {
        List<List<ReportCell>> rows = new ArrayList<>();
        sums(LINES, line -> List.of(line.currency(), line.kind().name(), line.channel()))
                .forEach((names, sum) -> {
                    if (names.get(1).equals(Kind.MERCHANT_FEES.name())) {
                        Text label = new Text(names.get(2) + " · " + names.get(0));
                        rows.add(List.of(label, new Money(sum.margin(), names.get(0), true)));
                    }
                });
        return tables.unsummed("margin_by_channel", rows, "channel", "#margin");
    }

    private ReportSection byChannel() {
        List<List<ReportCell>> rows = new ArrayList<>();
        sums(LINES, line -> List.of(line.currency(), line.kind().name(), line.channel(), line.cardType()))
                .forEach((names, sum) -> rows.add(with(
                        sum,
                        new Text(names.get(0)),
                        tables.code("fee:", names.get(1)),
                        new Text(names.get(2)),
                        new Text(names.get(3)))));
        return table("fees_by_channel", rows, "currency", "fee_kind", "channel", "card_type");
    }

    private ReportSection byRule() {
        List<List<ReportCell>> rows = new ArrayList<>();
        sums(RULES, line -> List.of(line.currency(), line.kind().name(), line.feeRule()))
                .forEach((names, sum) -> rows.add(
                        with(sum, new Text(names.get(0)), tables.code("fee:", names.get(1)), new Text(names.get(2)))));
        return table("fees_by_rule", rows, "currency", "fee_kind", "fee_rule");
    }

    /** Who paid most comes first. */
    private ReportSection byMerchant() {
        List<Map.Entry<List<String>, MonthSum>> all = new ArrayList<>(
                sums(RULES, line -> List.of(line.currency(), line.merchantId())).entrySet());
        all.sort(Comparator.comparing(
                        (Map.Entry<List<String>, MonthSum> one) -> one.getKey().get(0))
                .thenComparing(one -> one.getValue().fee(), Comparator.reverseOrder())
                .thenComparing(one -> one.getKey().get(1)));
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Map.Entry<List<String>, MonthSum> one : all) {
            String merchant = one.getKey().get(1);
            rows.add(with(
                    one.getValue(),
                    new Text(one.getKey().get(0)),
                    new Text(merchant),
                    new Text(fees.names().getOrDefault(merchant, ""))));
        }
        return table("fees_by_merchant", rows, "currency", "merchant_id", "merchant_name");
    }

    /** @param heads of what a row is about, the first the currency */
    private ReportSection table(String key, List<List<ReportCell>> rows, String... heads) {
        List<String> all = new ArrayList<>(List.of(heads));
        all.addAll(List.of("#count", "#volume", "#fees_charged", "#scheme_cost", "#margin", "#margin_bp"));
        return tables.summed(key, rows, all.toArray(String[]::new));
    }

    private static List<ReportCell> with(MonthSum sum, ReportCell... about) {
        String currency = about[0].plain();
        List<ReportCell> row = new ArrayList<>(List.of(about));
        row.add(new Count(sum.count()));
        row.add(money(sum.amount(), currency));
        row.add(money(sum.fee(), currency));
        row.add(money(sum.cost(), currency));
        row.add(money(sum.margin(), currency));
        row.add(points(sum));
        return row;
    }

    /** In the order of their first lines. */
    private <K> Map<K, MonthSum> sums(Comparator<MonthLine> order, Function<MonthLine, K> key) {
        Map<K, MonthSum> sums = new LinkedHashMap<>();
        fees.lines().stream()
                .sorted(order)
                .forEach(line -> sums.computeIfAbsent(key.apply(line), one -> new MonthSum())
                        .add(line));
        return sums;
    }

    private static ReportCell points(MonthSum sum) {
        return ReportCell.points(Ratios.basisPoints(sum.margin(), sum.amount()));
    }

    private static Money money(long minor, String currency) {
        return new Money(minor, currency, false);
    }
}

package io.qingfen.reports;

import io.qingfen.money.Rounding;
import io.qingfen.reports.Figures.Items;
import io.qingfen.reports.Figures.Sales;
import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportCell.Text;
import io.qingfen.reports.ReportRows.Positions;
import io.qingfen.reports.ReportRows.Trend;
import io.qingfen.reports.ReportSection.Look;
import io.qingfen.settlement.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The acquirer's own key figures of a date, and of the dates before it. Definitions: docs/SPEC-reports.md. */
final class KpiReport {
    private final Figures figures;
    private final List<Trend> trend;
    private final ReportSections parts;
    private final Tables tables;
    private final Words words;

    KpiReport(Figures figures, List<Trend> trend, Explanations explanations, Words words) {
        this.figures = figures;
        this.trend = trend;
        this.parts = new ReportSections(figures, explanations, words);
        this.words = words;
        this.tables = new Tables(words);
    }

    List<ReportSection> all(List<Positions> positions) {
        List<ReportSection> all = new ArrayList<>();
        all.add(new ReportHeadline(figures, words).section());
        positions.forEach(one -> all.add(waterfall(one)));
        all.addAll(List.of(
                rates(),
                chart(),
                trend(),
                margins(),
                volumes("by_channel", "channel", Items::channel),
                volumes("by_card_type", "card_type", Items::cardType),
                byMcc(),
                parts.hours(),
                parts.activity(),
                parts.failures(),
                parts.ageing(),
                parts.deposits()));
        return all;
    }

    /** From the sales of all merchants to what is paid out. */
    private ReportSection waterfall(Positions positions) {
        String currency = positions.currency();
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Line line : Line.values()) {
            long minor = positions.lines().of(line);
            if (minor != 0) {
                rows.add(List.of(tables.code("statement.line.", line.name()), money(minor, currency)));
            }
        }
        rows.add(List.of(tables.code("NET"), money(positions.lines().net(), currency)));
        if (positions.carriedMinor() != 0) {
            rows.add(List.of(
                    tables.code("CARRIED_FORWARD"), money(Math.negateExact(positions.carriedMinor()), currency)));
        }
        rows.add(List.of(tables.code("PAYOUT"), money(positions.payoutMinor(), currency)));
        return tables.waterfall("waterfall", currency, rows);
    }

    private ReportSection rates() {
        List<List<ReportCell>> rows = new ArrayList<>();
        new KeyRates(figures).tree().forEach((name, value) -> {
            if (value instanceof List<?> byCurrency) {
                byCurrency.forEach(one -> {
                    Map<?, ?> row = (Map<?, ?>) one;
                    rate(rows, name, (String) row.get("currency"), (String) row.get("value"));
                });
            } else {
                rate(rows, name, "", (String) value);
            }
        });
        return tables.table("rates", rows, "rate", "currency", "#value");
    }

    private void rate(List<List<ReportCell>> rows, String name, String currency, String value) {
        rows.add(List.of(tables.code(name), new Text(currency), ReportCell.share(value)));
    }

    private ReportSection chart() {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Trend one : trend) {
            if (one.currency().equals(trend.get(trend.size() - 1).currency())) {
                rows.add(List.of(ReportCell.day(one.date()), new Count(one.sales())));
            }
        }
        return tables.chart("sales_by_date", Look.BARS, rows, "business_date", "#count");
    }

    private ReportSection trend() {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Trend one : trend) {
            rows.add(List.of(
                    ReportCell.day(one.date()),
                    new Text(one.currency()),
                    new Count(one.sales()),
                    money(one.salesMinor(), one.currency()),
                    money(one.feesMinor(), one.currency()),
                    money(one.payoutMinor(), one.currency())));
        }
        return tables.summed(
                "trend",
                rows,
                "business_date",
                "currency",
                "#sales_count",
                "#sales_amount",
                "#fees_charged",
                "#payout");
    }

    private ReportSection margins() {
        long active = figures.terminals().active();
        List<List<ReportCell>> rows = new ArrayList<>();
        SummaryText.grouped(figures.items(), Items::currency, Items::settled).forEach((currency, volume) -> {
            long margin = Math.subtractExact(volume.feeMinor(), volume.costMinor());
            rows.add(List.of(
                    new Text(currency),
                    money(volume.feeMinor(), currency),
                    money(volume.costMinor(), currency),
                    money(margin, currency),
                    ReportCell.points(Ratios.basisPoints(margin, volume.salesMinor())),
                    active == 0 ? ReportCell.NOTHING : money(Rounding.halfUp(volume.netMinor(), active), currency)));
        });
        return tables.table(
                "margins",
                rows,
                "currency",
                "#fees_charged",
                "#scheme_cost",
                "#margin",
                "#margin_bp_of_sales",
                "#volume_per_active_terminal");
    }

    private ReportSection volumes(String key, String head, Function<Items, String> of) {
        List<List<ReportCell>> rows = new ArrayList<>();
        SummaryText.grouped(figures.items(), items -> items.currency() + "|" + of.apply(items), Items::settled)
                .forEach((names, volume) -> {
                    String currency = names.substring(0, names.indexOf('|'));
                    rows.add(row(names.substring(currency.length() + 1), currency, volume));
                });
        return table(key, head, rows);
    }

    private ReportSection byMcc() {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Sales sales : figures.byMcc()) {
            Volume volume = new Volume(sales.sales(), sales.salesMinor(), sales.credits(), sales.creditsMinor(), 0, 0);
            rows.add(row(sales.key(), sales.currency(), volume));
        }
        return table("by_mcc", "mcc", rows);
    }

    private static List<ReportCell> row(String key, String currency, Volume volume) {
        List<ReportCell> row = new ArrayList<>(List.of(new Text(key), new Text(currency)));
        row.addAll(volume.cells(currency));
        return row;
    }

    private ReportSection table(String key, String head, List<List<ReportCell>> rows) {
        return tables.summed(
                key, rows, head, "currency", "#sales_count", "#sales_amount", "#credits_count", "#credits_amount");
    }

    private static Money money(long minor, String currency) {
        return new Money(minor, currency, false);
    }
}

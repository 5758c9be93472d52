package io.qingfen.reports;

import io.qingfen.control.ControlTotal;
import io.qingfen.reports.Charts.Slice;
import io.qingfen.reports.Figures.Items;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settlement report of a date for people: one page that needs nothing else, not even a network. */
public final class SettlementReport {
    private final Figures figures;
    private final Explanations explanations;
    private final String acquirer;
    private final String language;
    private final Words words;
    private final KeyRates rates;
    private final Html html = new Html();

    /** @param language {@code zh} or {@code en} */
    public SettlementReport(Figures figures, Explanations explanations, String acquirer, String language) {
        this.figures = figures;
        this.explanations = explanations;
        this.acquirer = acquirer;
        this.language = "en".equals(language) ? "en" : "zh";
        this.words = new Words(language);
        this.rates = new KeyRates(figures);
    }

    public String html() {
        String title = words.of("title") + " " + figures.businessDate();
        html.raw("<!DOCTYPE html>\n<html lang=\"" + language + "\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .element("title", title)
                .raw("<style>\n" + Words.resource("report.css") + "</style></head><body><main>\n<header>")
                .element("h1", words.of("title"))
                .element("p", acquirer + " · " + words.of("of") + " " + figures.businessDate())
                .raw("</header>\n");
        headline();
        notices();
        controls();
        html.raw("<div class=\"two\">\n");
        status();
        failures();
        html.raw("</div>\n");
        hours();
        topMerchants();
        html.raw("<div class=\"two\">\n");
        ageing();
        activity();
        html.raw("</div>\n");
        casesByKind();
        deposits();
        return html.raw("<footer>")
                .text(words.of("footer"))
                .raw("</footer>\n</main></body></html>\n")
                .toString();
    }

    private void headline() {
        begin("headline");
        Map<String, Volume> cleared = SummaryText.grouped(figures.items(), Items::currency, Items::settled);
        figures.positions().forEach(position -> cleared.putIfAbsent(position.currency(), Volume.NONE));
        cleared.forEach(this::headlineOf);
        html.raw("<div class=\"tiles\">");
        tile("open_cases", Long.toString(openCases()));
        tile(
                "rejects",
                Long.toString(figures.rejects().stream()
                        .mapToLong(Figures.Rejects::count)
                        .sum()));
        tile("approval_rate", percent(rates.approval()));
        tile("straight_through_rate", percent(rates.straightThrough()));
        html.raw("</div>");
        end();
    }

    private void headlineOf(String currency, Volume volume) {
        PositionSums sums = PositionSums.of(figures, currency);
        html.raw("<div class=\"tiles\" style=\"margin-bottom:14px\">");
        tile("sales", amount(volume.salesMinor(), currency));
        tile("credits", amount(volume.creditsMinor(), currency));
        tile("fees", amount(volume.feeMinor(), currency));
        tile("margin", amount(Math.subtractExact(volume.feeMinor(), volume.costMinor()), currency));
        tile("payout", amount(sums.payoutMinor(), currency));
        tile("carried_forward", amount(sums.carriedForwardMinor(), currency));
        html.raw("</div>");
    }

    private void tile(String key, String value) {
        html.raw("<div>").element("span", words.of(key)).element("b", value).raw("</div>");
    }

    /** Above the figures that it makes incomplete. */
    private void notices() {
        if (figures.notices().isEmpty()) {
            return;
        }
        begin("notices");
        html.table(
                heads("file", "notice", "detail"),
                figures.notices().stream()
                        .map(notice -> List.of(notice.fileName(), words.of(notice.notice()), notice.detail()))
                        .toList());
        end();
    }

    private void controls() {
        begin("controls");
        boolean closed = figures.controls().stream().allMatch(ControlTotal::closed);
        if (figures.controls().isEmpty()) {
            html.element("p", "none", words.of("controls.none"));
        } else {
            html.element("p", closed ? "good" : "bad", words.of(closed ? "controls.closed" : "controls.open"));
            List<List<String>> rows = new ArrayList<>();
            figures.controls().forEach(control -> rows.add(controlRow(control)));
            html.table(
                    heads(
                            "boundary",
                            "side",
                            "#count",
                            "#amount",
                            "currency",
                            "#counterpart_count",
                            "#counterpart_amount",
                            "closed"),
                    rows);
        }
        end();
    }

    private static List<String> controlRow(ControlTotal control) {
        return List.of(
                control.boundary(),
                control.side(),
                Long.toString(control.count()),
                SummaryText.amount(control.amountMinor(), control.currency()),
                control.currency(),
                Long.toString(control.counterpartCount()),
                SummaryText.amount(control.counterpartMinor(), control.currency()),
                control.closed() ? "✓" : "✗");
    }

    private void status() {
        begin("status");
        Map<String, Volume> groups = SummaryText.grouped(figures.items(), Items::disposition, items -> true);
        List<Slice> slices = new ArrayList<>();
        for (String disposition : List.of("SETTLED", "HELD", "NOT_SETTLED")) {
            Volume volume = groups.getOrDefault(disposition, Volume.NONE);
            long count = volume.sales() + volume.credits();
            slices.add(new Slice(words.of(disposition), count, Long.toString(count), "c" + slices.size()));
        }
        if (groups.isEmpty()) {
            html.element("p", "none", words.of("status.none"));
        } else {
            Charts.donut(html, slices, words.of("status"));
        }
        end();
    }

    private void failures() {
        begin("failures");
        Map<String, Long> byCategory = new TreeMap<>();
        for (Figures.Failures failures : figures.failures()) {
            String category = explanations.ofFailure(failures.responseCode()).category();
            byCategory.merge(category, failures.count(), Long::sum);
        }
        barsOf(byCategory, "failures.none");
        end();
    }

    private void barsOf(Map<String, Long> counts, String none) {
        if (counts.isEmpty()) {
            html.element("p", "none", words.of(none));
            return;
        }
        List<Slice> bars = new ArrayList<>();
        counts.forEach((key, count) -> bars.add(new Slice(words.of(key), count, Long.toString(count), "c0")));
        Charts.bars(html, bars);
    }

    private void hours() {
        begin("hours");
        long[] counts = new long[24];
        figures.items().stream()
                .filter(items -> items.settled() && items.debit())
                .forEach(items -> counts[items.hour()] += items.count());
        List<Slice> columns = new ArrayList<>();
        for (int hour = 0; hour < counts.length; hour++) {
            columns.add(new Slice(Integer.toString(hour), counts[hour], Long.toString(counts[hour]), "c0"));
        }
        Charts.columns(html, columns, words.of("hours"));
        end();
    }

    private void topMerchants() {
        if (figures.topMerchants().isEmpty()) {
            return;
        }
        begin("top_merchants");
        List<Slice> bars = new ArrayList<>();
        for (Figures.Sales sales : figures.topMerchants()) {
            String label = sales.name().isEmpty() ? sales.key() : sales.name() + " · " + sales.key();
            bars.add(new Slice(label, sales.salesMinor(), amount(sales.salesMinor(), sales.currency()), "c3"));
        }
        Charts.bars(html, bars);
        end();
    }

    private void ageing() {
        begin("ageing");
        long[] counts = new long[CaseAge.values().length];
        for (Figures.Cases cases : figures.cases()) {
            if (cases.open()) {
                long days = ChronoUnit.DAYS.between(cases.openedOn(), figures.businessDate());
                counts[CaseAge.of(days).ordinal()] += cases.count();
            }
        }
        if (openCases() == 0) {
            html.element("p", "none", words.of("ageing.none"));
        } else {
            List<Slice> bars = new ArrayList<>();
            for (CaseAge age : CaseAge.values()) {
                long count = counts[age.ordinal()];
                bars.add(new Slice(age.days() + " " + words.of("days"), count, Long.toString(count), "c1"));
            }
            Charts.bars(html, bars);
        }
        end();
    }

    private void activity() {
        begin("activity");
        html.table(
                List.of("", "#" + words.of("active"), "#" + words.of("new"), "#" + words.of("silent")),
                List.of(activityRow("merchants", figures.merchants()), activityRow("terminals", figures.terminals())));
        end();
    }

    private List<String> activityRow(String name, Figures.Activity activity) {
        return List.of(
                words.of(name),
                Long.toString(activity.active()),
                Long.toString(activity.fresh()),
                Long.toString(activity.silent()));
    }

    private void casesByKind() {
        Map<String, Long> open = new TreeMap<>();
        figures.cases().stream()
                .filter(Figures.Cases::open)
                .forEach(cases -> open.merge(cases.kind(), cases.count(), Long::sum));
        if (open.isEmpty()) {
            return;
        }
        begin("cases_by_kind");
        List<List<String>> rows = new ArrayList<>();
        open.forEach((kind, count) -> {
            Explanation explanation = explanations.ofCase(kind, "");
            rows.add(List.of(kind, Long.toString(count), explanation.reason(), explanation.suggestedAction()));
        });
        html.table(heads("kind", "#count", "reason", "suggested_action"), rows);
        end();
    }

    private void deposits() {
        if (figures.deposits().isEmpty()) {
            return;
        }
        begin("deposits");
        List<List<String>> rows = new ArrayList<>();
        for (Figures.Deposits one : figures.deposits()) {
            rows.add(List.of(
                    one.state(),
                    Long.toString(one.count()),
                    amount(one.heldMinor(), one.currency()),
                    amount(one.collectedTodayMinor(), one.currency()),
                    amount(one.refundTodayMinor(), one.currency()),
                    amount(one.forfeitedTodayMinor(), one.currency())));
        }
        html.table(heads("state", "#count", "#held", "#collected_today", "#refund_today", "#forfeited_today"), rows);
        end();
    }

    private long openCases() {
        return figures.cases().stream()
                .filter(Figures.Cases::open)
                .mapToLong(Figures.Cases::count)
                .sum();
    }

    private void begin(String key) {
        html.raw("<section>").element("h2", words.of(key)).raw("\n");
    }

    private void end() {
        html.raw("</section>\n");
    }

    private List<String> heads(String... keys) {
        List<String> heads = new ArrayList<>();
        for (String key : keys) {
            heads.add(key.startsWith("#") ? "#" + words.of(key.substring(1)) : words.of(key));
        }
        return heads;
    }

    private static String amount(long minor, String currency) {
        return SummaryText.amount(minor, currency) + " " + currency;
    }

    /** {@code 0.9876} as {@code 98.76 %}; a dash without. */
    private static String percent(String share) {
        if (share == null) {
            return "–";
        }
        String digits = share.replace(".", "");
        String whole = digits.substring(0, digits.length() - 2).replaceFirst("^0+(?=.)", "");
        return whole + "." + digits.substring(digits.length() - 2) + " %";
    }
}

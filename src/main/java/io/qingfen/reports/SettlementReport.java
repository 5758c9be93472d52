package io.qingfen.reports;

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
    private final ReportTexts texts;
    private final Words words;
    private final KeyRates rates;
    private final Html html = new Html();

    public SettlementReport(Figures figures, Explanations explanations, String acquirer, ReportTexts texts) {
        this.figures = figures;
        this.explanations = explanations;
        this.acquirer = acquirer;
        this.texts = texts;
        this.words = texts.words();
        this.rates = new KeyRates(figures);
    }

    public String html() {
        String title = words.of("title") + " " + figures.businessDate();
        html.raw("<!DOCTYPE html>\n<html lang=\"" + texts.language() + "\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .element("title", title)
                .raw("<style>\n" + texts.style() + "</style></head><body><main>\n<header>")
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
        tile("open_cases", Shown.count(openCases()));
        tile(
                "rejects",
                Shown.count(figures.rejects().stream()
                        .mapToLong(Figures.Rejects::count)
                        .sum()));
        tile("approval_rate", percent(rates.approval()));
        tile("straight_through_rate", percent(rates.straightThrough()));
        html.raw("</div>");
        end();
    }

    private void headlineOf(String currency, Volume volume) {
        PositionSums sums = PositionSums.of(figures, currency);
        html.raw("<div class=\"tiles money\">");
        money("sales", volume.salesMinor(), currency);
        money("credits", volume.creditsMinor(), currency);
        money("fees", volume.feeMinor(), currency);
        money("margin", Math.subtractExact(volume.feeMinor(), volume.costMinor()), currency);
        money("payout", sums.payoutMinor(), currency);
        money("carried_forward", sums.carriedForwardMinor(), currency);
        html.raw("</div>");
    }

    private void money(String key, long minor, String currency) {
        html.raw("<div>")
                .element("span", words.of(key) + " · " + currency)
                .element("b", Shown.amount(minor, currency))
                .raw("</div>");
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
                        .map(notice -> List.of(
                                notice.fileName(),
                                words.of(notice.notice()),
                                words.told().ofEach(notice.detail())))
                        .toList());
        end();
    }

    private void controls() {
        begin("controls");
        new ControlSection(html, words, figures.controls()).write();
        end();
    }

    private void status() {
        begin("status");
        Map<String, Volume> groups = SummaryText.grouped(figures.items(), Items::disposition, items -> true);
        List<Slice> slices = new ArrayList<>();
        for (String disposition : List.of("SETTLED", "HELD", "NOT_SETTLED")) {
            Volume volume = groups.getOrDefault(disposition, Volume.NONE);
            long count = volume.sales() + volume.credits();
            slices.add(new Slice(words.of(disposition), count, Shown.count(count), "c" + slices.size()));
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
        counts.forEach((key, count) -> bars.add(new Slice(words.of(key), count, Shown.count(count), "c0")));
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
            columns.add(new Slice(Integer.toString(hour), counts[hour], Shown.count(counts[hour]), "c0"));
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
            bars.add(new Slice(label, sales.salesMinor(), Shown.money(sales.salesMinor(), sales.currency()), "c3"));
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
                bars.add(new Slice(age.days() + " " + words.of("days"), count, Shown.count(count), "c1"));
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
                Shown.count(activity.active()),
                Shown.count(activity.fresh()),
                Shown.count(activity.silent()));
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
            rows.add(List.of(kind, Shown.count(count), explanation.reason(), explanation.suggestedAction()));
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
                    words.of("deposit:", one.state()),
                    Shown.count(one.count()),
                    Shown.money(one.heldMinor(), one.currency()),
                    Shown.money(one.collectedTodayMinor(), one.currency()),
                    Shown.money(one.refundTodayMinor(), one.currency()),
                    Shown.money(one.forfeitedTodayMinor(), one.currency())));
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

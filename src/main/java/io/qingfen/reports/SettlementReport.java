package io.qingfen.reports;

import io.qingfen.reports.Charts.Slice;
import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportSection.Look;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settlement report of a date as a page that needs nothing else, not even a network. */
public final class SettlementReport {
    /** Sections that stand side by side where the window is wide enough. */
    private static final Map<String, String> BESIDE = Map.of("status", "failures", "ageing", "activity");

    private static final Map<String, String> COLOURS = Map.of("top_merchants", "c3", "ageing", "c1");
    private final LocalDate businessDate;
    private final String acquirer;
    private final ReportTexts texts;
    private final Words words;
    private final Html html = new Html();

    public SettlementReport(LocalDate businessDate, String acquirer, ReportTexts texts) {
        this.businessDate = businessDate;
        this.acquirer = acquirer;
        this.texts = texts;
        this.words = texts.words();
    }

    public String html(List<ReportSection> sections) {
        String title = words.of("title") + " " + businessDate;
        html.raw("<!DOCTYPE html>\n<html lang=\"" + texts.language() + "\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .element("title", title)
                .raw("<style>\n" + texts.style() + "</style></head><body><main>\n<header>")
                .element("h1", words.of("title"))
                .element("p", acquirer + " · " + words.of("of") + " " + businessDate)
                .raw("</header>\n");
        for (ReportSection section : sections) {
            html.raw(BESIDE.containsKey(section.key()) ? "<div class=\"two\">\n" : "");
            write(section);
            html.raw(BESIDE.containsValue(section.key()) ? "</div>\n" : "");
        }
        return html.raw("<footer>")
                .text(words.of("footer"))
                .raw("</footer>\n</main></body></html>\n")
                .toString();
    }

    private void write(ReportSection section) {
        html.raw("<section>").element("h2", section.title()).raw("\n");
        if (!section.lead().text().isEmpty()) {
            html.element("p", style(section), section.lead().text());
        }
        if (!section.rows().isEmpty()) {
            rows(section);
        }
        html.raw("</section>\n");
    }

    private static String style(ReportSection section) {
        return switch (section.lead().tone()) {
            case GOOD -> "good";
            case BAD -> "bad";
            case PLAIN -> "none";
        };
    }

    private void rows(ReportSection section) {
        if (section.look() == Look.TILES) {
            tiles(section.rows());
        } else if (section.look() == Look.CONTROLS) {
            controls(section);
        } else if (section.look().isChart()) {
            chart(section);
        } else {
            html.table(section.columns(), section.rows(), section.total(words.of("total")));
        }
    }

    /** A line of tiles for each currency, then one for the others. */
    private void tiles(List<List<ReportCell>> rows) {
        Map<String, List<List<ReportCell>>> lines = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(1) instanceof Money money ? money.currency() : "",
                        java.util.LinkedHashMap::new,
                        Collectors.toList()));
        lines.forEach((currency, line) -> {
            html.raw("<div class=\"tiles" + (currency.isEmpty() ? "" : " money") + "\">");
            for (List<ReportCell> row : line) {
                html.raw("<div>")
                        .element("span", row.get(0).shown())
                        .element("b", row.get(1).shown())
                        .raw("</div>");
            }
            html.raw("</div>");
        });
    }

    /** What is open at once; every control on a click. */
    private void controls(ReportSection section) {
        List<List<ReportCell>> open = section.rows().stream()
                .filter(row -> ReportControls.isOpen(row, words))
                .toList();
        if (!open.isEmpty()) {
            html.table(section.columns(), open, Optional.empty());
        }
        html.raw("<details>").element("summary", words.of("controls.all"));
        html.table(section.columns(), section.rows(), Optional.empty());
        html.raw("</details>");
    }

    private void chart(ReportSection section) {
        String colour = COLOURS.getOrDefault(section.key(), "c0");
        List<Slice> slices = new ArrayList<>();
        for (List<ReportCell> row : section.rows()) {
            String style = section.look() == Look.DONUT ? "c" + slices.size() : colour;
            slices.add(
                    new Slice(row.get(0).shown(), number(row.get(1)), row.get(1).shown(), style));
        }
        switch (section.look()) {
            case DONUT -> Charts.donut(html, slices, section.title());
            case BARS -> Charts.bars(html, slices);
            default -> Charts.columns(html, slices, section.title());
        }
        section.total(words.of("total"))
                .ifPresent(total -> html.raw("<p class=\"total\">")
                        .text(total.get(0).shown())
                        .raw(" ")
                        .element("b", total.get(1).shown())
                        .raw("</p>\n"));
    }

    private static long number(ReportCell cell) {
        return cell instanceof Money money ? money.minor() : ((Count) cell).count();
    }
}

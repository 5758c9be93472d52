package io.qingfen.reports;

import io.qingfen.reports.Charts.Slice;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportSection.Look;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report of a date as a page that needs nothing else, not even a network; or as pieces of somebody else's page. */
public final class ReportPage {
    /** Sections that stand side by side where the window is wide enough. */
    private static final Map<String, String> BESIDE = Map.of("status", "failures", "ageing", "activity");

    private static final Map<String, String> COLOURS = Map.of("top_merchants", "c3", "ageing", "c1");
    private final LocalDate businessDate;
    private final String acquirer;
    private final ReportTexts texts;
    private final Words words;
    private final Html html = new Html();

    public ReportPage(LocalDate businessDate, String acquirer, ReportTexts texts) {
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
        write(sections);
        return html.raw("<footer>")
                .text(words.of("footer"))
                .raw("</footer>\n</main></body></html>\n")
                .toString();
    }

    /** Without head, style and foot. */
    public String pieces(List<ReportSection> sections) {
        write(sections);
        return html.toString();
    }

    private void write(List<ReportSection> sections) {
        for (int at = 0; at < sections.size(); at++) {
            boolean first = at + 1 < sections.size() && areBeside(sections.get(at), sections.get(at + 1));
            html.raw(first ? "<div class=\"two\">\n" : "");
            write(sections.get(at));
            html.raw(at > 0 && areBeside(sections.get(at - 1), sections.get(at)) ? "</div>\n" : "");
        }
    }

    private static boolean areBeside(ReportSection left, ReportSection right) {
        return right.key().equals(BESIDE.get(left.key()));
    }

    private void write(ReportSection section) {
        html.raw("<section>").element("h2", section.title()).raw("\n");
        if (!section.lead().text().isEmpty()) {
            html.element("p", style(section), section.lead().text());
        }
        if (!section.rows().isEmpty()) {
            rows(section);
            section.unseen(words).ifPresent(note -> html.element("p", "none", note));
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
            table(section);
        }
    }

    private void table(ReportSection section) {
        html.table(section.title(), section.columns(), section.seen(), section.total(words.of("total")));
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
            html.table(section.title(), section.columns(), open, Optional.empty());
        }
        html.raw("<details>").element("summary", words.of("controls.all"));
        table(section);
        html.raw("</details>");
    }

    /** Shares are bars of a whole, other numbers of the largest. */
    private static long whole(ReportSection section) {
        boolean shares = section.rows().stream().allMatch(row -> row.get(1) instanceof ReportCell.Share);
        return shares ? ReportCell.Share.WHOLE : 0;
    }

    private void chart(ReportSection section) {
        String colour = COLOURS.getOrDefault(section.key(), "c0");
        List<Slice> slices = new ArrayList<>();
        for (List<ReportCell> row : section.seen()) {
            ReportCell value = row.get(1);
            String style =
                    switch (section.look()) {
                        case DONUT -> "c" + slices.size();
                        case WATERFALL -> Steps.isTotal(row) ? "c0" : value.measure() < 0 ? "below" : "c3";
                        default -> colour;
                    };
            slices.add(new Slice(row.get(0).shown(), value.measure(), value.shown(), style));
        }
        switch (section.look()) {
            case DONUT -> Charts.donut(html, slices, section.title());
            case BARS -> Charts.bars(html, slices, whole(section));
            case WATERFALL -> Charts.steps(html, slices, Steps.ofRows(section.seen()));
            default -> {
                Charts.columns(html, slices, section.title());
                html.raw("<details>").element("summary", words.of("as_table"));
                table(section);
                html.raw("</details>\n");
                return;
            }
        }
        section.total(words.of("total"))
                .ifPresent(total -> html.raw("<p class=\"total\">")
                        .text(total.get(0).shown())
                        .raw(" ")
                        .element("b", total.get(1).shown())
                        .raw("</p>\n"));
    }
}

package io.qingfen.reports;

import io.qingfen.reports.ReportSection.Column;
import java.util.List;
import java.util.Optional;

/** Pieces of a self-contained page; every text is escaped on its way in. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    /** Markup as it is. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    Html element(String tag, String text) {
        return element(tag, "", text);
    }

    /** @param style class of the element, empty without */
    Html element(String tag, String style, String text) {
        page.append('<').append(tag);
        if (!style.isEmpty()) {
            page.append(" class=\"").append(style).append('"');
        }
        page.append('>');
        return text(text).raw("</" + tag + ">");
    }

    /** @param label what the table is about, for whoever does not see what stands above it */
    Html table(String label, List<Column> heads, List<List<ReportCell>> rows, Optional<List<ReportCell>> total) {
        raw("<div class=\"scroll wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + escaped(label)
                + "\"><table><thead><tr>");
        for (Column head : heads) {
            raw("<th scope=\"col\"" + (head.number() ? " class=\"n\">" : ">"))
                    .text(head.title())
                    .raw("</th>");
        }
        raw("</tr></thead><tbody>\n");
        rows.forEach(row -> row(heads, row));
        raw("</tbody>");
        total.ifPresent(sums -> {
            raw("<tfoot>");
            row(heads, sums);
            raw("</tfoot>");
        });
        return raw("</table></div>\n");
    }

    private void row(List<Column> heads, List<ReportCell> row) {
        raw("<tr><th scope=\"row\">").text(row.get(0).shown()).raw("</th>");
        for (int i = 1; i < row.size(); i++) {
            element("td", heads.get(i).number() ? "n" : "", row.get(i).shown());
        }
        raw("</tr>\n");
    }

    /** Safe inside elements and quoted attributes; direction marks that could turn a line around become visible. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        Shown.visible(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return page.toString();
    }
}

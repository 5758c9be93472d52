package io.qingfen.reports;

import io.qingfen.money.Rounding;
import java.util.List;

/** Charts drawn as SVG inside the page, in whole numbers. Each has a text beside it: colour is never the only sign. */
final class Charts {
    private static final int WHOLE = 10_000;
    private static final int BAR_WIDTH = 320;
    private static final int COLUMN_HEIGHT = 120;
    private static final int COLUMN = 24;

    private Charts() {}

    /** @param style class that gives the colour, {@code c0} to {@code c5} */
    record Slice(String label, long value, String shown, String style) {}

    /** A ring with its legend; the slices in their order, clockwise from the top. */
    static void donut(Html html, List<Slice> slices, String title) {
        long sum = slices.stream().mapToLong(Slice::value).sum();
        html.raw("<div class=\"donut\"><svg viewBox=\"0 0 120 120\" role=\"img\" aria-label=\"" + Html.escaped(title)
                + "\"><g fill=\"none\" stroke-width=\"18\" transform=\"rotate(-90 60 60)\">");
        long before = 0;
        for (Slice slice : slices) {
            long begin = share(before, sum);
            before += slice.value();
            long length = share(before, sum) - begin;
            if (length > 0) {
                html.raw("<circle class=\"s " + slice.style() + "\" cx=\"60\" cy=\"60\" r=\"48\" pathLength=\"" + WHOLE
                        + "\" stroke-dasharray=\"" + length + " " + (WHOLE - length) + "\" stroke-dashoffset=\"-"
                        + begin + "\"/>");
            }
        }
        html.raw("</g></svg><ul class=\"legend\">");
        for (Slice slice : slices) {
            html.raw("<li><span class=\"dot " + slice.style() + "\"></span>")
                    .text(slice.label())
                    .raw(" <b>")
                    .text(slice.shown())
                    .raw("</b></li>");
        }
        html.raw("</ul></div>\n");
    }

    /**
     * Horizontal bars, one a line, each with its label and value. One below zero is as long as it is far from it, in the
     * colour of what is bad; its value has the sign.
     *
     * @param whole what the longest bar can stand for at least
     */
    static void bars(Html html, List<Slice> bars, long whole) {
        long longest =
                bars.stream().mapToLong(bar -> Math.abs(bar.value())).max().orElse(0);
        longest = Math.max(longest, whole);
        html.raw("<table class=\"bars\">\n");
        for (Slice bar : bars) {
            long width = longest <= 0 ? 0 : part(Math.abs(bar.value()), longest, BAR_WIDTH);
            Slice drawn = bar.value() < 0 ? new Slice(bar.label(), bar.value(), bar.shown(), "below") : bar;
            bar(html, drawn, BAR_WIDTH, "width=\"" + width + "\"");
        }
        html.raw("</table>\n");
    }

    /** Bars one below the other, each with its place; see {@link Steps}. */
    static void steps(Html html, List<Slice> steps, List<Steps.Bar> places) {
        html.raw("<table class=\"bars\">\n");
        for (int at = 0; at < steps.size(); at++) {
            Slice step = steps.get(at);
            bar(
                    html,
                    step,
                    Steps.WHOLE,
                    "x=\"" + places.get(at).x() + "\" width=\"" + places.get(at).width() + "\"");
        }
        html.raw("</table>\n");
    }

    private static void bar(Html html, Slice bar, long whole, String place) {
        html.raw("<tr><th scope=\"row\">")
                .text(bar.label())
                .raw("</th><td><svg viewBox=\"0 0 " + whole + " 12\" preserveAspectRatio=\"none\""
                        + " aria-hidden=\"true\"><rect class=\"f " + bar.style() + "\" " + place
                        + " height=\"12\" rx=\"2\"/></svg></td><td class=\"n\">")
                .text(bar.shown())
                .raw("</td></tr>\n");
    }

    /** Upright bars side by side with their labels below. */
    static void columns(Html html, List<Slice> columns, String title) {
        long highest = columns.stream().mapToLong(Slice::value).max().orElse(0);
        html.raw("<svg class=\"columns\" viewBox=\"0 0 " + COLUMN * columns.size() + " " + (COLUMN_HEIGHT + 16)
                + "\" role=\"img\" aria-label=\"" + Html.escaped(title) + "\">");
        for (int i = 0; i < columns.size(); i++) {
            Slice column = columns.get(i);
            long height = highest <= 0 ? 0 : part(column.value(), highest, COLUMN_HEIGHT);
            html.raw("<rect class=\"f " + column.style() + "\" x=\"" + (i * COLUMN + 3) + "\" y=\""
                    + (COLUMN_HEIGHT - height) + "\" width=\"" + (COLUMN - 6) + "\" height=\"" + height
                    + "\" rx=\"2\"><title>" + Html.escaped(column.label() + ": " + column.shown())
                    + "</title></rect><text x=\"" + (i * COLUMN + COLUMN / 2) + "\" y=\"" + (COLUMN_HEIGHT + 12)
                    + "\">" + Html.escaped(column.label()) + "</text>");
        }
        html.raw("</svg>\n");
    }

    private static long share(long part, long whole) {
        return whole <= 0 ? 0 : part(part, whole, WHOLE);
    }

    private static long part(long value, long whole, long scale) {
        return Rounding.proportionHalfUp(value, scale, whole);
    }
}

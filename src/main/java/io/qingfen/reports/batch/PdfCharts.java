package io.qingfen.reports.batch;

import io.qingfen.reports.ReportCell;
import io.qingfen.reports.Steps;
import java.awt.Color;
import java.io.IOException;
import java.util.List;

/** Rows of a label and a number as bars, each with both beside it. */
final class PdfCharts {
    private static final float SIZE = 8.5f;
    private static final float LINE = 14;
    private static final float LABEL = 190;
    private static final float BAR = 200;
    private static final float HEIGHT = 90;
    private static final Color FILL = new Color(0x2563a8);
    private static final Color ABOVE = new Color(0x2e8b6f);
    private static final Color BELOW = new Color(0xb3261e);

    private PdfCharts() {}

    static void bars(PdfSheet sheet, List<List<ReportCell>> rows) throws IOException {
        long longest = highest(rows);
        for (List<ReportCell> row : rows) {
            bar(sheet, row, 0, part(row, longest, BAR), row.get(1).measure() < 0 ? BELOW : FILL);
        }
    }

    /** Each begins where the one above ended; what they come to stands on zero. */
    static void steps(PdfSheet sheet, List<List<ReportCell>> rows) throws IOException {
        List<Steps.Bar> bars = Steps.ofRows(rows);
        for (int at = 0; at < rows.size(); at++) {
            List<ReportCell> row = rows.get(at);
            Color colour = Steps.isTotal(row) ? FILL : row.get(1).measure() < 0 ? BELOW : ABOVE;
            float scale = BAR / Steps.WHOLE;
            bar(sheet, row, bars.get(at).x() * scale, bars.get(at).width() * scale, colour);
        }
    }

    private static void bar(PdfSheet sheet, List<ReportCell> row, float from, float width, Color colour)
            throws IOException {
        if (!sheet.has(LINE)) {
            sheet.turn();
        }
        sheet.text(sheet.fonts().fitting(row.get(0).shown(), LABEL - 10, SIZE), PdfSheet.LEFT, SIZE);
        sheet.bar(PdfSheet.LEFT + LABEL + from, sheet.y() - 1, width, 8, colour);
        sheet.textEndingAt(row.get(1).shown(), PdfSheet.RIGHT, SIZE);
        sheet.down(LINE);
    }

    /** Upright, labels below, the number on top of each. */
    static void columns(PdfSheet sheet, List<List<ReportCell>> rows) throws IOException {
        if (!sheet.has(HEIGHT + 3 * LINE)) {
            sheet.turn();
        }
        long highest = highest(rows);
        float width = (PdfSheet.RIGHT - PdfSheet.LEFT) / rows.size();
        float base = sheet.y() - HEIGHT;
        for (int at = 0; at < rows.size(); at++) {
            float height = part(rows.get(at), highest, HEIGHT - 10);
            sheet.bar(PdfSheet.LEFT + at * width + 2, base, width - 4, height, FILL);
        }
        for (int at = 0; at < rows.size(); at++) {
            float height = part(rows.get(at), highest, HEIGHT - 10);
            if (height > 0) {
                centred(sheet, rows.get(at).get(1).shown(), at * width, width, base + height + 2);
            }
            centred(sheet, rows.get(at).get(0).shown(), at * width, width, base - 9);
        }
        sheet.down(HEIGHT + 24);
    }

    private static void centred(PdfSheet sheet, String text, float at, float width, float y) throws IOException {
        float size = 6;
        float before = sheet.y();
        sheet.down(before - y);
        sheet.text(text, PdfSheet.LEFT + at + (width - sheet.fonts().width(text, size)) / 2, size);
        sheet.down(y - before);
    }

    /** Shares are parts of a whole, other numbers of the largest. */
    private static long highest(List<List<ReportCell>> rows) {
        long highest = rows.stream()
                .mapToLong(row -> Math.abs(row.get(1).measure()))
                .max()
                .orElse(0);
        boolean shares = rows.stream().allMatch(row -> row.get(1) instanceof ReportCell.Share);
        return shares ? Math.max(highest, ReportCell.Share.WHOLE) : highest;
    }

    private static float part(List<ReportCell> row, long highest, float whole) {
        return highest <= 0 ? 0 : (float) ((double) Math.abs(row.get(1).measure()) / highest * whole);
    }
}

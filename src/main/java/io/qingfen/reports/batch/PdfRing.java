package io.qingfen.reports.batch;

import io.qingfen.reports.ReportCell;
import java.awt.Color;
import java.io.IOException;
import java.util.List;

/** Rows of a label and a number as parts of a ring, clockwise from the top, with label and number of each beside it. */
final class PdfRing {
    private static final Color[] COLOURS = {
        new Color(0x2563a8), new Color(0xd98a1f), new Color(0x9aa4b2), new Color(0x2e8b6f), new Color(0x8756a8)
    };
    private static final float OUTER = 44;
    private static final float INNER = 28;
    private static final float LEGEND = 120;
    private static final float LINE = 15;
    private static final float SIZE = 8.5f;
    /** Corners of a whole circle. */
    private static final int FINE = 180;

    private PdfRing() {}

    static void draw(PdfSheet sheet, List<List<ReportCell>> rows) throws IOException {
        float height = Math.max(2 * OUTER, rows.size() * LINE) + LINE;
        if (!sheet.has(height)) {
            sheet.turn();
        }
        long sum = rows.stream().mapToLong(row -> row.get(1).measure()).sum();
        float top = sheet.y() + 8;
        long before = 0;
        for (int at = 0; at < rows.size(); at++) {
            long value = rows.get(at).get(1).measure();
            Color colour = COLOURS[at % COLOURS.length];
            if (value > 0) {
                double begin = (double) before / sum;
                sheet.area(part(begin, (double) (before + value) / sum, top - OUTER), colour);
            }
            before += value;
            sheet.bar(PdfSheet.LEFT + LEGEND, sheet.y() - 1, 8, 8, colour);
            sheet.text(rows.get(at).get(0).shown(), PdfSheet.LEFT + LEGEND + 14, SIZE);
            sheet.textEndingAt(rows.get(at).get(1).shown(), PdfSheet.LEFT + LEGEND + 200, SIZE);
            sheet.down(LINE);
        }
        sheet.down(height - rows.size() * LINE);
    }

    /** From one share of the circle to another: along the outer edge and back along the inner one. */
    private static float[] part(double from, double to, float middle) {
        int steps = Math.max(1, (int) StrictMath.ceil((to - from) * FINE));
        float[] corners = new float[4 * (steps + 1)];
        for (int step = 0; step <= steps; step++) {
            double angle = 2 * StrictMath.PI * (from + (to - from) * step / steps);
            float sine = (float) StrictMath.sin(angle);
            float cosine = (float) StrictMath.cos(angle);
            int back = corners.length - 2 - 2 * step;
            corners[2 * step] = PdfSheet.LEFT + OUTER + OUTER * sine;
            corners[2 * step + 1] = middle + OUTER * cosine;
            corners[back] = PdfSheet.LEFT + OUTER + INNER * sine;
            corners[back + 1] = middle + INNER * cosine;
        }
        return corners;
    }
}

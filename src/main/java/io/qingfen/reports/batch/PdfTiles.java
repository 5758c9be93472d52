package io.qingfen.reports.batch;

import io.qingfen.reports.ReportCell;
import java.awt.Color;
import java.io.IOException;
import java.util.List;

/** Figures that are read first, three beside each other. */
final class PdfTiles {
    private static final int BESIDE = 3;
    private static final float WIDTH = (PdfSheet.RIGHT - PdfSheet.LEFT) / BESIDE;
    private static final float HEIGHT = 36;
    private static final Color SOFT = new Color(0x5b6675);
    private static final Color MARK = new Color(0x2563a8);
    private final PdfSheet sheet;

    PdfTiles(PdfSheet sheet) {
        this.sheet = sheet;
    }

    void draw(List<List<ReportCell>> rows) throws IOException {
        for (int first = 0; first < rows.size(); first += BESIDE) {
            if (!sheet.has(HEIGHT)) {
                sheet.turn();
            }
            List<List<ReportCell>> line = rows.subList(first, Math.min(rows.size(), first + BESIDE));
            for (int column = 0; column < line.size(); column++) {
                sheet.bar(PdfSheet.LEFT + column * WIDTH, sheet.y() - 16, 2, 25, MARK);
            }
            sheet.colour(SOFT);
            texts(line, 0, 8);
            sheet.colour(Color.BLACK);
            sheet.down(14);
            texts(line, 1, 12);
            sheet.down(HEIGHT - 14);
        }
    }

    private void texts(List<List<ReportCell>> line, int cell, float size) throws IOException {
        for (int column = 0; column < line.size(); column++) {
            String text = line.get(column).get(cell).shown();
            float x = PdfSheet.LEFT + column * WIDTH + 8;
            sheet.text(sheet.fonts().fitting(text, WIDTH - 12, size), x, size);
        }
    }
}

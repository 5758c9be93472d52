package io.qingfen.reports.batch;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Pages of A4 that are drawn from the top down; points, from the lower left corner. */
final class PdfSheet implements AutoCloseable {
    static final float LEFT = 48;
    static final float RIGHT = 547;
    static final float TOP = 790;
    static final float BOTTOM = 56;

    private final PDDocument document;
    private final PdfFonts.Embedded fonts;
    private PDPageContentStream page;
    private float y;

    PdfSheet(PDDocument document, PdfFonts.Embedded fonts) throws IOException {
        this.document = document;
        this.fonts = fonts;
        turn();
    }

    void turn() throws IOException {
        close();
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = TOP;
    }

    /** Where the next line stands. */
    float y() {
        return y;
    }

    void down(float points) {
        y -= points;
    }

    boolean has(float height) {
        return y - height >= BOTTOM;
    }

    PdfFonts.Embedded fonts() {
        return fonts;
    }

    void text(String words, float x, float size) throws IOException {
        var runs = fonts.runs(words);
        if (!runs.isEmpty()) {
            page.beginText();
            page.newLineAtOffset(x, y);
            for (PdfFonts.Run run : runs) {
                page.setFont(run.face(), size);
                page.showText(run.text());
            }
            page.endText();
        }
    }

    void textEndingAt(String words, float x, float size) throws IOException {
        text(words, x - fonts.width(words, size), size);
    }

    void colour(Color colour) throws IOException {
        page.setNonStrokingColor(colour);
    }

    void bar(float x, float bottom, float width, float height, Color colour) throws IOException {
        page.saveGraphicsState();
        page.setNonStrokingColor(colour);
        page.addRect(x, bottom, width, height);
        page.fill();
        page.restoreGraphicsState();
    }

    /** @param corners x, y, x, y … */
    void area(float[] corners, Color colour) throws IOException {
        page.saveGraphicsState();
        page.setNonStrokingColor(colour);
        page.moveTo(corners[0], corners[1]);
        for (int at = 2; at < corners.length; at += 2) {
            page.lineTo(corners[at], corners[at + 1]);
        }
        page.closePath();
        page.fill();
        page.restoreGraphicsState();
    }

    /** A thin line over the whole width. */
    void rule(float at) throws IOException {
        page.setLineWidth(0.5f);
        page.moveTo(LEFT, at);
        page.lineTo(RIGHT, at);
        page.stroke();
    }

    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
        }
    }
}

package io.qingfen.reports.batch;

import io.qingfen.reports.StatementPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Statements as PDF, A4, with the glyphs that are used inside, so that Chinese names look the same everywhere. The same
 * bytes for the same content. Not for several threads.
 */
final class StatementPdf implements AutoCloseable {
    private static final float ROW = 17;
    private static final float SMALL = 8.5f;
    private static final float LARGE = 16;
    /** Where each column begins, or, of the last three, ends. */
    private static final float[] AT = {PdfSheet.LEFT, 150, 400, 475, PdfSheet.RIGHT};

    private static final float DETAIL_WIDTH = 205;
    private static final float FACT_WIDTH = 395;
    private static final int FIRST_NUMBER = 2;
    private final PdfFonts fonts = new PdfFonts();

    StatementPdf() throws IOException {}

    /** One document, each statement from a new page on. */
    byte[] of(List<StatementPage> statements) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);
            PdfFonts.Embedded embedded = fonts.in(document);
            for (StatementPage statement : statements) {
                try (PdfSheet sheet = new PdfSheet(document, embedded)) {
                    draw(statement, sheet);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Override
    public void close() throws IOException {
        fonts.close();
    }

    private static void draw(StatementPage statement, PdfSheet sheet) throws IOException {
        sheet.text(statement.title(), PdfSheet.LEFT, LARGE);
        sheet.down(ROW * 2);
        for (List<String> fact : statement.facts()) {
            sheet.text(fact.get(0), PdfSheet.LEFT, SMALL);
            sheet.text(sheet.fonts().fitting(fact.get(1), FACT_WIDTH, SMALL), AT[1], SMALL);
            sheet.down(ROW);
        }
        sheet.down(ROW / 2);
        heads(statement, sheet);
        for (List<String> row : statement.rows()) {
            if (!sheet.has(0)) {
                sheet.turn();
                heads(statement, sheet);
            }
            row(row, sheet);
        }
        rule(sheet);
    }

    private static void heads(StatementPage statement, PdfSheet sheet) throws IOException {
        row(statement.columns(), sheet);
        rule(sheet);
    }

    private static void row(List<String> cells, PdfSheet sheet) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            String cell =
                    column == 1 ? sheet.fonts().fitting(cells.get(column), DETAIL_WIDTH, SMALL) : cells.get(column);
            if (column < FIRST_NUMBER) {
                sheet.text(cell, AT[column], SMALL);
            } else {
                sheet.textEndingAt(cell, AT[column], SMALL);
            }
        }
        sheet.down(ROW);
    }

    private static void rule(PdfSheet sheet) throws IOException {
        sheet.rule(sheet.y() + ROW - 5);
    }
}

package io.qingfen.reports.batch;

import io.qingfen.reports.StatementPage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Statements as PDF, A4, with the glyphs that are used inside, so that Chinese names look the same everywhere. The same
 * bytes for the same content. Not for several threads.
 */
final class StatementPdf implements AutoCloseable {
    /** Comes with PDFBox (Liberation Sans, SIL Open Font License). */
    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    /** Droid Sans Fallback, Apache License 2.0; it has no Latin letters. */
    private static final String CHINESE = "/io/qingfen/reports/font/DroidSansFallbackFull.ttf.gz";

    private static final float LEFT = 48;
    private static final float TOP = 790;
    private static final float BOTTOM = 56;
    private static final float ROW = 17;
    private static final float SMALL = 8.5f;
    private static final float LARGE = 16;
    /** Where each column begins, or, of the last three, ends. */
    private static final float[] AT = {LEFT, 150, 400, 475, 547};

    private static final float DETAIL_WIDTH = 205;
    private static final float FACT_WIDTH = 395;
    private static final int FIRST_NUMBER = 2;
    private final List<Font> fonts;

    StatementPdf() throws IOException {
        fonts = List.of(
                Font.of(PDDocument.class.getResourceAsStream(LATIN)),
                Font.of(new GZIPInputStream(StatementPdf.class.getResourceAsStream(CHINESE))));
    }

    /** One document, each statement from a new page on. */
    byte[] of(List<StatementPage> statements) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);
            List<PDFont> embedded = new ArrayList<>();
            for (Font font : fonts) {
                embedded.add(PDType0Font.load(document, font.face(), true));
            }
            for (StatementPage statement : statements) {
                try (Sheet sheet = new Sheet(document, embedded)) {
                    sheet.draw(statement);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Override
    public void close() throws IOException {
        for (Font font : fonts) {
            font.face().close();
        }
    }

    /** Draws from the top down, and goes on on another page. */
    private final class Sheet implements AutoCloseable {
        private final PDDocument document;
        private final List<PDFont> faces;
        private PDPageContentStream page;
        private float y;

        Sheet(PDDocument document, List<PDFont> faces) throws IOException {
            this.document = document;
            this.faces = faces;
            turn();
        }

        private void turn() throws IOException {
            close();
            PDPage next = new PDPage(PDRectangle.A4);
            document.addPage(next);
            page = new PDPageContentStream(document, next);
            y = TOP;
        }

        void draw(StatementPage statement) throws IOException {
            text(statement.title(), LEFT, LARGE, false);
            y -= ROW * 2;
            for (List<String> fact : statement.facts()) {
                text(fact.get(0), LEFT, SMALL, false);
                text(fitting(fact.get(1), FACT_WIDTH), AT[1], SMALL, false);
                y -= ROW;
            }
            y -= ROW / 2;
            row(statement.columns());
            rule();
            for (List<String> row : statement.rows()) {
                if (y < BOTTOM) {
                    turn();
                    row(statement.columns());
                    rule();
                }
                row(row);
            }
            rule();
        }

        private void row(List<String> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                String cell = column == 1 ? fitting(cells.get(column), DETAIL_WIDTH) : cells.get(column);
                text(cell, AT[column], SMALL, column >= FIRST_NUMBER);
            }
            y -= ROW;
        }

        private void rule() throws IOException {
            page.setLineWidth(0.5f);
            page.moveTo(LEFT, y + ROW - 5);
            page.lineTo(AT[4], y + ROW - 5);
            page.stroke();
        }

        private void text(String words, float x, float size, boolean endsThere) throws IOException {
            List<Run> runs = runs(words);
            if (!runs.isEmpty()) {
                page.beginText();
                page.newLineAtOffset(endsThere ? x - width(words, size) : x, y);
                for (Run run : runs) {
                    page.setFont(face(run), size);
                    page.showText(run.text());
                }
                page.endText();
            }
        }

        private String fitting(String words, float width) throws IOException {
            int end = words.length();
            while (end > 0 && width(words.substring(0, end), SMALL) > width) {
                end = words.offsetByCodePoints(end, -1);
            }
            return end == words.length() ? words : words.substring(0, words.offsetByCodePoints(end, -1)) + "…";
        }

        private float width(String words, float size) throws IOException {
            float width = 0;
            for (Run run : runs(words)) {
                width += face(run).getStringWidth(run.text()) / 1000 * size;
            }
            return width;
        }

        private PDFont face(Run run) {
            return faces.get(run.font());
        }

        @Override
        public void close() throws IOException {
            if (page != null) {
                page.close();
            }
        }
    }

    /** A piece of text that one font can write. @param font index of {@link #fonts} */
    private record Run(int font, String text) {}

    /** The first font that has the character; what none has becomes a question mark. */
    private List<Run> runs(String words) {
        List<Run> runs = new ArrayList<>();
        int[] characters = words.codePoints().toArray();
        int from = 0;
        for (int at = 1; at <= characters.length; at++) {
            if (at == characters.length || fontOf(characters[at]) != fontOf(characters[from])) {
                StringBuilder text = new StringBuilder();
                for (int each = from; each < at; each++) {
                    text.appendCodePoint(isKnown(characters[each]) ? characters[each] : '?');
                }
                runs.add(new Run(fontOf(characters[from]), text.toString()));
                from = at;
            }
        }
        return runs;
    }

    private boolean isKnown(int character) {
        return fonts.get(fontOf(character)).glyphs().getGlyphId(character) != 0;
    }

    private int fontOf(int character) {
        for (int font = 0; font < fonts.size(); font++) {
            if (fonts.get(font).glyphs().getGlyphId(character) != 0) {
                return font;
            }
        }
        return 0;
    }

    private record Font(TrueTypeFont face, CmapLookup glyphs) {
        static Font of(InputStream bytes) throws IOException {
            try (bytes) {
                TrueTypeFont face = new TTFParser()
                        .parse(new RandomAccessReadBuffer(new ByteArrayInputStream(bytes.readAllBytes())));
                return new Font(face, face.getUnicodeCmapLookup());
            }
        }
    }
}

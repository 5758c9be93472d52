package io.qingfen.reports.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Letters of PDF files, Latin and Chinese; of each document those that it uses are inside it. Not for several threads. */
final class PdfFonts implements AutoCloseable {
    /** Comes with PDFBox (Liberation Sans, SIL Open Font License). */
    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    /** Droid Sans Fallback, Apache License 2.0; it has no Latin letters. */
    private static final String CHINESE = "/io/qingfen/reports/font/DroidSansFallbackFull.ttf.gz";

    private final List<Font> fonts;

    PdfFonts() throws IOException {
        fonts = List.of(
                Font.of(PDDocument.class.getResourceAsStream(LATIN)),
                Font.of(new GZIPInputStream(PdfFonts.class.getResourceAsStream(CHINESE))));
    }

    @Override
    public void close() throws IOException {
        for (Font font : fonts) {
            font.face().close();
        }
    }

    /** The fonts in one document. */
    Embedded in(PDDocument document) throws IOException {
        List<PDFont> faces = new ArrayList<>();
        for (Font font : fonts) {
            faces.add(PDType0Font.load(document, font.face(), true));
        }
        return new Embedded(faces);
    }

    /** A piece of text that one font can write. */
    record Run(PDFont face, String text) {}

    final class Embedded {
        private final List<PDFont> faces;
        private final Map<Integer, Float> widths = new HashMap<>();

        private Embedded(List<PDFont> faces) {
            this.faces = faces;
        }

        /** The first font that has the character; what none has becomes a question mark. */
        List<Run> runs(String words) {
            List<Run> runs = new ArrayList<>();
            int[] characters = words.codePoints().toArray();
            int from = 0;
            for (int at = 1; at <= characters.length; at++) {
                if (at == characters.length || fontOf(characters[at]) != fontOf(characters[from])) {
                    StringBuilder text = new StringBuilder();
                    for (int each = from; each < at; each++) {
                        text.appendCodePoint(isKnown(characters[each]) ? characters[each] : '?');
                    }
                    runs.add(new Run(faces.get(fontOf(characters[from])), text.toString()));
                    from = at;
                }
            }
            return runs;
        }

        float width(String words, float size) throws IOException {
            float width = 0;
            for (int at = 0; at < words.length(); at = words.offsetByCodePoints(at, 1)) {
                width += width(words.codePointAt(at));
            }
            return width / 1000 * size;
        }

        /** Letters stand side by side, each as wide as it is; asking the font again and again takes long. */
        private float width(int character) throws IOException {
            Float known = widths.get(character);
            if (known == null) {
                String shown = Character.toString(isKnown(character) ? character : '?');
                known = faces.get(fontOf(character)).getStringWidth(shown);
                widths.put(character, known);
            }
            return known;
        }

        /** The text, or its beginning and an ellipsis. */
        String fitting(String words, float width, float size) throws IOException {
            int end = words.length();
            while (end > 0 && width(words.substring(0, end), size) > width) {
                end = words.offsetByCodePoints(end, -1);
            }
            return end == words.length() ? words : words.substring(0, words.offsetByCodePoints(end, -1)) + "…";
        }
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
                // no ligatures: names stay the letters that they are, and looking for them takes most of the time
                face.setEnableGsub(false);
                return new Font(face, face.getUnicodeCmapLookup());
            }
        }
    }
}

package io.qingfen.scheme.batch;

import io.qingfen.scheme.BadRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Lines of a delimited file: decoded strictly, cut into cells. */
final class TextLine {
    private final String charset;
    private final CharsetDecoder decoder;

    TextLine(String charset) {
        this.charset = charset;
        this.decoder = Charset.forName(charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * A file whose lines end with carriage returns only would be one long line: a header, and a day without transactions.
     *
     * @throws BadRecord when a carriage return stands in it
     */
    static void requireOneLine(byte[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\r') {
                throw new BadRecord(
                        "byte " + (i - offset + 1) + " of the line is a carriage return; lines end with a line"
                                + " feed, perhaps after one carriage return");
            }
        }
    }

    /** @throws BadRecord when the bytes are of another charset, or a carriage return stands among them */
    String decode(byte[] buffer, int offset, int length) {
        requireOneLine(buffer, offset, length);
        try {
            return decoder.decode(ByteBuffer.wrap(buffer, offset, length)).toString();
        } catch (CharacterCodingException another) {
            throw new BadRecord("holds bytes that are not " + charset);
        }
    }

    /**
     * A cell may stand in quotes, with doubled quotes inside; a quote elsewhere is part of its cell.
     *
     * @throws BadRecord when a quote is not closed on the line
     */
    static List<String> cells(String line, char separator) {
        if (line.indexOf('"') < 0) {
            return plain(line, separator);
        }
        CSVFormat format = CSVFormat.Builder.create()
                .setDelimiter(separator)
                .setQuote('"')
                .setTrailingData(true)
                .get();
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<CSVRecord> rows = parser.getRecords();
            return rows.isEmpty() ? List.of("") : rows.get(0).toList();
        } catch (IOException | java.io.UncheckedIOException open) {
            throw new BadRecord("a quote is not closed on its line");
        }
    }

    private static List<String> plain(String line, char separator) {
        List<String> cells = new ArrayList<>();
        int begin = 0;
        for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, begin)) {
            cells.add(line.substring(begin, at));
            begin = at + 1;
        }
        cells.add(line.substring(begin));
        return cells;
    }
}

package io.qingfen.reference.batch;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header row: RFC 4180, UTF-8, columns in any order. Rows are handed on one by one; memory does not
 * grow with the file.
 *
 * @param required columns that the header must name
 * @param optional columns that it may name
 */
record CsvTable(String file, List<String> required, List<String> optional) {

    CsvTable(String file, String required) {
        this(file, List.of(required.split(",")), List.of());
    }

    /** Hands on every row with the right number of fields; false when the file could not be read to its end. */
    boolean read(ReferenceFiles files, Problems problems, Consumer<CsvRow> rows) throws IOException {
        Optional<InputStream> bytes = files.open(file);
        if (bytes.isEmpty()) {
            if (ReferenceFiles.OPTIONAL.contains(file)) {
                return true;
            }
            problems.add(file, 0, "", "is missing; put it there");
            return false;
        }
        Limited text = new Limited(Utf8.reader(bytes.get()));
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            return read(parser, text, problems, rows);
        } catch (CharacterCodingException notUtf8) {
            problems.add(file, badLine(files), "", "is not UTF-8; save the file in UTF-8");
            return false;
        }
    }

    private boolean read(CSVParser parser, Limited text, Problems problems, Consumer<CsvRow> rows)
            throws CharacterCodingException {
        long line = 1;
        try {
            Map<String, Integer> columns = null;
            for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext(); ) {
                CSVRecord next = records.next();
                text.recordRead();
                if (columns == null) {
                    columns = columns(next, problems);
                } else if (isWhole(next, columns.size(), line, problems)) {
                    rows.accept(new CsvRow(file, Math.toIntExact(line), columns, next, problems));
                }
                if (columns.isEmpty()) {
                    return false;
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            return hasHeader(columns, problems);
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CharacterCodingException notUtf8) {
                throw notUtf8;
            }
            problems.add(
                    file,
                    Math.toIntExact(line),
                    "",
                    "is not CSV (RFC 4180): a quote is not closed or has text "
                            + "behind it, or the record is longer than " + Limited.LONGEST
                            + " characters; check its quotes");
            return false;
        }
    }

    private boolean hasHeader(Map<String, Integer> columns, Problems problems) {
        if (columns == null) {
            problems.add(file, 1, "", "is empty; begin with the header " + String.join(",", required));
        }
        return columns != null;
    }

    /** Position by name; empty when the header is wrong. */
    private Map<String, Integer> columns(CSVRecord header, Problems problems) {
        long before = problems.total();
        Map<String, Integer> columns = new HashMap<>();
        for (int position = 0; position < header.size(); position++) {
            String name = header.get(position);
            if (!required.contains(name) && !optional.contains(name)) {
                problems.add(file, 1, "", "column " + Problem.shown(name) + " is not known; " + headerAdvice());
            } else if (columns.put(name, position) != null) {
                problems.add(file, 1, "", "column " + Problem.shown(name) + " stands twice; remove one");
            }
        }
        Set<String> missing = new HashSet<>(required);
        missing.removeAll(columns.keySet());
        required.stream()
                .filter(missing::contains)
                .forEach(name -> problems.add(file, 1, "", "column '" + name + "' is missing; " + headerAdvice()));
        return problems.total() == before ? columns : Map.of();
    }

    private String headerAdvice() {
        return "the header is " + String.join(",", required)
                + (optional.isEmpty() ? "" : ", and if you like " + String.join(",", optional));
    }

    private boolean isWhole(CSVRecord row, int fields, long line, Problems problems) {
        boolean empty = row.size() == 1 && row.get(0).isEmpty();
        if (!empty && row.size() != fields) {
            problems.add(
                    file,
                    Math.toIntExact(line),
                    "",
                    "has " + row.size() + " fields, the header " + fields + "; check commas and quotes");
        }
        return row.size() == fields;
    }

    private int badLine(ReferenceFiles files) throws IOException {
        Optional<InputStream> bytes = files.open(file);
        return bytes.isEmpty() ? 0 : Utf8.firstBadLine(bytes.get());
    }

    /** Stops an unclosed quote from swallowing the rest of a large file. */
    private static final class Limited extends FilterReader {
        static final int LONGEST = 1 << 20;
        private long sinceRecord;

        Limited(Reader text) {
            super(text);
        }

        void recordRead() {
            sinceRecord = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            sinceRecord += Math.max(0, read);
            if (sinceRecord > LONGEST) {
                throw new IOException("a record longer than " + LONGEST + " characters");
            }
            return read;
        }
    }
}

package io.qingfen.reference.batch;

import io.qingfen.run.FileProblem;
import io.qingfen.run.FileProblems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Hands on every row with the right number of fields; false when it is not known what else the file holds. */
    boolean read(ReferenceFiles files, FileProblems problems, Consumer<CsvRow> rows) throws IOException {
        Optional<InputStream> bytes = files.open(file);
        if (bytes.isEmpty()) {
            Optional<String> why = files.absence(file);
            why.ifPresent(text -> problems.add(file, 0, "", text));
            return why.isEmpty();
        }
        try (InputStream closing = bytes.get()) {
            return new Pass(problems, rows).read(new RecordLimit(Utf8.reader(closing)));
        } catch (CharacterCodingException notUtf8) {
            int line = Utf8.firstBadLine(files.open(file).orElseThrow());
            problems.add(file, line, "", "is not UTF-8; save the file in UTF-8");
            return false;
        }
    }

    /** One pass through the file. */
    private final class Pass {
        private final FileProblems problems;
        private final Consumer<CsvRow> rows;
        private Map<String, Integer> columns = Map.of();
        private int line = 1;
        private boolean whole = true;

        Pass(FileProblems problems, Consumer<CsvRow> rows) {
            this.problems = problems;
            this.rows = rows;
        }

        boolean read(RecordLimit text) throws IOException {
            try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
                var records = parser.iterator();
                columns = records.hasNext() ? header(records.next()) : empty();
                for (next(parser, text); !columns.isEmpty() && records.hasNext(); next(parser, text)) {
                    row(records.next());
                }
                return whole && !columns.isEmpty();
            } catch (UncheckedIOException broken) {
                report(broken.getCause());
                return false;
            }
        }

        /** Must come before the parser looks for the next record: then its line begins behind the last one. */
        private void next(CSVParser parser, RecordLimit text) {
            line = Math.toIntExact(parser.getCurrentLineNumber() + 1);
            text.recordBegins();
        }

        private void row(CSVRecord row) {
            boolean emptyLine = row.size() == 1 && row.get(0).isEmpty();
            if (row.size() == columns.size()) {
                rows.accept(new CsvRow(file, line, columns, row, problems));
            } else if (!emptyLine) {
                whole = false;
                add("has " + row.size() + " fields, the header " + columns.size() + "; check commas and quotes");
            }
        }

        private Map<String, Integer> empty() {
            add("is empty; " + headerAdvice());
            return Map.of();
        }

        /** Position by name; empty when the header is wrong. */
        private Map<String, Integer> header(CSVRecord header) {
            long before = problems.total();
            Map<String, Integer> positions = new HashMap<>();
            for (int position = 0; position < header.size(); position++) {
                String name = header.get(position);
                if (!required.contains(name) && !optional.contains(name)) {
                    add("column " + FileProblem.shown(name) + " is not known; " + headerAdvice());
                } else if (positions.put(name, position) != null) {
                    add("column " + FileProblem.shown(name) + " stands twice; remove one");
                }
            }
            required.stream()
                    .filter(name -> !positions.containsKey(name))
                    .forEach(name -> add("column '" + name + "' is missing; " + headerAdvice()));
            return problems.total() == before ? positions : Map.of();
        }

        private void report(IOException broken) throws CharacterCodingException {
            if (broken instanceof CharacterCodingException notUtf8) {
                throw notUtf8;
            }
            add(
                    broken instanceof RecordLimit.TooLong
                            ? "is longer than " + RecordLimit.LONGEST + " characters; a quote may not be closed"
                            : "is not CSV (RFC 4180): a quote is not closed or has text behind it; check its quotes");
        }

        private void add(String what) {
            problems.add(file, line, "", what);
        }
    }

    private String headerAdvice() {
        return "the header is " + String.join(",", required)
                + (optional.isEmpty() ? "" : ", and if you like " + String.join(",", optional));
    }
}

package io.qingfen.scheme.batch;

import io.qingfen.scheme.BadRecord;
import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.Columns;
import io.qingfen.scheme.MappedRow;
import io.qingfen.scheme.MappedSums;
import io.qingfen.scheme.MappedSums.Stated;
import io.qingfen.scheme.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A delimited or fixed-width statement that a file of people describes. A file without a byte is a day without
 * transactions.
 */
final class MappedFormat implements SchemeFormat {
    private final String name;
    private final Mapping mapping;
    private final String sha256;
    private final Text text;

    /**
     * What the lines are.
     *
     * @param charset every byte of a line end must be one of its own
     * @param separator between two cells; 0 when the records have a fixed width
     * @param header the first line names the columns
     * @param length bytes of a record of fixed width
     * @param skipped lines before the header, or the first record
     * @param ignored lines that begin so are left out
     * @param last how the last line begins; empty when it is a record
     * @param stated what the last line states
     */
    record Text(
            String charset,
            char separator,
            boolean header,
            int length,
            int skipped,
            List<String> ignored,
            String last,
            Stated stated) {
        Text {
            ignored = List.copyOf(ignored);
        }
    }

    MappedFormat(String name, Mapping mapping, Text text) {
        this(name, mapping, text, "");
    }

    private MappedFormat(String name, Mapping mapping, Text text, String sha256) {
        this.sha256 = sha256;
        this.name = name;
        this.mapping = mapping;
        this.text = text;
    }

    /** The same, as this description says. */
    MappedFormat describedBy(String digest) {
        return new MappedFormat(name, mapping, text, digest);
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean carriesCards() {
        return mapping.has(Mapping.Value.CARD);
    }

    @Override
    public void read(InputStream in, ParsedFile file, CardTokens cards) throws IOException {
        Lines lines = new Lines(file, cards);
        file.lines(FixedWidthFile.read(in, lines));
        lines.end();
    }

    /** One file on its way through its lines. */
    private final class Lines implements FixedWidthFile.Records {
        private final ParsedFile file;
        private final CardTokens cards;
        private final TextLine decoder = new TextLine(text.charset());
        private final MappedSums sums = new MappedSums(text.stated());
        private Columns columns;
        private boolean ended;
        private boolean refused;

        Lines(ParsedFile file, CardTokens cards) {
            this.file = file;
            this.cards = cards;
        }

        @Override
        public void record(byte[] buffer, int offset, int length, int line) {
            if (refused) {
                return;
            }
            try {
                if (line <= text.skipped()) {
                    TextLine.requireOneLine(buffer, offset, length);
                    return;
                }
                line(buffer, offset, length, line);
            } catch (BadRecord bad) {
                file.problem(line, bad.getMessage());
            }
        }

        @Override
        public void problem(int line, String what) {
            file.problem(line, what);
        }

        private void line(byte[] buffer, int offset, int length, int line) {
            String whole = withoutMark(decoder.decode(buffer, offset, length), line);
            if (ended) {
                throw new BadRecord("stands behind the last line");
            }
            ended = !text.last().isEmpty() && whole.startsWith(text.last());
            if (ended) {
                stated(buffer, offset, length, whole);
            }
            if (ended || text.ignored().stream().anyMatch(whole::startsWith)) {
                return;
            }
            if (text.separator() == 0) {
                fixed(buffer, offset, length, line);
            } else if (text.header() && columns == null) {
                header(TextLine.cells(whole, text.separator()));
            } else {
                delimited(TextLine.cells(whole, text.separator()), line);
            }
        }

        /** Sums of the last line, by number of its cell or by bytes. */
        private void stated(byte[] buffer, int offset, int length, String whole) {
            UnaryOperator<String> at = place -> text.separator() == 0
                    ? cut(buffer, offset, length, place)
                    : numbered(TextLine.cells(whole, text.separator()), place);
            if (!text.stated().count().isEmpty()) {
                sums.requireCount(at.apply(text.stated().count()));
            }
            if (!text.stated().amount().isEmpty()) {
                sums.requireAmount(at.apply(text.stated().amount()));
            }
        }

        private static String withoutMark(String whole, int line) {
            return line == 1 && whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
        }

        /** Without its columns no row can be read: the first problem is the only one. */
        private void header(List<String> cells) {
            refused = true;
            columns = new Columns(cells);
            Stream.concat(
                            mapping.places().values().stream().flatMap(List::stream),
                            mapping.filters().stream().map(Mapping.Filter::place))
                    .sorted()
                    .forEach(place -> columns.oneOf(place));
            refused = false;
        }

        private void delimited(List<String> cells, int line) {
            if (columns != null) {
                columns.requireWidth(cells);
            }
            MappedRow.read(
                            mapping,
                            place -> columns == null ? numbered(cells, place) : columns.cell(cells, place),
                            file.place(line),
                            cards,
                            sums)
                    .ifPresent(file::add);
        }

        private static String numbered(List<String> cells, String place) {
            int number = Integer.parseInt(place);
            if (number > cells.size()) {
                throw new BadRecord("the row has " + cells.size() + " cells, the format asks for cell " + number);
            }
            return cells.get(number - 1).strip();
        }

        private void fixed(byte[] buffer, int offset, int length, int line) {
            if (length != text.length()) {
                throw new BadRecord(
                        "the record has " + length + " bytes, the format " + name + " has " + text.length());
            }
            MappedRow.read(mapping, place -> cut(buffer, offset, length, place), file.place(line), cards, sums)
                    .ifPresent(file::add);
        }

        /** Bytes are cut first and decoded then. */
        private String cut(byte[] buffer, int offset, int length, String place) {
            int dash = place.indexOf('-');
            int from = Integer.parseInt(place.substring(0, dash)) - 1;
            int to = Integer.parseInt(place.substring(dash + 1));
            if (to > length) {
                throw new BadRecord("the line has " + length + " bytes, the format asks for bytes " + place);
            }
            return decoder.decode(buffer, offset + from, to - from).strip();
        }

        void end() {
            if (file.lines() > 0 && !text.last().isEmpty() && !ended) {
                file.problem(file.lines(), "the last line does not begin with '" + text.last() + "': the file was cut");
            }
        }
    }
}

package io.qingfen.scheme.batch;

import io.qingfen.scheme.BadRecord;
import io.qingfen.scheme.SchemeRecord.Place;
import io.qingfen.scheme.SummedBill;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Bills of WeChat Pay: UTF-8, perhaps with a byte order mark; a back-tick before each value, so that a comma inside a value
 * separates nothing; headers without back-ticks; no quotes; a summary of two rows at the end.
 */
final class TickedFile<B extends SummedBill> {
    private static final String NOT_UTF8 = "is not UTF-8; the bill was cut, or comes from somewhere else";
    private static final CSVFormat ROWS = CSVFormat.Builder.create()
            .setDelimiter(",`")
            .setQuote(null)
            .setIgnoreEmptyLines(false)
            .get();
    private final ParsedFile file;
    private final Function<List<String>, B> begin;
    private final Row<B> row;
    private B bill;
    private boolean summaryBegun;

    private TickedFile(ParsedFile file, Function<List<String>, B> begin, Row<B> row) {
        this.file = file;
        this.begin = begin;
        this.row = row;
    }

    /** Takes a row of a bill; what it throws as {@link BadRecord} is a problem of the row. */
    @FunctionalInterface
    interface Row<B> {
        void read(B bill, List<String> cells, Place place);
    }

    /** @param begin makes the bill of its header; what is wrong with that refuses the bill at once */
    static <B extends SummedBill> void read(
            InputStream in, ParsedFile file, Function<List<String>, B> begin, Row<B> row) throws IOException {
        TickedFile<B> ticked = new TickedFile<>(file, begin, row);
        int line = 0;
        LimitedLines limited = new LimitedLines(in);
        try (CSVParser parser = CSVParser.parse(reader(limited), ROWS)) {
            for (CSVRecord cells : parser) {
                line++;
                ticked.row(line, cells.toList());
            }
            file.lines(line);
            ticked.end(line);
        } catch (BadRecord noBill) {
            file.problem(limited.isTooLong() ? limited.line() : Math.max(1, line), noBill.getMessage());
        } catch (CharacterCodingException notUtf8) {
            file.problem(line + 1, NOT_UTF8);
        } catch (UncheckedIOException unreadable) {
            if (!(unreadable.getCause() instanceof CharacterCodingException)) {
                throw unreadable;
            }
            file.problem(line + 1, NOT_UTF8);
        }
    }

    private static Reader reader(InputStream in) {
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** A missing column refuses the bill at once, a bad row is one problem of perhaps many. */
    private void row(int line, List<String> cells) {
        if (bill == null) {
            bill = begin.apply(header(cells));
            return;
        }
        if (cells.size() == 1 && cells.get(0).isBlank()) {
            return;
        }
        try {
            body(line, cells);
        } catch (BadRecord bad) {
            file.problem(line, bad.getMessage());
        }
    }

    private void body(int line, List<String> cells) {
        if (bill.beginsSummary(cells.get(0))) {
            bill.summaryHeader(header(cells));
            summaryBegun = true;
        } else if (!cells.get(0).startsWith("`")) {
            throw new BadRecord("the row does not begin with a back-tick");
        } else if (summaryBegun) {
            bill.summary(withoutFirstTick(cells));
        } else {
            row.read(bill, withoutFirstTick(cells), file.place(line));
        }
    }

    private void end(int line) {
        if (bill == null) {
            throw new BadRecord("is empty; a bill without transactions has its two headers and a summary");
        }
        if (!bill.isEnded()) {
            file.problem(Math.max(1, line), "the summary is missing: the bill was cut");
        }
    }

    private static List<String> withoutFirstTick(List<String> cells) {
        List<String> clean = new ArrayList<>(cells);
        clean.set(0, clean.get(0).substring(1));
        return clean;
    }

    private static List<String> header(List<String> cells) {
        String line = String.join(",", cells);
        return Arrays.asList((line.startsWith("\uFEFF") ? line.substring(1) : line).split(",", -1));
    }
}

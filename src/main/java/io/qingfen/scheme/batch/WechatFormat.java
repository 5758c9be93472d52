package io.qingfen.scheme.batch;

import io.qingfen.scheme.BadRecord;
import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.WechatBill;
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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The trade bill of WeChat Pay: UTF-8, perhaps with a byte order mark; a back-tick before each value, so that a comma
 * inside a value separates nothing; headers without back-ticks; no quotes.
 */
final class WechatFormat implements SchemeFormat {
    private static final String NOT_UTF8 = "is not UTF-8; the bill was cut, or comes from somewhere else";
    private static final CSVFormat ROWS = CSVFormat.Builder.create()
            .setDelimiter(",`")
            .setQuote(null)
            .setIgnoreEmptyLines(false)
            .get();

    @Override
    public String name() {
        return "wechat-trade";
    }

    @Override
    public boolean carriesCards() {
        return false;
    }

    @Override
    public void read(InputStream in, ParsedFile file, CardTokens cards) throws IOException {
        int line = 0;
        try (CSVParser parser = CSVParser.parse(reader(in), ROWS)) {
            Bill bill = new Bill(file);
            for (CSVRecord row : parser) {
                line++;
                bill.row(line, row.toList());
            }
            file.lines(line);
            bill.end(line);
        } catch (BadRecord noBill) {
            file.problem(Math.max(1, line), noBill.getMessage());
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

    /** One bill on its way through the rows. */
    private static final class Bill {
        private final ParsedFile file;
        private WechatBill bill;
        private boolean summaryBegun;

        Bill(ParsedFile file) {
            this.file = file;
        }

        /** A missing column refuses the bill at once, a bad row is one problem of perhaps many. */
        void row(int line, List<String> cells) {
            if (bill == null) {
                bill = new WechatBill(header(cells), file.name().date());
                return;
            }
            if (cells.size() == 1 && cells.get(0).isBlank()) {
                return;
            }
            try {
                transaction(line, cells);
            } catch (BadRecord bad) {
                file.problem(line, bad.getMessage());
            }
        }

        private void transaction(int line, List<String> cells) {
            if (WechatBill.beginsSummary(cells.get(0))) {
                bill.summaryHeader(header(cells));
                summaryBegun = true;
            } else if (!cells.get(0).startsWith("`")) {
                throw new BadRecord("the row does not begin with a back-tick");
            } else if (summaryBegun) {
                bill.summary(withoutFirstTick(cells));
            } else {
                bill.row(withoutFirstTick(cells), file.place(line)).ifPresent(file::add);
            }
        }

        void end(int line) {
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
}

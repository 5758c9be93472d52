package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAdyenReportsTest {
    private static final String NAME = "scheme-adyen_20260302_01.csv";
    private static final Path SAMPLE = Path.of("sample-files/schemes/formats", NAME);

    @Test
    void readsTransactionsWithWhatIsKeptAndDisputes() throws IOException {
        KeptFile file = read(sample());
        assertThat(file.problems()).isEmpty();
        assertThat(file.recordList())
                .extracting(one -> one.place().line() + " " + one.txnType() + " " + one.amountMinor() + " "
                        + one.costMinor() + " " + one.currency() + " " + one.schemeRef() + " " + one.otherRef())
                .containsExactly(
                        "2 SALE 10000 212 EUR PSP0000000000001 order-1",
                        "3 SALE 500 12 EUR PSP0000000000002 order-2, a",
                        "4 REFUND -3000 0 EUR MOD0000000000001 PSP0000000000001",
                        "5 SALE 8000 null USD PSP0000000000003 order-3");
        assertThat(file.disputes())
                .extracting(one -> one.place().line() + " " + one.type() + " " + one.amountMinor() + " "
                        + one.costMinor() + " " + one.reason() + " " + one.schemeRef())
                .containsExactly("6 E23 -2000 750 Chargeback PSP0000000000004");
    }

    /** Cut into cells and put together again. */
    @Test
    void rowsGiveTheSameBytesWhenTheyArePutTogetherAgain() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : sample().split("\n")) {
            List<String> cells = TextLine.cells(line, ',').stream()
                    .map(cell -> cell.contains(",") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                    .toList();
            lines.add(String.join(",", cells));
        }
        assertThat(String.join("\n", lines) + "\n").isEqualTo(sample());
        assertThat(lines).hasSize(9);
    }

    @Test
    void aReportWithoutTransactionsHasItsHeader() throws IOException {
        String header = sample().split("\n")[0];
        assertThat(read(header + "\n").problems()).isEmpty();
        assertThat(read("\uFEFF" + header + "\r\n").problems()).isEmpty();
        requireRefused("", ":1: is empty; a report without transactions has its header");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Net Credit (NC)       | Net (NC)            | :1: the header has no column Net Credit (NC)
            Psp Reference         | Type                | :1: column 'Type' stands twice in the header
            97.88,,0.50           | 97.89,,0.50         | :2: commission, markup, scheme fees and interchange come to 2.12, gross less net is 2.11
            ,Settled,             | ,Expired,           | Type is 'Expired', which is none of docs/SPEC-schemes.md: nobody knows what it moves
            ,Refunded,            | ,Settled,           | a row 'Settled' moves -30.00 the other way
            2026-03-01 09:00:00   | 2026-03-03 09:00:00 | Creation Date is of 2026-03-03, the batch was closed on 2026-03-02
            2026-03-01 09:00:00   | 2026-03-01          | Creation Date is '2026-03-01', not a time like
            ,100.00,              | ,100.0x,            | Gross Credit (GC) is '100.0x', which is no amount
            ,100.00,              | ,"100.00,           | a quote is not closed on its line
            110.76                | 110.75              | :9: the rows do not come to 0 with what was paid out: 0.01 EUR are left; the report was cut
            USD                   | USX                 | Gross Currency is 'USX', which is no currency
            PSP0000000000003      |                     | :5: the row has no Psp Reference
            """)
    void refusesWhatCannotBeReadForSure(String from, String to, String problem) throws IOException {
        assertThat(sample()).contains(from);
        requireRefused(sample().replaceFirst(java.util.regex.Pattern.quote(from), to == null ? "" : to), problem);
    }

    /** Cells in quotes made of it one long header: a report of a day without transactions, whatever it held. */
    @Test
    void aReportWhoseLinesEndWithCarriageReturnsIsNoReportWithoutTransactions() throws IOException {
        requireRefused(
                sample().replace('\n', '\r'),
                ":1: byte 370 of the line is a carriage return; lines end with a line feed");
        requireRefused(sample().replace("mccredit,,7\n", "mccredit,,7\r"), "is a carriage return");
    }

    @Test
    void aReportThatWasCutDoesNotComeToZero() throws IOException {
        String[] lines = sample().split("\n");
        for (int kept = 2; kept < lines.length; kept++) {
            String cut = String.join("\n", List.of(lines).subList(0, kept)) + "\n";
            requireRefused(cut, "the rows do not come to 0 with what was paid out");
        }
    }

    private static String sample() throws IOException {
        return Files.readString(SAMPLE);
    }

    private static void requireRefused(String text, String problem) {
        assertThat(read(text).problems()).anyMatch(one -> one.startsWith(NAME + ":") && one.contains(problem));
    }

    private static KeptFile read(String text) {
        KeptFile file = new KeptFile(NAME, 1);
        try {
            new AdyenFormat().read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), file, card -> "");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file;
    }
}

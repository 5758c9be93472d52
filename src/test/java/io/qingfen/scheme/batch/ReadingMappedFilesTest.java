package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two shipped examples, and what may be wrong with a description or with a file that it describes. */
class ReadingMappedFilesTest {
    private static final Path SAMPLES = Path.of("sample-files/schemes");
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path folder;

    @Test
    void remembersByWhichDescriptionItReads() throws IOException {
        byte[] description = Files.readAllBytes(SAMPLES.resolve("formats").resolve("acquirer-csv.yml"));
        String digest = MappingFile.read(SAMPLES.resolve("formats").resolve("acquirer-csv.yml"), "acquirer-csv")
                .sha256();
        assertThat(digest).isEqualTo(SchemeInbox.sha256(description)).hasSize(64);
        assertThat(new WechatFormat().sha256()).isEmpty();
    }

    @Test
    void readsADelimitedStatement() {
        KeptFile file = read("acquirer-csv", delimited(), StandardCharsets.UTF_8);
        assertThat(file.problems()).isEmpty();
        assertThat(file.recordList())
                .extracting(one -> one.place().line() + " " + one.txnType() + " " + one.amountMinor() + " "
                        + one.costMinor() + " " + one.schemeRef() + " " + one.rrn() + " " + one.cardMasked() + " "
                        + one.currency() + " " + one.txnTime() + " " + one.cardToken())
                .containsExactly(
                        "4 SALE 12000 58 A1 030201000004 621700******1004 CNY 1772442309 token of 16",
                        "5 REFUND -3000 -14 A2 030201000005 621700******1005 CNY 1772442310 ",
                        "7 REVERSAL -12000 0 A4 030201000004  CNY 1772442312 ");
        assertThat(shipped("acquirer-csv").carriesCards()).isTrue();
    }

    @Test
    void readsAFixedWidthStatementByBytes() {
        KeptFile file = read("wallet-fixed", fixed(), GBK);
        assertThat(file.problems()).isEmpty();
        assertThat(file.recordList())
                .extracting(one -> one.place().line() + " " + one.txnType() + " " + one.amountMinor() + " "
                        + one.costMinor() + " " + one.schemeRef() + " " + one.terminalId() + " " + one.rrn())
                .containsExactly(
                        "2 SALE 5800 null W030201000003 10000001 030201000003",
                        "3 REFUND -100 null W030201000009 10000001 030201000009");
        assertThat(shipped("wallet-fixed").carriesCards()).isFalse();
    }

    @Test
    void aFileWithoutAByteIsADayWithoutTransactions() {
        assertThat(read("acquirer-csv", "", GBK).problems()).isEmpty();
        assertThat(read("wallet-fixed", "", GBK).problems()).isEmpty();
    }

    @Test
    void aFileThatWasCutOrHasOtherLineEndsIsNoDayWithoutTransactions() {
        String header = fixed().substring(0, fixed().indexOf('\n') + 1);
        requireOneProblem("wallet-fixed", header, ":1: the last line does not begin with '9': the file was cut");
        requireOneProblem(
                "wallet-fixed", fixed().replace('\n', '\r'), "is a carriage return; lines end with a line feed");
        requireOneProblem(
                "acquirer-csv", delimited().replace('\n', '\r'), ":1: byte 42 of the line is a carriage return");
        requireOneProblem("acquirer-csv", delimited().replaceFirst("SETTLED\n", "\"SETTLED\"\r"), ":4: byte ");
    }

    private void requireOneProblem(String format, String text, String problem) {
        assertThat(read(format, text, GBK).problems()).first().asString().contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PURCHASE   | TOP-UP      | :4: the type 'TOP-UP' has no meaning in the format
            ;120.00;   | ;-120.00;   | :4: a SALE is written with the wrong sign: '-120.00'
            ;120.00;   | ;120.001;   | :4: the amount is '120.001', which has more than 2 decimals
            ;120.00;   | ;120,00;    | :4: the amount is '120,00', which is no amount
            ;120.00;   | ;120;00;    | :4: the row has 13 cells, the header has 12
            CNY;120.00 | XXX;120.00  | :4: the currency 'XXX' is not known
            09:05:09   | 9:05        | :4: the time '2026-03-02 9:05' is not written as the format says
            Gross      | Brutto      | :3: the header has no column Gross
            Status     | Kind        | :3: column 'Kind' stands twice in the header
            #END       | #           | :9: the last line does not begin with '#END': the file was cut
            A1;        | 卡;         | :4: '卡' is no number
            """)
    void refusesADelimitedStatementThatCannotBeReadForSure(String from, String to, String problem) {
        assertThat(delimited()).contains(from);
        KeptFile file = read("acquirer-csv", delimited().replace(from, to), StandardCharsets.UTF_8);
        assertThat(file.problems())
                .first()
                .satisfies(text -> assertThat(text).startsWith("scheme-s_20260302_01.txt" + problem));
    }

    @Test
    void refusesAFixedWidthStatementThatCannotBeReadForSure() {
        assertThat(read("wallet-fixed", fixed().replace("茶", "tea"), GBK).problems())
                .first()
                .satisfies(text ->
                        assertThat(text).contains(":2: the record has 97 bytes, the format wallet-fixed has 96"));
        assertThat(read("wallet-fixed", fixed().replace("000000005800", "000000005,80"), GBK)
                        .problems())
                .first()
                .satisfies(text -> assertThat(text).contains(":2: the amount is '000000005,80', which is no amount"));
        assertThat(read("wallet-fixed", fixed().replace("茶", "茶"), StandardCharsets.UTF_8)
                        .problems())
                .first()
                .satisfies(text -> assertThat(text).contains(":2: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: delimited       | kind: xml              | :2: kind 'xml' is not delimited or fixed-width
            separator: ";"        | separator: ";;"        | :4: separator ';;' is not one character
            encoding: UTF-8       | encoding: UTF-16       | :3: encoding 'UTF-16' is not UTF-8 or
            sign: as written      | sign: yes              | :10: sign 'yes' is not "by type" or "as written"
            REFUND: REFUND        | REFUND: PURCHASE       | REFUND has the word 'PURCHASE', which stands here twice
            VOID: CANCEL          | BALANCE_INQUIRY: X     | BALANCE_INQUIRY is no type of a transaction that moves
            currency: {at: Currency} | currency: YYY       | :12: currency 'YYY' is not a currency like CNY
            yyyy-MM-dd HH:mm:ss   | MM-dd HH:mm:ss         | pattern 'MM-dd HH:mm:ss' is not a pattern like
            merchant:             | shop:                  | shop' is not known here
            reference: {at: Reference} | terminal2: {at: X} | terminal2' is not known here
            """)
    void refusesADescriptionWithFileAndLine(String from, String to, String problem) throws IOException {
        String text = Files.readString(SAMPLES.resolve("formats/acquirer-csv.yml"));
        assertThat(text).contains(from);
        Path file = folder.resolve("acquirer-csv.yml");
        Files.writeString(file, text.replace(from, to));
        assertThatThrownBy(() -> MappingFile.read(file, "acquirer-csv"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE);
                    assertThat(String.join("\n", refusal.problems()))
                            .contains("reference/scheme-formats/acquirer-csv.yml:")
                            .contains(problem);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            at: 36-47       | at: 36-97      | at '36-97' is not bytes like 1-12, from 1 to 96
            length: 96      | length: 0      | length '0' is not a whole number from 1 to 10000
            rrn: {at: 62-73} | card: {at: 1}  | at '1' is not bytes like
            """)
    void refusesPlacesOutsideTheRecord(String from, String to, String problem) throws IOException {
        String text = Files.readString(SAMPLES.resolve("formats/wallet-fixed.yml"));
        Path file = folder.resolve("wallet-fixed.yml");
        Files.writeString(file, text.replace(from, to));
        assertThatThrownBy(() -> MappingFile.read(file, "wallet-fixed")).hasMessageContaining(problem);
    }

    /** Rows that count: 120.00 − 30.00 − 120.00 + 0.00; one of 7.00 is left out. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            {count: {at: 2}, amount: {at: 3}}                                     | #END;4;-30.00 | -
            {count: {at: 2, of: all rows}, amount: {at: 3, of: all rows}}         | #END;5;-23.00 | -
            {amount: {at: 2, of: rows that count}}                                | #END;-30      | -
            {count: {at: 2}}                                                      | #END;5        | :9: the last line states 5 rows, the file has 4
            {amount: {at: 2}}                                                     | #END;-29.99   | :9: the last line states a sum of -29.99, the rows give -30.00
            {count: {at: 2}}                                                      | #END          | :9: the row has 1 cells, the format asks for cell 2
            {count: {at: 2}}                                                      | #END;four     | :9: the stated number of rows is 'four', which is no amount
            """)
    void holdsStatedSumsAgainstTheRows(String stated, String last, String problem) throws IOException {
        String description = Files.readString(SAMPLES.resolve("formats/acquirer-csv.yml"))
                .replace("currency: {at: Currency}", "currency: CNY");
        Path file = Files.writeString(folder.resolve("summed.yml"), description + "stated: " + stated + "\n");
        KeptFile read =
                read(MappingFile.read(file, "summed"), delimited().replace("#END", last), StandardCharsets.UTF_8);
        if (problem == null) {
            assertThat(read.problems()).isEmpty();
            assertThat(read.recordList()).hasSize(3);
        } else {
            assertThat(read.problems()).singleElement().asString().endsWith(problem);
        }
    }

    @Test
    void holdsStatedSumsOfFixedWidthAgainstTheRows() {
        assertThat(read("wallet-fixed", fixed(), GBK).problems()).isEmpty();
        assertThat(read("wallet-fixed", fixed().replace("9 000003", "9 000002"), GBK)
                        .problems())
                .containsExactly("scheme-s_20260302_01.txt:5: the last line states 2 rows, the file has 3");
        assertThat(read("wallet-fixed", fixed().replace("9 000003", "9 03"), GBK)
                        .problems())
                .containsExactly("scheme-s_20260302_01.txt:5: the line has 4 bytes, the format asks for bytes 3-8");
    }

    @Test
    void sumsNeedALastLineAndOneCurrency() throws IOException {
        String description = Files.readString(SAMPLES.resolve("formats/acquirer-csv.yml"));
        Path file = Files.writeString(
                folder.resolve("summed.yml"),
                description.replace("last: \"#END\"\n", "") + "stated: {amount: {at: 3}}\n");
        assertThatThrownBy(() -> MappingFile.read(file, "summed"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(String.join("\n", refusal.problems()))
                                .contains("needs last: how the line begins that states it")
                                .contains("a sum needs one currency; the rows name theirs"));
    }

    private static String delimited() {
        return text("scheme-acquirer_20260302_01.csv", StandardCharsets.UTF_8);
    }

    private static String fixed() {
        return text("scheme-wallet_20260302_01.txt", GBK);
    }

    private static String text(String sample, Charset charset) {
        try {
            return Files.readString(SAMPLES.resolve("formats").resolve(sample), charset);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static MappedFormat shipped(String name) {
        return MappingFile.read(SAMPLES.resolve("formats").resolve(name + ".yml"), name);
    }

    private static KeptFile read(String format, String text, Charset charset) {
        return read(shipped(format), text, charset);
    }

    private static KeptFile read(MappedFormat format, String text, Charset charset) {
        KeptFile file = new KeptFile("scheme-s_20260302_01.txt", 1);
        try {
            format.read(new ByteArrayInputStream(text.getBytes(charset)), file, card -> "token of " + card.length());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }
}

package io.qingfen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanningAFileTest {
    private static final byte[] GOOD = Lines.batches("T,1,1,12.50", Lines.BATCH, Lines.DETAIL);
    private static final String TEXT = new String(GOOD, StandardCharsets.UTF_8);

    private static String problems(byte[] bytes) {
        return MemoryIntake.scan(Lines.BATCHES, bytes, 100, MemoryIntake.BLOCK).problems().stream()
                .collect(Collectors.joining("\n"));
    }

    private static String problems(String text) {
        return problems(Lines.bytes(text));
    }

    @Test
    void acceptsAWholeFile() {
        ScannedFile scan = MemoryIntake.scan(Lines.BATCHES, GOOD, 1_000, 7);
        assertThat(scan.problems()).isEmpty();
        assertThat(scan.lines()).isEqualTo(4);
        assertThat(scan.bytes()).isEqualTo(GOOD.length);
        assertThat(scan.trailer()).isEqualTo(new FileTrailer(4, 1, 1, "12.50"));
        assertThat(scan.chunks()).containsExactly(new InputChunk(1, 0, GOOD.length, 1, -1));
    }

    @Test
    void acceptsOtherLineEndsAndAByteOrderMarkAndEmptyLines() {
        assertThat(problems(TEXT.replace("\n", "\r\n"))).isEmpty();
        assertThat(problems(TEXT.replaceFirst("\n", "\r\n"))).isEmpty();
        assertThat(problems("\ufeff" + TEXT)).isEmpty();
        assertThat(problems(TEXT.strip())).isEmpty();
        assertThat(problems("\n\n" + TEXT.replace("\n", "\n\n"))).isEmpty();
        assertThat(problems("\r\n" + TEXT)).isEmpty();
        assertThat(problems(TEXT.replace("H,", "\"H\",").replace("T,1", "\"T\",1")))
                .isEmpty();
    }

    @Test
    void acceptsAFileWithoutRecords() {
        assertThat(problems("H,TERMINAL_BATCHES,1,2026-03-02,1\nT,0,0,0.00\n")).isEmpty();
        assertThat(problems("H,TERMINAL_BATCHES,1,2026-03-02,1\nT,0,0,0\n")).isEmpty();
    }

    @Test
    void takesALineBeginningWithHashAsData() {
        assertThat(problems(TEXT.replace("\nB,", "\n#B,"))).isEmpty();
        assertThat(problems("# comment\n" + TEXT)).contains(":1: the first line must be the header H, not '# comment'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H,AUTHORIZATIONS,1,2026-03-02,1|the header says kind 'AUTHORIZATIONS', the name TERMINAL_BATCHES",
                "H,TERMINAL_BATCHES,2,2026-03-02,1|the header says version '2', only version 1 is known",
                "H,TERMINAL_BATCHES,1,2026-03-01,1|the header says date '2026-03-01', the name 2026-03-02",
                "H,TERMINAL_BATCHES,1,2026-03-02,2|the header says sequence '2', the name 1",
                "H,TERMINAL_BATCHES,1,2026-03-02,|the header says sequence '', the name 1",
                "H,TERMINAL_BATCHES,1,2026-03-02,x|the header says sequence 'x', the name 1",
                "H,TERMINAL_BATCHES,1,2026-03-02|4 fields instead of 5",
                "H,TERMINAL_BATCHES,1,2026-03-02,1,|6 fields instead of 5",
                "H,\"TERMINAL_BATCHES|its quotes do not close",
            })
    void comparesTheHeaderWithTheName(String header, String problem) {
        String file = TEXT.replace("H,TERMINAL_BATCHES,1,2026-03-02,1", header);
        assertThat(problems(file)).startsWith(Lines.BATCHES + ":1: ").contains(problem);
    }

    @Test
    void takesTheSequenceAsANumber() {
        assertThat(problems(TEXT.replace("2026-03-02,1\n", "2026-03-02,01\n"))).isEmpty();
    }

    @Test
    void namesAllThatIsWrongWithTheHeader() {
        assertThat(problems(TEXT.replace("H,TERMINAL_BATCHES,1,2026-03-02,1", "H,X,9,Y,Z"))
                        .lines())
                .hasSize(4);
    }

    @Test
    void wantsOneHeaderFirst() {
        assertThat(problems(TEXT.replaceFirst("H.*\n", "")))
                .contains(":1: the first line must be the header H", "no header: 0 lines H, expected 1");
        assertThat(problems(TEXT.replace("\nB,", "\nH,TERMINAL_BATCHES,1,2026-03-02,1\nB,")))
                .contains(":2: a second header; the first is line 1");
        assertThat(problems("X\n" + TEXT)).contains(":1: the first line must be the header H, not 'X'");
    }

    @Test
    void wantsOneTrailerLast() {
        assertThat(problems(TEXT.replaceFirst("T,1,.*\n", ""))).contains("no trailer: 0 lines T, expected 1");
        assertThat(problems(TEXT + "T,1,1,12.50\n")).contains(":5: a second trailer; the first is line 4");
        assertThat(problems(TEXT + Lines.DETAIL + "\n")).contains(":5: stands behind the trailer of line 4");
        assertThat(problems(TEXT + "\n\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T,1,1",
                "T",
                "T,1,1,12.50,",
                "T,01,1,12.50",
                "T,1,-1,12.50",
                "T,1,1,+12.50",
                "T,1,1,12.50000",
                "T,1,1,1e3",
                "T,1,1,",
                "T,1,1,１２.５０",
                "T,1,1,12345678901234567890.00"
            })
    void readsTheTrailerStrictly(String trailer) {
        assertThat(problems(TEXT.replace("T,1,1,12.50", trailer)))
                .contains(":4: the trailer must be T,BATCH_COUNT,DETAIL_COUNT,TOTAL_AMOUNT");
    }

    @Test
    void refusesAFileCutAnywhere() {
        for (int length = 0; length < GOOD.length - 1; length++) {
            byte[] cut = Arrays.copyOf(GOOD, length);
            MemoryIntake intake = MemoryIntake.of(Lines.BATCHES, cut);
            assertThat(intake.problems(Lines.BATCHES))
                    .as("cut after %d bytes", length)
                    .isNotEmpty();
        }
    }

    @Test
    void saysThatAnEmptyFileIsEmpty() {
        assertThat(problems("")).contains("(the file is empty)", "no trailer");
    }

    @Test
    void refusesWhatIsNotUtf8AndSaysWhere() {
        byte[] gbk = TEXT.replace("tk_1", "上海").getBytes(Charset.forName("GBK"));
        int second = TEXT.indexOf("tk_1") + 2;
        assertThat(problems(gbk)).contains("not UTF-8: byte " + second + " of " + gbk.length);
        assertThat(problems(TEXT.getBytes(StandardCharsets.UTF_16))).contains("not UTF-8", "UTF-16?");
    }

    @Test
    void acceptsLinesUpToTheLongest() {
        String longest = "X" + "x".repeat(LineSplitter.LONGEST - 1);
        assertThat(problems(TEXT.replace("\nT", "\n" + longest + "\nT"))).isEmpty();
        assertThat(problems(TEXT.replace("\nT", "\n" + longest + "\r\nT"))).isEmpty();
        assertThat(problems(TEXT.replace("\nT", "\n" + longest + "x\nT")))
                .contains(":4: a line of 4097 bytes, the longest allowed is 4096");
        assertThat(problems(TEXT.replace("\nT", "\n" + longest.repeat(300) + "\nT")))
                .contains(":4: a line of 1228800 bytes, the longest allowed is 4096")
                .doesNotContain("xxxx");
    }

    @Test
    void needsNoMemoryForALineWithoutEnd() {
        byte[] block = Lines.bytes("x".repeat(1 << 20));
        FileScan scan = new FileScan(InputName.of(Lines.BATCHES).orElseThrow(), 1_000);
        for (int i = 0; i < 256; i++) {
            scan.feed(block, block.length);
        }
        assertThat(scan.end().problems())
                .contains(Lines.BATCHES + ":1: a line of 268435456 bytes, the longest allowed is 4096");
    }

    @Test
    void refusesLinesThatEndWithCarriageReturnAlone() {
        assertThat(problems(TEXT.replace('\n', '\r'))).contains("CR alone", "no trailer");
    }

    @Test
    void doesNotListMoreThanTwentyProblems() {
        String file = TEXT + (Lines.DETAIL + "\n").repeat(1_000);
        assertThat(problems(file).lines()).hasSize(21).last().isEqualTo(Lines.BATCHES + ": and 980 more");
    }

    @Test
    void findsTheSameInBlocksOfEverySize() {
        byte[] bytes = Lines.bytes("\ufeff" + TEXT.replace("tk_1", "上海𠮷").replace("\n", "\r\n"));
        ScannedFile expected = MemoryIntake.scan(Lines.BATCHES, bytes, 50, bytes.length);
        for (int block = 1; block < bytes.length; block++) {
            assertThat(MemoryIntake.scan(Lines.BATCHES, bytes, 50, block)).isEqualTo(expected);
        }
    }
}

package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.scheme.IpmLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingIpmFilesTest {
    private static final String NAME = "scheme-mastercard_20260302_01.dat";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsPresentmentsAndDisputes(boolean ebcdic) {
        KeptFile file = read(IpmLines.sample(ebcdic).bytes());
        assertThat(file.problems()).isEmpty();
        assertThat(file.lines()).isEqualTo(10);
        assertThat(file.recordList())
                .extracting(one -> one.place().line() + " " + one.txnType() + " " + one.originalType() + " "
                        + one.amountMinor() + " " + one.currency() + " " + one.rrn() + " " + one.terminalId() + " "
                        + one.schemeRef() + " " + one.otherRef() + " " + one.cardMasked() + " " + one.cardToken())
                .containsExactly(
                        "2 SALE SALE 10000 CNY 030201000031 10000001 MC030201000031 05121136061030201000311"
                                + " 510300******0005 token",
                        "3 SALE SALE 2550 CNY 030201000032 10000001 MC030201000032 05121136061030201000311"
                                + " 510300******0005 token",
                        "4 REFUND REFUND -500 CNY 030201000033 10000001 MC030201000033 05121136061030201000311"
                                + " 510300******0005 token",
                        "5 REVERSAL SALE -700 CNY 030201000034 10000001 MC030201000034 05121136061030201000311"
                                + " 510300******0005 token");
        assertThat(file.disputes())
                .extracting(one -> one.place().line() + " " + one.type() + " " + one.amountMinor() + " " + one.reason())
                .containsExactly("6 E24 900 ", "7 E23 -300 4853", "8 FEES 0 7621/290000/1200");
        assertThat(file.totals().values()).containsExactly(10_000L + 2_550 - 500 - 700 + 900 - 300);
    }

    @Test
    void blocksGiveTheSameBytesWhenTheyArePutTogetherAgain() throws IOException {
        for (boolean ebcdic : new boolean[] {false, true}) {
            byte[] file = IpmLines.sample(ebcdic).bytes();
            BlockedFile blocks = new BlockedFile(new ByteArrayInputStream(file));
            List<byte[]> messages = new ArrayList<>();
            for (byte[] message = blocks.next(); message != null; message = blocks.next()) {
                messages.add(message);
            }
            assertThat(messages).hasSize(10);
            assertThat(IpmLines.blocked(messages)).isEqualTo(file);
        }
    }

    @Test
    void theSampleIsWhatTheWriterWrites() throws IOException {
        assertThat(Files.readAllBytes(Path.of("sample-files/schemes/formats", NAME)))
                .isEqualTo(IpmLines.sample(true).bytes());
    }

    @Test
    void aFileMayHoldSeveralLogicalFiles() {
        List<byte[]> twice = new ArrayList<>(IpmLines.sample(false).messages());
        twice.addAll(IpmLines.sample(false).messages());
        KeptFile file = read(IpmLines.blocked(twice));
        assertThat(file.problems()).isEmpty();
        assertThat(file.recordList()).hasSize(8);
    }

    @Test
    void refusesTotalsThatTheMessagesDoNotGive() {
        requireRefused(started().trailer(1, 0), ":3: the trailer states 4 messages (PDS 0306), the file has 3");
        requireRefused(started().trailer(0, 1), ":3: the trailer states 101 amounts (PDS 0301), the file has 100");
        requireRefused(started(), "the trailer of file " + IpmLines.FILE_ID + " is missing: the file was cut");
        requireRefused(new IpmLines(false), "holds no header 1644/697");
        requireRefused(started().header(), "a second header before the trailer");
        requireRefused(
                started().add("1644", Map.of(24, "695", 48, "01050250022603020000001234500002")),
                "the trailer is of another file than the header");
        requireRefused(
                started().add("1644", Map.of(24, "695", 48, "0105025" + IpmLines.FILE_ID)),
                "the trailer states no messages (PDS 0306)");
    }

    @Test
    void refusesHeadersOfTestsAndOfOtherDates() {
        requireRefused(
                new IpmLines(false).add("1644", Map.of(24, "697", 48, "0105025" + IpmLines.FILE_ID + "0122001T")),
                "is a test file (PDS 0122 is T)");
        requireRefused(
                new IpmLines(false).add("1644", Map.of(24, "697", 48, "01050250022603010000001234500001")),
                "the file id is of 260301, the file is of 260302 (yyMMdd)");
        requireRefused(
                new IpmLines(false).presentment("000000", "200", "000000000100", "030201000031", ""),
                ":1: message 1240/200 stands before the header 1644/697 of its file");
    }

    @Test
    void refusesWhatNobodyKnowsTheDirectionOf() {
        requireRefused(
                headed().presentment("110000", "200", "000000000100", "030201000031", ""),
                ":2: processing code '110000' is none of docs/SPEC-schemes.md");
        requireRefused(
                headed().presentment("000000", "999", "000000000100", "030201000031", ""),
                ":2: message 1240/999 is none of docs/SPEC-schemes.md");
        requireRefused(
                headed().presentment("200000", "205", "000000000100", "030201000031", ""),
                ":2: message 1240/205 of a refund, or reversed");
        requireRefused(
                headed().add("1442", Map.of(3, "000000", 4, "000000000300", 24, "450", 49, "000")),
                ":2: element 49 is 0, which is no currency");
        requireRefused(
                headed().add("1240", Map.of(3, "000000", 4, "000000000300", 24, "200", 49, "156")),
                ":2: the presentment has no number that it could be found by");
    }

    @Test
    void refusesBlocksThatAreNone() {
        byte[] sound = IpmLines.sample(false).bytes();
        assertThat(sound).hasSizeGreaterThan(1014);
        requireRefused(new byte[0], ":1: the length of 0 behind the last message is missing: the file was cut");
        requireRefused(Arrays.copyOf(sound, 1014), "is missing: the file was cut");
        requireRefused(Arrays.copyOf(sound, 1500), "block 2 has 486 bytes, a block has 1014");
        byte[] unfilled = sound.clone();
        unfilled[1012] = 0;
        requireRefused(unfilled, "block 1 does not end with two bytes of filling (40)");
        byte[] behind = sound.clone();
        behind[sound.length - 5] = '1';
        requireRefused(behind, "something else than filling (40) stands behind the last message, in block 2");
        byte[] longer = Arrays.copyOf(sound, sound.length + 1014);
        requireRefused(longer, "a block stands behind the last message");
        byte[] huge = sound.clone();
        huge[0] = 1;
        requireRefused(huge, "no message has more than 65536");
    }

    @Test
    void noProblemShowsACardNumber() {
        String card = "5103000000000005";
        KeptFile file = read(new IpmLines(false)
                .header()
                .add("1240", Map.of(2, card, 3, card.substring(0, 6), 24, "200", 49, "156", 63, card))
                .bytes());
        assertThat(file.problems()).isNotEmpty().noneMatch(text -> text.contains(card));
    }

    private static IpmLines headed() {
        return new IpmLines(false).header();
    }

    private static IpmLines started() {
        return headed().presentment("000000", "200", "000000000100", "030201000031", "");
    }

    private static void requireRefused(IpmLines lines, String problem) {
        requireRefused(lines.bytes(), problem);
    }

    private static void requireRefused(byte[] bytes, String problem) {
        assertThat(read(bytes).problems()).anyMatch(text -> text.startsWith(NAME + ":") && text.contains(problem));
    }

    private static KeptFile read(byte[] bytes) {
        KeptFile file = new KeptFile(NAME, 1);
        try {
            new IpmFormat().read(new ByteArrayInputStream(bytes), file, card -> "token");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file;
    }
}

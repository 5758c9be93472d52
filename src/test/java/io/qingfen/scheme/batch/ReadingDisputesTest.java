package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingDisputesTest {
    private static final String NAME = "disputes-unionpay_20260303_01.txt";

    @Test
    void takesTheSampleApart() {
        KeptFile file = read("unionpay-aerra", sample());
        assertThat(file.problems()).isEmpty();
        assertThat(file.disputes())
                .extracting(one -> one.place().line() + " " + one.type() + " " + one.reason() + " " + one.amountMinor()
                        + " " + one.costMinor() + " " + one.rrn() + " " + one.cardMasked())
                .containsExactly(
                        "1 E23 4515 -3600 -13 030201000001 621700******1004",
                        "2 E23 4515 -100 0 030201000001 621700******1004",
                        "3 E23 4562 -990 0 030299000001 622260******7001",
                        "4 E32  -5800 0 030201000002 621700******2002",
                        "5 E05  0 0 030201000001 621700******1004");
        assertThat(file.disputes().get(0).cardToken()).isEqualTo("token of 16 digits");
        assertThat(file.totals().values()).containsExactly(-10_490L);
    }

    /** The shorter file ends where the A-extension begins. */
    @Test
    void readsTheFileWithoutExtension() {
        StringBuilder shorter = new StringBuilder();
        sample().lines().forEach(line -> shorter.append(line, 0, 545).append("\r\n"));
        assertThat(read("unionpay-aerr", shorter.toString()).disputes()).hasSize(5);
        assertThat(read("unionpay-aerr", sample()).problems())
                .contains(NAME + ":1: the record has 581 bytes, unionpay-aerr has 545");
        assertThat(read("unionpay-aerr", "").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E32 | E73 | :4: dispute_type 'E73' is none of docs/SPEC-schemes.md: nobody knows which way its money goes",
                "E05 | E99 | :5: dispute_type 'E99'",
                "000000000990 | 0000000009x0 | :3: amount is not a number of digits only",
                "0303100300 | 0333100300 | :4: trans_datetime is not a time of any day around 2026-03-03",
            })
    void refusesWhatCannotBeReadForSure(String right, String wrong, String problem) {
        assertThat(sample()).contains(right);
        assertThat(read("unionpay-aerra", sample().replaceFirst(right, wrong)).problems())
                .singleElement()
                .asString()
                .startsWith(NAME + problem);
    }

    @Test
    void whatWasTakenApartIsWrittenAgainByteForByte() {
        for (String line : sample().split("\n")) {
            byte[] record = line.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(AcomLines.joined(AcomLines.cut(Layouts.of("unionpay-aerra"), record)))
                    .isEqualTo(record);
        }
    }

    private static KeptFile read(String format, String text) {
        KeptFile file = new KeptFile(NAME, 1);
        try {
            new UnionPayDisputesFormat(format)
                    .read(
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
                            file,
                            card -> "token of " + card.length() + " digits");
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return file;
    }

    private static String sample() {
        try {
            return Files.readString(Path.of("sample-files/schemes", NAME), StandardCharsets.ISO_8859_1);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

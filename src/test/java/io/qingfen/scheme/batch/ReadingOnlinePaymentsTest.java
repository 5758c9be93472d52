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

class ReadingOnlinePaymentsTest {
    private static final String NAME = "scheme-online_20260302_01.txt";

    @Test
    void takesTheSampleApart() {
        KeptFile file = read(sample());
        assertThat(file.problems()).isEmpty();
        assertThat(file.recordList())
                .extracting(one -> one.place().line() + " " + one.txnType() + " " + one.amountMinor() + " "
                        + one.schemeRef() + " " + one.otherRef() + " " + one.cardToken() + " " + one.cardMasked() + " "
                        + one.costMinor())
                .containsExactly(
                        "1 SALE 10000 202603021000000000018 ORDER1  621700******1004 null",
                        "2 REFUND -2500 202603021100000000028 BACK1 token 621700******1004 null",
                        "3 VOID -800 202603021200000000038 VOID1  622260******3000 null");
        assertThat(read("").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C000000009940 | C000000009941 | :1: settle_amt is 99.41, txn_amt and merchant_fee make 99.40",
                "D000000000060 | X000000000060 | :1: merchant_fee has the sign 'X'; only D and C are known",
                "D000000002485 | C000000002485 | :2: settle_amt is 24.85, txn_amt and merchant_fee make -24.85",
                "202603021200000000038 | '                     ' | :3: the record has no query_id",
                "0302110000 | 0302250000 | :2: txn_time is not a time of any day around 2026-03-02",
            })
    void refusesWhatCannotBeReadForSure(String right, String wrong, String problem) {
        assertThat(sample()).contains(right);
        assertThat(read(sample().replaceFirst(right, wrong)).problems())
                .singleElement()
                .asString()
                .startsWith(NAME + problem);
    }

    @Test
    void refusesARecordOfAnotherLength() {
        assertThat(read(sample().replace("S22 ", "S2 ")).problems())
                .hasSize(3)
                .first()
                .asString()
                .isEqualTo(NAME + ":1: the record has 606 bytes, unionpay-zm has 607");
    }

    @Test
    void whatWasTakenApartIsWrittenAgainByteForByte() {
        for (String line : sample().split("\n")) {
            byte[] record = line.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(AcomLines.joined(AcomLines.cut(Layouts.of("unionpay-zm"), record)))
                    .isEqualTo(record);
        }
    }

    private static KeptFile read(String text) {
        KeptFile file = new KeptFile(NAME, 1);
        try {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            new UnionPayOnlineFormat().read(new ByteArrayInputStream(bytes), file, card -> "token");
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return file;
    }

    private static String sample() {
        try {
            return Files.readString(Path.of("sample-files/schemes/formats", NAME), StandardCharsets.ISO_8859_1);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

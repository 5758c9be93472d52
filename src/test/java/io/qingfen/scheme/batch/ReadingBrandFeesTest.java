package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.scheme.BrandFee;
import io.qingfen.scheme.BrandFees;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingBrandFeesTest {
    private static final String NAME = "fees-unionpay_20260302_01.txt";
    private static final Path SAMPLES = Path.of("sample-files/schemes");

    @Test
    void takesTheSampleApart() {
        KeptFile file = read(sample());
        assertThat(file.problems()).isEmpty();
        assertThat(file.lines()).isEqualTo(9);
        assertThat(file.feeList())
                .extracting(one -> one.place().line() + " " + one.rrn() + " " + one.amountMinor() + " " + one.feeMinor()
                        + " " + one.cardMasked() + (one.reversal() ? " reversal" : ""))
                .containsExactly(
                        "1 030201000001 3600 2 621700******1004",
                        "2 030201000002 5800 3 621700******2002",
                        "3 030201000004 11900 4 622260******3000",
                        "4 030211000001 500000 75 621700******4008",
                        "5 030221000008 4500 2 622260******5005",
                        "6 030221000008 4500 -2 622260******5005 reversal",
                        "7 030201000001 3600 2 621700******1004",
                        "8 030201000099 1000 5 621700******9007",
                        "9 030221000010 7000 1 622260******7001");
        assertThat(file.feeList()).extracting(BrandFee::cardToken).containsOnly("token of 16 digits");
        assertThat(file.totals()).as("no fee is money of the control").isEmpty();
    }

    @Test
    void belongToTheRecordsOfTheSampleBesideThem() {
        KeptFile records = new KeptFile("scheme-unionpay_20260302_01.txt", 2);
        read(new UnionPayFormat("unionpay-acom"), records, bytes("scheme-unionpay_20260302_01.txt"));
        BrandFees fees =
                BrandFees.of(Currency.CNY, records.recordList(), read(sample()).feeList());
        assertThat(fees.alone())
                .extracting(one -> one.fee().place().line() + " " + one.why())
                .containsExactly("7 TWICE", "8 NO_RECORD", "9 OTHER_AMOUNT");
        assertThat(records.recordList().stream()
                        .filter(record -> fees.of(record) != null)
                        .map(record ->
                                record.place().line() + " " + fees.of(record).feeMinor()))
                .containsExactly("1 2", "2 3", "3 4", "4 75", "5 2", "6 -2");
        assertThat(fees.minor()).isEqualTo(92);
        assertThat(fees.aloneMinor()).isEqualTo(8);
    }

    /** One public table has a net amount of 12 bytes and records of 459, the other of 13 and 460. */
    @Test
    void readsBothLengthsButOneInAFile() {
        byte[] sale = AcomLines.bytes(AcomLines.ALFEE.ending(459), AcomLines.fee("rest", "000000000016"));
        byte[] refund = AcomLines.bytes(AcomLines.ALFEE, AcomLines.fee("brand_fee", "C00000000002"));
        assertThat(sale).hasSize(459);
        assertThat(read(AcomLines.file("\r\n", false, List.of(sale, sale))).feeList())
                .extracting(BrandFee::feeMinor)
                .containsExactly(2L, 2L);
        assertThat(read(AcomLines.file("\n", true, List.of(sale, refund))).problems())
                .containsExactly(NAME + ":2: the record has 460 bytes, unionpay-alfee has 459");
        assertThat(read(AcomLines.file("\n", true, List.of(refund, sale))).problems())
                .containsExactly(NAME + ":2: the record has 459 bytes, unionpay-alfee has 460");
        assertThat(read(AcomLines.file("\n", true, List.of(Arrays.copyOf(sale, 458), sale)))
                        .problems())
                .containsExactly(NAME + ":1: the record has 458 bytes, unionpay-alfee has 459 or 460");
        assertThat(read(new byte[0]).problems()).as("a day without any").isEmpty();
    }

    /** Characters of two bytes among the fields that nobody asks for move nothing. */
    @Test
    void whatFollowsTheFeeIsUsedForNothing() {
        byte[] record = AcomLines.bytes(AcomLines.ALFEE, AcomLines.fee("rest", "净金额？清算测试", "reserved", "保留"));
        assertThat(new String(record, Charset.forName("GBK"))).contains("净金额？清算测试");
        assertThat(read(record).feeList()).extracting(BrandFee::feeMinor).containsExactly(2L);
        byte[] nothing = AcomLines.bytes(AcomLines.ALFEE, AcomLines.fee("brand_fee", "D00000000000"));
        assertThat(read(nothing).problems()).isEmpty();
        assertThat(read(nothing).feeList()).as("a fee of 0").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D00000000075 | X00000000075 | :4: brand_fee has the sign 'X'; only D and C are known",
                "D00000000075 | D000000x0075 | :4: brand_fee is not a number of digits only",
                "000000500000 000 | 00000050000  000 | :4: amount is not a number of digits only",
                "48021000    0200 | 48021000   00200 | :1: byte 101 is not the space between two fields",
            })
    void refusesWhatCannotBeReadForSure(String right, String wrong, String problem) {
        String sound = new String(sample(), StandardCharsets.ISO_8859_1);
        assertThat(sound).contains(right);
        assertThat(read(sound.replaceFirst(right, wrong).getBytes(StandardCharsets.ISO_8859_1))
                        .problems())
                .singleElement()
                .asString()
                .startsWith(NAME + problem);
    }

    @Test
    void whatWasTakenApartIsWrittenAgainByteForByte() {
        List<byte[]> written = new ArrayList<>();
        for (String line : new String(sample(), StandardCharsets.ISO_8859_1).split("\n")) {
            byte[] record = line.getBytes(StandardCharsets.ISO_8859_1);
            written.add(AcomLines.joined(AcomLines.cut(AcomLines.ALFEE, record)));
        }
        assertThat(AcomLines.file("\n", true, written)).isEqualTo(sample());
    }

    private static KeptFile read(byte[] bytes) {
        return read(new UnionPayBrandFeesFormat(), new KeptFile(NAME, 1), bytes);
    }

    private static KeptFile read(SchemeFormat format, KeptFile file, byte[] bytes) {
        try {
            format.read(new ByteArrayInputStream(bytes), file, card -> "token of " + card.length() + " digits");
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return file;
    }

    private static byte[] sample() {
        return bytes(NAME);
    }

    private static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

package io.qingfen.scheme.batch;

import static io.qingfen.scheme.batch.AcomLines.ACOM;
import static io.qingfen.scheme.batch.AcomLines.ACOMA;
import static io.qingfen.scheme.batch.AcomLines.bytes;
import static io.qingfen.scheme.batch.AcomLines.cut;
import static io.qingfen.scheme.batch.AcomLines.file;
import static io.qingfen.scheme.batch.AcomLines.joined;
import static io.qingfen.scheme.batch.AcomLines.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.scheme.Layout;
import io.qingfen.scheme.SchemeRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingUnionPayFilesTest {
    private static final String NAME = "scheme-unionpay_20260302_01.txt";

    @Test
    void takesTheSampleFileApart() throws IOException {
        KeptFile file = read(NAME, Files.readAllBytes(Path.of("sample-files/schemes", NAME)));

        assertThat(file.problems()).isEmpty();
        assertThat(file.lines()).isEqualTo(8);
        assertThat(file.recordList())
                .extracting(one -> one.place().line() + " " + one.txnType() + " " + one.amountMinor() + " "
                        + one.costMinor() + " " + one.rrn())
                .containsExactly(
                        "1 SALE 3600 14 030201000001",
                        "2 SALE 5800 22 030201000002",
                        "3 SALE 11900 58 030201000004",
                        "4 SALE 500000 1465 030211000001",
                        "5 SALE 4500 21 030221000008",
                        "6 REVERSAL -4500 -21 030221000008",
                        "8 SALE 7700 38 030221000010");
        assertThat(file.totals()).isEqualTo(Map.of(Currency.CNY, 529_000L));
        SchemeRecord first = file.recordList().get(0);
        assertThat(first.schemeRef()).isEqualTo("48021000480210000000010302081230");
        assertThat(first.txnTime())
                .isEqualTo(LocalDateTime.of(2026, 3, 2, 8, 12, 30).toEpochSecond(ZoneOffset.UTC));
        assertThat(first.cardMasked()).isEqualTo("621700******1004");
        assertThat(first.cardToken()).isEqualTo("token of 16 digits");
    }

    @ParameterizedTest
    @CsvSource({
        "0200, 000000, 00, SALE, 3600",
        "0200, 200000, 00, VOID, -3600",
        "0220, 200000, 00, REFUND, -3600",
        "0200, 000000, 06, PREAUTH_COMPLETION, 3600",
        "0220, 000000, 06, PREAUTH_COMPLETION, 3600",
        "0200, 200000, 06, COMPLETION_VOID, -3600",
        "0220, 000000, 00, OFFLINE_SALE, 3600",
        "0200, 001000, 64, SALE, 3600"
    })
    void tellsTheTypeByMessageProcessingAndCondition(
            String message, String processing, String condition, String type, long minor) {
        SchemeRecord record = one(sale("mti", message, "processing_code", processing, "pos_condition", condition));
        assertThat(record.txnType()).hasToString(type);
        assertThat(record.amountMinor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"0420, 000000, 00, SALE, -3600", "0422, 200000, 06, COMPLETION_VOID, 3600"})
    void takesAReversalForTheOppositeOfItsOriginal(
            String message, String processing, String condition, String original, long minor) {
        SchemeRecord record = one(sale(
                "mti",
                message,
                "processing_code",
                processing,
                "pos_condition",
                condition,
                "orig_stan",
                "000009",
                "orig_datetime",
                "0302081200"));
        assertThat(record.isReversal()).isTrue();
        assertThat(record.originalType()).hasToString(original);
        assertThat(record.originalRef()).isEqualTo("0000090302081200");
        assertThat(record.amountMinor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"mti, 0100", "processing_code, 300000", "amount, 0"})
    void leavesOutWhatMovesNoMoney(String field, String value) {
        KeptFile file = read(NAME, bytes(ACOM, sale(field, value)));
        assertThat(file.problems()).isEmpty();
        assertThat(file.recordList()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20260302, 0302081230, 2026-03-02T08:12:30",
        "20270101, 1231230500, 2026-12-31T23:05:00",
        "20261231, 0101000001, 2027-01-01T00:00:01",
        "20280301, 0229120000, 2028-02-29T12:00:00"
    })
    void derivesTheYearFromTheClearingDate(String date, String written, LocalDateTime time) {
        KeptFile file = read("scheme-unionpay_" + date + "_01.txt", bytes(ACOM, sale("trans_datetime", written)));
        assertThat(file.recordList()).hasSize(1);
        assertThat(file.recordList().get(0).txnTime()).isEqualTo(time.toEpochSecond(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trans_datetime | 0230081230 | trans_datetime is not a time of any day around 2026-03-02",
                "trans_datetime | 03020812 | trans_datetime is not a time of the form MMDDhhmmss",
                "network_fee | X00000000001 | network_fee has the sign 'X'; only D and C are known",
                "amount | 36.00 | amount is not a number of digits only",
                "mti | 0800 | message type '0800' with processing code '000000' is no transaction",
                "processing_code | 290000 | nobody knows which way its money goes",
                "rrn | 0302\u00010100000 | rrn holds something else than letters, digits and signs"
            })
    void refusesWhatCannotBeReadForSure(String field, String value, String problem) {
        assertThat(read(NAME, bytes(ACOM, sale(field, value))).problems())
                .singleElement()
                .asString()
                .startsWith(NAME + ":1: ")
                .contains(problem)
                .doesNotContain("6217000000001004");
    }

    @Test
    void refusesARecordOfAnotherLengthWithFileAndLineAndBothNumbers() {
        byte[] good = bytes(ACOM, sale());
        byte[] file = file("\n", true, List.of(good, Arrays.copyOf(good, 499), good, Arrays.copyOf(good, 501)));
        assertThat(read(NAME, file).problems())
                .containsExactly(
                        NAME + ":2: the record has 499 bytes, unionpay-acom has 500",
                        NAME + ":4: the record has 501 bytes, unionpay-acom has 500");
    }

    @Test
    void refusesARecordThatIsShifted() {
        byte[] line = bytes(ACOM, sale());
        System.arraycopy(line, 0, line, 1, line.length - 1);
        assertThat(read(NAME, line).problems()).singleElement().asString().contains(":1: byte ", "shifted");
    }

    @Test
    void takesEveryLineEndAndNone() {
        List<byte[]> lines = List.of(bytes(ACOM, sale()), bytes(ACOM, sale("rrn", "030201000002")));
        for (String end : List.of("\n", "\r\n")) {
            for (boolean last : List.of(true, false)) {
                KeptFile file = read(NAME, file(end, last, lines));
                assertThat(file.problems()).isEmpty();
                assertThat(file.recordList()).hasSize(2);
            }
        }
        assertThat(read(NAME, file("\n\n", true, lines)).problems())
                .containsExactly(NAME + ":2: is empty, and records follow");
    }

    @Test
    void takesAFileWithoutAByteForADayWithoutTransactions() {
        KeptFile file = read(NAME, new byte[0]);
        assertThat(file.problems()).isEmpty();
        assertThat(file.recordList()).isEmpty();
        assertThat(file.lines()).isZero();
    }

    @Test
    void cutsBytesBeforeItReadsThemSoThatChineseMovesNothing() {
        Map<String, String> fields = sale("currency", "156", "merchant_name_addr", "北京清分烧饼铺　上海市");
        KeptFile file = new KeptFile(NAME, 1);
        read(new UnionPayFormat("unionpay-acoma"), file, bytes(ACOMA, fields));
        assertThat(file.problems()).isEmpty();
        assertThat(file.recordList()).hasSize(1);
        fields.put("currency", "840");
        KeptFile dollars = new KeptFile(NAME, 1);
        read(new UnionPayFormat("unionpay-acoma"), dollars, bytes(ACOMA, fields));
        assertThat(dollars.problems()).singleElement().asString().contains("currency is '840'");
    }

    @Test
    void cutAndJoinedAgainGivesTheSameBytes() {
        SplittableRandom random = new SplittableRandom(20260302);
        for (Layout layout : List.of(ACOM, ACOMA)) {
            for (int i = 0; i < 200; i++) {
                byte[] line = bytes(
                        layout,
                        sale("amount", Long.toString(random.nextLong(1_000_000_000_000L)), "other_info", "商户" + i));
                assertThat(joined(cut(layout, line))).isEqualTo(line);
            }
        }
    }

    @Test
    void readsRecordsAcrossTheEdgesOfItsBuffer() {
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            lines.add(bytes(ACOM, sale("rrn", String.format("%012d", i))));
        }
        KeptFile file = read(NAME, file("\r\n", false, lines));
        assertThat(file.problems()).isEmpty();
        assertThat(file.recordList())
                .hasSize(5_000)
                .allMatch(one -> Integer.parseInt(one.rrn()) == one.place().line() - 1);
    }

    private static SchemeRecord one(Map<String, String> fields) {
        KeptFile file = read(NAME, bytes(ACOM, fields));
        assertThat(file.problems()).isEmpty();
        assertThat(file.recordList()).hasSize(1);
        return file.recordList().get(0);
    }

    private static KeptFile read(String name, byte[] bytes) {
        KeptFile file = new KeptFile(name, 1);
        read(new UnionPayFormat("unionpay-acom"), file, bytes);
        return file;
    }

    private static void read(SchemeFormat format, KeptFile file, byte[] bytes) {
        try {
            format.read(new ByteArrayInputStream(bytes), file, card -> "token of " + card.length() + " digits");
        } catch (IOException never) {
            throw new java.io.UncheckedIOException(never);
        }
    }
}

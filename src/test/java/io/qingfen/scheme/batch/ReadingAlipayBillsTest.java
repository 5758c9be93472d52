package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAlipayBillsTest {
    private static final String NAME = "scheme-alipay_20260302_01.zip";
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void readsPaymentsAndRefunds() {
        KeptFile file = read(bill().bytes());
        assertThat(file.problems()).isEmpty();
        assertThat(file.recordList())
                .extracting(one -> one.place().line() + " " + one.txnType() + " " + one.amountMinor() + " "
                        + one.costMinor() + " " + one.schemeRef() + " " + one.otherRef() + " " + one.terminalId())
                .containsExactly(
                        "6 SALE 10000 60 2026030201 pay1 10000011",
                        "7 SALE 1250 0 2026030202 pay2 10000011",
                        "8 REFUND -3000 -18 back1 2026030201 10000011",
                        "9 REFUND -500 0 2026030202 pay2 10000011");
        assertThat(file.totals().values()).containsExactly(7_750L);
    }

    /** Net = received − fee says that fees are written as what we pay. */
    @Test
    void theSummaryTellsTheSignOfFees() {
        AlipayArchive plus = new AlipayArchive("2026-03-02")
                .row("1", "p", "交易", "10:00:00", "100.00", "", "0.60")
                .stating("1笔，商家实收共100.00元", "0笔，商家实收退款共0.00元", "1,0,100.00,100.00,0.00,0.00,0.00,0.60,0.00,99.40");
        assertThat(read(plus.bytes()).recordList())
                .extracting(one -> one.costMinor())
                .containsExactly(60L);
    }

    @Test
    void aDayWithoutTransactionsIsAnEmptyBillOrAFileWithoutAByte() {
        assertThat(read(new AlipayArchive("2026-03-02").bytes()).problems()).isEmpty();
        assertThat(read(new byte[0]).problems()).isEmpty();
    }

    @Test
    void refundsMayBeCountedAgainstPaymentsInTheSummaryOrNot() {
        AlipayArchive bill = bill();
        bill.total = bill.total.replace("77.50,77.50", "112.50,112.50").replace("77.08", "112.08");
        assertThat(read(bill.bytes()).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2笔，商家实收共112.50元   | 3笔，商家实收共112.50元    | the bill states 交易合计 3, the rows give 2
            商家实收共112.50元        | 商家实收共112.51元         | the bill states 交易合计 112.51, the rows give 112.50
            商家实收退款共-35.00元    | 商家实收退款共-35.01元     | the bill states 退款合计 -35.01, the rows give -35.00
            ,退款\t,                 | ,充值\t,                  | 业务类型 is '充值'; known are 交易 and 退款
            -30.00,-30.00             | -30.00,30.00               | 商家实收(元) of a refund is positive
            2026-03-02 10:00:00       | 2026-03-03 10:00:00        | 完成时间 is of 2026-03-03, the bill is of 2026-03-02
            2026-03-02 10:00:00       | 2026-03-02 25:00:00        | 25:00:00', not a time like 2026-03-02 14:05:06
            2026年03月02日            | 2026年03月01日             | the text is of 2026-03-01, the bill is of 2026-03-02
            服务费（元）              | 费（元）                   | the header has no column 服务费(元)
            商户订单号                | 业务类型                   | column '业务类型' stands twice in the header
            *明(138****00)            | *明,(138****00)            | the row has 26 cells, the header has 25
            业务明细列表结束          | 业务                       | the end of the list is missing: the text was cut
            """)
    void refusesADetailThatCannotBeReadForSure(String from, String to, String problem) {
        AlipayArchive bill = bill();
        String old = from.replace("\\t", "\t");
        assertThat(bill.detail()).contains(old);
        byte[] detail = bill.detail().replace(old, to.replace("\\t", "\t")).getBytes(GBK);
        requireRefused(AlipayArchive.zip(detail, bill.summary().getBytes(GBK)), problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            合计\\t,\\t,2,2        | 合计\\t,\\t,3,2         | the bill states 交易订单总笔数 3, the rows give 2
            77.50,77.50            | 77.50,77.51             | the summary states 商家实收(元) '77.51', the rows give 77.50
            ,-0.42,                | ,-0.43,                 | the summary states 服务费(元) '-0.43', the rows give -0.42
            77.08                  | 77.50                   | the summary states 实收净额(元) '77.50', the rows give 77.08
            合计                   | 门店                    | the bill has no row 合计 of the summary
            """)
    void refusesASummaryThatDisagreesWithTheRows(String from, String to, String problem) {
        AlipayArchive bill = bill();
        String old = from.replace("\\t", "\t");
        assertThat(bill.summary()).contains(old);
        byte[] summary = bill.summary().replace(old, to.replace("\\t", "\t")).getBytes(GBK);
        requireRefused(AlipayArchive.zip(bill.detail().getBytes(GBK), summary), problem);
    }

    @Test
    void refusesArchivesThatAreNoBill() {
        AlipayArchive bill = bill();
        byte[] detail = bill.detail().getBytes(GBK);
        byte[] summary = bill.summary().getBytes(GBK);
        requireRefused(AlipayArchive.zip(detail), "the bill has no summary");
        requireRefused(AlipayArchive.zip(summary), "the bill has no detail");
        requireRefused(AlipayArchive.zip(detail, summary, detail), "a second detail in one bill");
        requireRefused(AlipayArchive.zip(detail, summary, "x".getBytes(GBK)), "a second summary in one bill");
        requireRefused(
                AlipayArchive.zip(detail, summary, new byte[0]), "holds neither the header of a detail nor that of a");
        requireRefused("支付宝".getBytes(GBK), "is no ZIP archive, or an empty one");
        byte[] whole = bill.bytes();
        requireRefused(Arrays.copyOf(whole, whole.length / 3), "is no sound ZIP archive, or was cut");
        detail[detail.length / 2] = (byte) 0xff;
        requireRefused(AlipayArchive.zip(detail, summary), "holds bytes that are not GB18030");
    }

    @Test
    void refusesArchivesThatUnpackToFarMoreThanTheyAre() {
        byte[] bomb = new byte[16 << 20];
        requireRefused(AlipayArchive.zip(bomb, bomb), "the archive unpacks to more than 200 times its size");
        byte[][] many = new byte[9][0];
        Arrays.fill(many, "#\n".getBytes(GBK));
        requireRefused(AlipayArchive.zip(many), "the archive holds more than 8 files; a bill has two");
    }

    @Test
    void countsEveryByteThatAnArchiveUnpacksTo() throws IOException {
        byte[] text = new byte[4_000];
        new java.util.Random(1).nextBytes(text);
        BoundedArchive archive = new BoundedArchive(new ByteArrayInputStream(AlipayArchive.zip(text, text)), 6_000);
        archive.next();
        archive.next();
        assertThatThrownBy(archive::next).hasMessage("the archive unpacks to more than 6000 bytes");
    }

    /** Two payments of 112.50, refunds of 35.00 of them; fees 0.60 and 0.18 back, written with a minus. */
    static AlipayArchive bill() {
        return new AlipayArchive("2026-03-02")
                .row("2026030201", "pay1", "交易", "10:00:00", "100.00", "", "-0.60")
                .row("2026030202", "pay2", "交易", "11:00:00", "12.50", "", "0.00")
                .row("2026030201", "pay1", "退款", "12:00:00", "-30.00", "back1", "0.18")
                .row("2026030202", "pay2", "退款", "13:00:00", "-5.00", "", "0.00")
                .stating("2笔，商家实收共112.50元", "2笔，商家实收退款共-35.00元", "2,2,77.50,77.50,0.00,0.00,0.00,-0.42,0.00,77.08");
    }

    private static void requireRefused(byte[] bytes, String problem) {
        KeptFile file = read(bytes);
        assertThat(file.problems())
                .anySatisfy(text -> assertThat(text).startsWith(NAME + ":").contains(problem));
        assertThat(file.recordList()).isEmpty();
    }

    private static KeptFile read(byte[] bytes) {
        KeptFile file = new KeptFile(NAME, 1);
        try {
            new AlipayFormat().read(new ByteArrayInputStream(bytes), file, card -> "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }
}

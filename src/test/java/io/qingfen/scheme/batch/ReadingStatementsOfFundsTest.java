package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.scheme.FundsAgreement;
import io.qingfen.scheme.FundsEntry;
import io.qingfen.scheme.FundsSums;
import io.qingfen.scheme.Layout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingStatementsOfFundsTest {
    private static final Path SAMPLES = Path.of("sample-files/schemes");
    private static final String BILL = "funds-wechat_20260302_01.csv";
    private static final String SUMS = "funds-unionpay_20260302_01.txt";
    private static final Layout ZSUM = Layouts.of("unionpay-zsum");

    @Test
    void takesTheFundFlowBillApart() {
        KeptFile bill = bill(text(BILL));
        assertThat(bill.problems()).isEmpty();
        assertThat(bill.fundsList())
                .extracting(
                        one -> one.place().line() + " " + one.key() + " " + one.minor() + " " + one.ofTransactions())
                .containsExactly("2  -5000 false", "3 W030201000003 5800 true", "4 W030201000005 2000 true");
    }

    /** A writer of its own, which adds up its summary from the moves, gives the bytes of the sample. */
    @Test
    void theBillIsWhatAWriterMakesOfItsMoves() {
        List<String> moves = List.of(
                "09:00:00,`,`F0302000001,`提现,`提现,`支出,`50.00,`950.00,`system,`,`",
                "12:21:10,`W030201000003,`F0302000002,`交易,`交易,`收入,`58.00,`1008.00,`system,`茶, 两杯,`030201000003",
                "23:30:00,`W030201000005,`F0302000003,`交易,`交易,`收入,`20.00,`1028.00,`system,`面,`030201000005");
        StringBuilder written = new StringBuilder(
                "\uFEFF记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元)," + "资金变更提交申请人,备注,业务凭证号\n");
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO};
        int[] counts = new int[2];
        for (String move : moves) {
            written.append("`2026-03-02 ").append(move).append('\n');
            String[] cells = move.split(",`", -1);
            int kind = cells[5].equals("收入") ? 0 : 1;
            counts[kind]++;
            sums[kind] = sums[kind].add(new BigDecimal(cells[6]));
        }
        written.append("资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\n");
        written.append("`3.0,`" + counts[0] + ".0,`" + sums[0] + ",`" + counts[1] + ".0,`" + sums[1] + "\n");
        assertThat(written.toString().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes(BILL));
        assertThat(bill(written.toString()).problems()).isEmpty();
    }

    @Test
    void agreesWithTheTradeBillOfTheSamples() {
        KeptFile trades =
                parsed("scheme-wechat_20260302_01.csv", new WechatFormat(), bytes("scheme-wechat_20260302_01.csv"));
        FundsAgreement agreement = agreement(new WechatFundsFormat(), List.of(trades, bill(text(BILL))));
        assertThat(agreement.agrees()).isTrue();
        assertThat(agreement.recordsMinor()).isEqualTo(7_800);
        assertThat(agreement.otherMinor()).isEqualTo(-5_000);
    }

    /** What WeChat keeps is a move of its own, or taken off the amount. */
    @Test
    void holdsAmountAndFeeTogetherAgainstOneTransaction() {
        KeptFile trades = parsed(
                "scheme-wechat_20260302_01.csv",
                new WechatFormat(),
                text("scheme-wechat_20260302_01.csv")
                        .replace("`0.00000,`0.00%,`58.00", "`0.35000,`0.60%,`58.00")
                        .replace("`78.00,`0.00,`0.00,`0.00000", "`78.00,`0.00,`0.00,`0.35000")
                        .getBytes(StandardCharsets.UTF_8));
        String fee = "`2026-03-02 12:21:10,`W030201000003,`F9,`交易,`扣除交易手续费,`支出,`0.35,`1.00,`system,`,`\n";
        String two = text(BILL)
                .replace("资金流水总笔数", fee + "资金流水总笔数")
                .replace("`3.0,`2.0,`78.00,`1.0,`50.00", "`4,`2,`78.00,`2,`50.35");
        assertThat(agreement(new WechatFundsFormat(), List.of(trades, bill(two)))
                        .agrees())
                .isTrue();
        String one = text(BILL).replace("收入,`58.00", "收入,`57.65").replace("`3.0,`2.0,`78.00", "`3.0,`2.0,`77.65");
        assertThat(agreement(new WechatFundsFormat(), List.of(trades, bill(one)))
                        .agrees())
                .isTrue();
        FundsAgreement without = agreement(new WechatFundsFormat(), List.of(trades, bill(text(BILL))));
        assertThat(without.differing()).singleElement().satisfies(differing -> {
            assertThat(differing.key()).isEqualTo("W030201000003");
            assertThat(differing.difference()).isEqualTo(35);
            assertThat(differing.place().line()).isEqualTo(3);
        });
    }

    /** Two differences that cancel in the sum are both named. */
    @Test
    void namesEveryKeyThatDiffersThoughTheSumsAgree() {
        KeptFile trades =
                parsed("scheme-wechat_20260302_01.csv", new WechatFormat(), bytes("scheme-wechat_20260302_01.csv"));
        String moved = text(BILL).replace("收入,`58.00", "收入,`58.01").replace("收入,`20.00", "收入,`19.99");
        FundsAgreement agreement = agreement(new WechatFundsFormat(), List.of(trades, bill(moved)));
        assertThat(agreement.difference()).isZero();
        assertThat(agreement.agrees()).isFalse();
        assertThat(agreement.differing())
                .extracting(one -> one.key() + " " + one.difference())
                .containsExactly("W030201000003 1", "W030201000005 -1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`78.00,`1.0 | `78.01,`1.0 | :6: the summary states 收入金额 '78.01', the rows give 78.00",
                "`3.0,`2.0 | `4.0,`2.0 | :6: the summary states 资金流水总笔数 '4.0', the rows give 3",
                "`3.0,`2.0 | `3.0,`2.5 | :6: 收入笔数 is '2.5', which has more than 0 decimals",
                "`收入,`58.00 | `收入,`-58.00 | :3: 收支金额(元) is negative",
                "`收入,`58.00 | `冻结,`58.00 | :3: 收支类型 is '冻结'",
                "`W030201000003, | `, | :3: the row is of a transaction and has no 微信支付业务单号",
                "2026-03-02 12 | 2026-03-01 12 | :3: 记账时间 is of 2026-03-01, the bill is of 2026-03-02",
                "微信支付业务单号, | 业务单号, | :1: the header has no column 微信支付业务单号"
            })
    void refusesAFundFlowBillThatDisagreesWithLineAndBothNumbers(String right, String wrong, String problem) {
        assertThat(text(BILL)).contains(right);
        assertThat(bill(text(BILL).replace(right, wrong)).problems()).anyMatch(said -> said.startsWith(BILL + problem));
    }

    @Test
    void takesTheSumsOfMerchantsApartAndTheyAgreeWithTheRecords() {
        KeptFile sums = parsed(SUMS, new UnionPayMerchantsFormat(), bytes(SUMS));
        assertThat(sums.problems()).isEmpty();
        assertThat(sums.fundsList()).extracting(FundsEntry::minor).containsExactly(21_300L, 500_000L, 7_700L);
        KeptFile records = parsed(
                "scheme-unionpay_20260302_01.txt",
                new UnionPayFormat("unionpay-acom"),
                bytes("scheme-unionpay_20260302_01.txt"));
        FundsAgreement agreement = agreement(new UnionPayMerchantsFormat(), List.of(records, sums));
        assertThat(agreement.agrees()).isTrue();
        assertThat(agreement.fundsMinor()).isEqualTo(529_000);
        byte[] less = new String(bytes(SUMS), StandardCharsets.ISO_8859_1)
                .replace("C000000007700 D000000000029 C000000007671", "C000000007600 D000000000029 C000000007571")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(agreement(
                                new UnionPayMerchantsFormat(),
                                List.of(records, parsed(SUMS, new UnionPayMerchantsFormat(), less)))
                        .differing())
                .extracting(one -> one.key() + " " + one.difference())
                .containsExactly("898310070110001 -100");
    }

    @Test
    void refusesSumsOfMerchantsThatCannotBeReadForSure() {
        String sound = new String(bytes(SUMS), StandardCharsets.ISO_8859_1);
        assertThat(problems(sound.replace("C000000007671", "C000000007672")))
                .containsExactly(SUMS + ":3: settle_amount is 76.72, txn_amount and fee_amount make 76.71");
        assertThat(problems(sound.replace("C000000007700", "X000000007700")))
                .containsExactly(SUMS + ":3: txn_amount has the sign 'X'; only D and C are known");
        assertThat(problems(sound.replace("898310059420001", " ".repeat(15))))
                .containsExactly(SUMS + ":2: the record has no merchant_id");
        assertThat(problems(sound.substring(0, 900)))
                .containsExactly(SUMS + ":3: the record has 220 bytes, unionpay-zsum has 339");
        assertThat(problems("")).isEmpty();
    }

    @Test
    void whatWasTakenApartIsWrittenAgainByteForByte() {
        for (String line : new String(bytes(SUMS), StandardCharsets.ISO_8859_1).split("\n")) {
            byte[] record = line.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(AcomLines.joined(AcomLines.cut(ZSUM, record))).isEqualTo(record);
        }
        byte[] name = Arrays.copyOfRange(bytes(SUMS), 16, 96);
        assertThat(new String(name, Charset.forName("GBK")).strip()).isEqualTo("南京路小茶馆");
    }

    private static List<String> problems(String sums) {
        return parsed(SUMS, new UnionPayMerchantsFormat(), sums.getBytes(StandardCharsets.ISO_8859_1))
                .problems();
    }

    private static FundsAgreement agreement(FundsFormat format, List<KeptFile> files) {
        FundsSums sums = format.sums();
        files.forEach(file -> file.recordList().forEach(sums::add));
        files.forEach(file -> file.fundsList().forEach(sums::add));
        return sums.agreement();
    }

    private static KeptFile bill(String text) {
        return parsed(BILL, new WechatFundsFormat(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static KeptFile parsed(String name, SchemeFormat format, byte[] bytes) {
        KeptFile file = new KeptFile(name, 1);
        try {
            format.read(new ByteArrayInputStream(bytes), file, card -> "");
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return file;
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

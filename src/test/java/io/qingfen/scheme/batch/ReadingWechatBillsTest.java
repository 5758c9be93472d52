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

class ReadingWechatBillsTest {
    private static final String NAME = "scheme-wechat_20260302_01.csv";
    private static final String ALL = """
            交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注
            `2026-03-02 10:00:00,`wx1,`190,`0,`D1,`4200001,`pay1,`o1,`NATIVE,`SUCCESS,`OTHERS,`CNY,`9.90,`0.00,`0,`0,`0.00,`0.00,`,`,`tea, two cups,`,`0.05940,`0.60%,`9.90,`0.00,`
            `2026-03-02 11:00:00,`wx1,`190,`0,`D1,`4200002,`pay2,`o1,`NATIVE,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`500001,`back1,`4.00,`0.00,`ORIGINAL,`PROCESSING,`bun,`,`-0.02400,`0.60%,`0.00,`4.00,`
            `2026-03-02 12:00:00,`wx1,`190,`0,`D1,`4200003,`pay3,`o1,`MICROPAY,`REVOKED,`OTHERS,`CNY,`0.00,`0.00,`0,`0,`1.00,`0.00,`,`SUCCESS,`bun,`,`0.00000,`0.60%,`0.00,`1.00,`
            总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额
            `3,`9.90,`5.00,`0.00,`0.03540,`9.90,`5.00
            """;

    private static final String OLD = """
            交易时间,公众账号ID,商户号,子商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,总金额,企业红包金额,微信退款单号,商户退款单号,退款金额,企业红包退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率
            `2026-03-02 16:33:45,`wx1,`100,`0,`1000,`1001690740,`14156352,`085e,`MICROPAY,`SUCCESS,`CFT,`CNY,`0.01,`0.0,`0,`0,`0,`0,`,`,`被扫支付测试,`订单额外描述,`0,`0.60%
            `2026-03-02 16:46:14,`wx1,`100,`0,`1000,`1002780740,`14156353,`085e,`MICROPAY,`REFUND,`CFT,`CNY,`0.01,`0.0,`2008450740,`1415701182,`0.01,`0,`ORIGINAL,`SUCCESS,`被扫支付测试,`,`0,`0.60%
            总交易单数,总交易额,总退款金额,总企业红包退款金额,手续费总金额
            `2,`0.02,`0.01,`0.0,`0
            """;

    @Test
    void readsPaymentsRefundsAndRevocations() {
        KeptFile bill = read(NAME, ALL);
        assertThat(bill.problems()).isEmpty();
        assertThat(bill.recordList())
                .extracting(one -> one.place().line() + " " + one.txnType() + " " + one.amountMinor() + " "
                        + one.costMinor() + " " + one.schemeRef() + " " + one.otherRef())
                .containsExactly(
                        "2 SALE 990 6 4200001 pay1", "3 REFUND -400 -2 500001 back1", "4 VOID -100 0 4200003 pay3");
    }

    @Test
    void readsTheOlderColumns() {
        KeptFile bill = read(NAME, OLD);
        assertThat(bill.problems()).isEmpty();
        assertThat(bill.recordList()).extracting(one -> one.amountMinor()).containsExactly(1L, -1L);
    }

    @Test
    void readsTheSampleWithItsByteOrderMarkAndOneWithoutTransactions() throws IOException {
        for (String name : new String[] {NAME, "scheme-wechat_20260303_01.csv"}) {
            KeptFile bill = read(name, Files.readString(Path.of("sample-files/schemes", name)));
            assertThat(bill.problems()).isEmpty();
            assertThat(bill.recordList()).hasSize(name.equals(NAME) ? 2 : 0);
        }
    }

    @Test
    void mapsColumnsByNameWhateverTheirOrder() {
        String moved = ALL.replace("交易时间,公众账号ID", "公众账号ID,交易时间")
                .replace("`2026-03-02 10:00:00,`wx1", "`wx1,`2026-03-02 10:00:00")
                .replace("`2026-03-02 11:00:00,`wx1", "`wx1,`2026-03-02 11:00:00")
                .replace("`2026-03-02 12:00:00,`wx1", "`wx1,`2026-03-02 12:00:00");
        assertThat(read(NAME, moved).problems()).isEmpty();
        assertThat(read(NAME, moved).recordList()).hasSize(3);
    }

    @Test
    void readsABillOfPaymentsOnly() {
        String bill = """
                交易时间,商户号,微信订单号,商户订单号,交易状态,货币种类,应结订单金额,手续费
                `2026-03-02 10:00:00,`190,`42,`p,`SUCCESS,`CNY,`9.90,`0.06
                总交易单数,应结订单总金额,退款总金额,手续费总金额
                `1,`9.90,`0.00,`0.06
                """;
        assertThat(read(NAME, bill).problems()).isEmpty();
        assertThat(read(NAME, bill.replace("SUCCESS", "REFUND")).problems())
                .anyMatch(text -> text.contains(":2: a refund in a bill without the column 微信退款单号"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`3,`9.90,`5.00 | `4,`9.90,`5.00 | :6: the summary states 总交易单数 '4', the rows give 3",
                "`3,`9.90,`5.00 | `3,`9.91,`5.00 | :6: the summary states 应结订单总金额 '9.91', the rows give 9.90",
                "`3,`9.90,`5.00 | `3,`9.90,`5.01 | :6: the summary states 退款总金额 '5.01', the rows give 5.00",
                "`0.03540,`9.90 | `0.03541,`9.90 | :6: the summary states 手续费总金额 '0.03541', the rows give 0.03540",
                "`9.90,`0.00,`0,`0 | `9.9x,`0.00,`0,`0 | :2: 应结订单金额 is '9.9x', which is no amount",
                "`9.90,`0.00,`0,`0 | `9.901,`0.00,`0,`0 | :2: 应结订单金额 is '9.901', which has more than 2 decimals",
                "`NATIVE,`SUCCESS | `NATIVE,`CLOSED | :2: 交易状态 is 'CLOSED'",
                "`2026-03-02 10:00:00,`wx1 | `2026-13-02 10:00:00,`wx1 | :2: 交易时间 is '2026-13-02 10:00:00', not a time like",
                "`2026-03-02 10 | `2026-03-01 10 | :2: 交易时间 is of 2026-03-01, the bill is of 2026-03-02",
                "`2026-03-02 11:00:00,`wx1,`190 | `2026-03-02 11:00:00,`wx1 | :3: the row has 26 cells, the header has 27",
                "微信订单号, | 微信订单, | :1: the header has no column 微信订单号",
                "`CNY,`9.90 | `XXX,`9.90 | :2: 货币种类 is 'XXX'"
            })
    void refusesWhatDisagreesWithLineAndBothNumbers(String right, String wrong, String problem) {
        assertThat(ALL).contains(right);
        assertThat(read(NAME, ALL.replace(right, wrong)).problems()).anyMatch(text -> text.startsWith(NAME + problem));
    }

    @Test
    void refusesABillThatWasCut() {
        String cut = ALL.substring(0, ALL.indexOf("总交易单数"));
        assertThat(read(NAME, cut).problems()).containsExactly(NAME + ":4: the summary is missing: the bill was cut");
        assertThat(read(NAME, "").problems()).singleElement().asString().contains("is empty");
    }

    /** One of 500 MB took the whole program with it, and every start after it. */
    @Test
    void refusesALineThatIsLongerThanAnyLine() {
        String longest = "x".repeat(LimitedLines.LONGEST);
        assertThat(read(NAME, ALL.replace("`3,`9.90", longest + "`3,`9.90")).problems())
                .containsExactly(NAME + ":6: is longer than 65536 bytes: these are not lines");
        assertThat(read(NAME, longest + "x").problems())
                .containsExactly(NAME + ":1: is longer than 65536 bytes: these are not lines");
        assertThat(read(NAME, ALL.replace("\n", "\r")).recordList()).hasSize(3);
    }

    private static KeptFile read(String name, String text) {
        KeptFile file = new KeptFile(name, 1);
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            new WechatFormat().read(new ByteArrayInputStream(bytes), file, card -> "");
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return file;
    }
}

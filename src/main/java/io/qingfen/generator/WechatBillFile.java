package io.qingfen.generator;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;

/** Writes a trade bill of WeChat Pay, kind ALL; fees are whole fen with three zeros behind. */
final class WechatBillFile implements SchemeFile {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String HEADER = "\uFEFF交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
            + "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\n";
    private static final String SUMMARY = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\n";
    private final FileSink sink;
    private long rows;
    private long paidFen;
    private long refundedFen;
    private long feeFen;

    WechatBillFile(Path path) throws IOException {
        this.sink = new FileSink(path);
        put(HEADER);
    }

    @Override
    public void add(SchemeEntry entry) throws IOException {
        boolean refund = entry.minor() < 0;
        String paid = yuan(refund ? 0 : entry.minor());
        String back = yuan(refund ? -entry.minor() : 0);
        StringJoiner row = new StringJoiner(",`", "`", "\n");
        row.add(entry.time().format(TIME)).add("wx0000000000000001").add("1900000001");
        row.add(entry.merchantId()).add(entry.terminalId());
        row.add(refund ? entry.originalRef() : entry.ref()).add(refund ? "" : entry.rrn());
        row.add("o1")
                .add("MICROPAY")
                .add(refund ? "REFUND" : "SUCCESS")
                .add("OTHERS")
                .add("CNY");
        row.add(paid)
                .add("0.00")
                .add(refund ? entry.ref() : "0")
                .add(refund ? entry.rrn() : "0")
                .add(back);
        row.add("0.00")
                .add(refund ? "ORIGINAL" : "")
                .add(refund ? "SUCCESS" : "")
                .add("茶, 点心")
                .add("");
        row.add(yuan(entry.cost().fen()) + "000")
                .add("0.20%")
                .add(paid)
                .add(back)
                .add("");
        put(row.toString());
        rows++;
        paidFen = Math.addExact(paidFen, refund ? 0 : entry.minor());
        refundedFen = Math.addExact(refundedFen, refund ? -entry.minor() : 0);
        feeFen = Math.addExact(feeFen, entry.cost().fen());
    }

    private static String yuan(long fen) {
        return Amounts.format(fen, Currency.CNY);
    }

    private void put(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sink.write(bytes, 0, bytes.length);
    }

    @Override
    public void finish() throws IOException {
        put(SUMMARY);
        put(String.format(
                Locale.ROOT,
                "`%d,`%s,`%s,`0.00,`%s000,`%s,`%s\n",
                rows,
                yuan(paidFen),
                yuan(refundedFen),
                yuan(feeFen),
                yuan(paidFen),
                yuan(refundedFen)));
        sink.finish();
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}

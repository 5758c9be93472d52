package io.qingfen.generator;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a business bill of Alipay: an archive with a detail and a summary, both GBK. Fees are written with a minus. */
final class AlipayBillFile implements SchemeFile {
    private static final Charset GBK = Charset.forName("GBK");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String HEADER = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,"
            + "支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注\r\n";
    private static final String SUMMARY =
            "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）,服务费（元）,分润（元）,实收净额（元）\r\n";
    private final FileSink sink;
    private final ZipOutputStream zip;
    private final LocalDate date;
    private final long[] counts = new long[2];
    private final long[] received = new long[2];
    private long feeFen;

    AlipayBillFile(Path path, LocalDate date) throws IOException {
        this.sink = new FileSink(path);
        this.date = date;
        this.zip = new ZipOutputStream(
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        write(new byte[] {(byte) value}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        sink.write(bytes, from, length);
                    }
                },
                GBK);
        // Stored as it is: how a text is packed would be up to the machine.
        zip.setLevel(Deflater.NO_COMPRESSION);
        begin("20880000_业务明细.csv", "明细");
        put(HEADER);
    }

    private void begin(String name, String list) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(date.plusDays(1).atTime(5, 46));
        zip.putNextEntry(entry);
        String day = date.format(DateTimeFormatter.ofPattern("uuuu年MM月dd日"));
        put("#支付宝业务" + list + "查询\r\n#账号：[20880000000000000156]\r\n#起始日期：[" + day + " 00:00:00]   终止日期：[" + day
                + " 24:00:00]\r\n#----------业务" + list + "列表----------\r\n");
    }

    private void put(String text) throws IOException {
        zip.write(text.getBytes(GBK));
    }

    @Override
    public void add(SchemeEntry entry) throws IOException {
        boolean refund = entry.minor() < 0;
        String time = entry.time().format(TIME);
        String amount = yuan(entry.minor());
        put((refund ? entry.originalRef() : entry.ref()) + "\t," + entry.rrn() + "\t," + (refund ? "退款" : "交易")
                + "\t,茶,"
                + time + "," + time + ",\t,\t,\t," + entry.terminalId() + "\t,*明(138****00)\t," + amount + "," + amount
                + ",0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00," + (refund ? entry.ref() : "") + "\t,"
                + yuan(-entry.cost().fen()) + ",0.00,\r\n");
        int kind = refund ? 1 : 0;
        counts[kind]++;
        received[kind] = Math.addExact(received[kind], entry.minor());
        feeFen = Math.addExact(feeFen, -entry.cost().fen());
    }

    private static String yuan(long fen) {
        return Amounts.format(fen, Currency.CNY);
    }

    @Override
    public void finish() throws IOException {
        put("#----------业务明细列表结束----------\r\n#交易合计：" + counts[0] + "笔，商家实收共" + yuan(received[0])
                + "元，商家优惠共0.00元\r\n#退款合计：" + counts[1] + "笔，商家实收退款共" + yuan(received[1])
                + "元，商家优惠退款共0.00元\r\n");
        begin("20880000_业务明细(汇总).csv", "汇总");
        put(SUMMARY);
        long all = Math.addExact(received[0], received[1]);
        put("合计\t,\t," + counts[0] + "," + counts[1] + "," + yuan(all) + "," + yuan(all) + ",0.00,0.00,0.00,"
                + yuan(feeFen) + ",0.00," + yuan(Math.addExact(all, feeFen))
                + "\r\n#----------业务汇总列表结束----------\r\n");
        zip.finish();
        sink.finish();
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}

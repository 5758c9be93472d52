package io.qingfen.scheme.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes bills as Alipay does: two GBK texts in an archive, tabs behind numbers, comments around the lists. */
final class AlipayArchive {
    private static final Charset GBK = Charset.forName("GBK");
    private final List<String> rows = new ArrayList<>();
    private final String date;
    String header = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,"
            + "支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,"
            + "分润（元）,备注";
    String payments = "0笔，商家实收共0.00元";
    String refunds = "0笔，商家实收退款共0.00元";
    String total = "0,0,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00";

    AlipayArchive(String date) {
        this.date = date;
    }

    AlipayArchive row(String trade, String order, String kind, String time, String amount, String refund, String fee) {
        rows.add(trade + "\t," + order + "\t," + kind + "\t,茶,," + date + " " + time
                + ",\t,\t,\t,10000011\t,*明(138****00)\t," + amount + "," + amount
                + ",0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00," + refund + "\t," + fee + ",0.00,");
        return this;
    }

    /** Counts and amounts of the comments, and what stands behind 合计 in the summary. */
    AlipayArchive stating(String payments, String refunds, String total) {
        this.payments = payments;
        this.refunds = refunds;
        this.total = total;
        return this;
    }

    String detail() {
        return "#支付宝业务明细查询\r\n" + head() + list("明细", header + "\r\n" + lines())
                + "#交易合计：" + payments + "，商家优惠共0.00元\r\n#退款合计：" + refunds + "，商家优惠退款共0.00元\r\n"
                + "#导出时间：[2026年03月03日 05:46:49]\r\n";
    }

    String summary() {
        String header =
                "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）," + "服务费（元）,分润（元）,实收净额（元）\r\n";
        return "#支付宝业务汇总查询\r\n" + head() + list("汇总", header + "合计\t,\t," + total + "\r\n");
    }

    byte[] bytes() {
        return zip(detail().getBytes(GBK), summary().getBytes(GBK));
    }

    private String lines() {
        return rows.isEmpty() ? "" : String.join("\r\n", rows) + "\r\n";
    }

    private String head() {
        String day = date.replaceFirst("-", "年").replaceFirst("-", "月") + "日";
        return "#账号：[20880000000000000156]\r\n#起始日期：[" + day + " 00:00:00]   终止日期：[" + day + " 24:00:00]\r\n";
    }

    private static String list(String name, String lines) {
        return "#----------业务" + name + "列表----------\r\n" + lines + "#----------业务" + name + "列表结束----------\r\n";
    }

    static byte[] zip(byte[]... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, GBK)) {
            for (int i = 0; i < texts.length; i++) {
                ZipEntry entry =
                        new ZipEntry(i == 0 ? "20880000_业务明细.csv" : i == 1 ? "20880000_业务明细(汇总).csv" : "更多" + i);
                entry.setTime(1_772_409_600_000L);
                zip.putNextEntry(entry);
                zip.write(texts[i]);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}

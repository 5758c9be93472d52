package io.qingfen.scheme;

import io.qingfen.scheme.SchemeRecord.Place;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The detail of an Alipay bill: one row per payment or refund, and the totals in its last comments. Amounts in fen. */
final class AlipayDetail {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern COUNT = Pattern.compile("#+(交易|退款)合计：([0-9]{1,9})笔.*");
    private static final Pattern AMOUNT = Pattern.compile(".*商家实收(?:退款)?共(-?[0-9.]{1,20})元.*");
    private static final String SHARE = "分润(元)";
    private final LocalDate date;
    private final Columns columns;
    private final String request;
    private final List<Row> rows = new ArrayList<>();
    private final AlipayTotals totals = new AlipayTotals();

    /**
     * One row.
     *
     * @param request number of the refund; empty when it has none
     * @param receivedFen what we are paid before fees: refunds negative
     * @param feeFen fee and shares as the row writes them, with either sign
     */
    record Row(
            Place place,
            boolean refund,
            String trade,
            String order,
            String request,
            String terminal,
            long receivedFen,
            long feeFen,
            long seconds) {}

    /** @throws BadRecord when a column that is needed is missing */
    AlipayDetail(Columns columns, LocalDate date) {
        this.columns = columns;
        this.date = date;
        for (String needed : List.of("支付宝交易号", "商户订单号", "业务类型", "完成时间", "商家实收(元)", "服务费(元)")) {
            columns.oneOf(needed);
        }
        this.request = columns.oneOf("退款批次号/请求号", "退款批次号");
    }

    List<Row> rows() {
        return rows;
    }

    AlipayTotals totals() {
        return totals;
    }

    /** @throws BadRecord when it cannot be read for sure */
    void row(List<String> cells, Place place) {
        columns.requireWidth(cells);
        boolean refund = isRefund(columns.cell(cells, "业务类型"));
        long received = Decimal.parse("商家实收(元)", columns.cell(cells, "商家实收(元)"), 2);
        if (refund ? received > 0 : received < 0) {
            throw new BadRecord("商家实收(元) of a " + (refund ? "refund is positive" : "payment is negative")
                    + "; refunds are negative, payments are not");
        }
        long fee = Decimal.parse("服务费(元)", columns.cell(cells, "服务费(元)"), 2);
        if (columns.has(SHARE)) {
            fee = Math.addExact(fee, Decimal.parse(SHARE, columns.cell(cells, SHARE), 2));
        }
        Row row = new Row(
                place,
                refund,
                columns.cell(cells, "支付宝交易号"),
                columns.cell(cells, "商户订单号"),
                columns.cell(cells, request),
                columns.cell(cells, "终端号"),
                received,
                fee,
                seconds(columns.cell(cells, "完成时间"), refund));
        if (row.trade().isEmpty()) {
            throw new BadRecord("the row has no 支付宝交易号");
        }
        totals.row(row);
        rows.add(row);
    }

    private static boolean isRefund(String kind) {
        return switch (kind) {
            case "交易" -> false;
            case "退款" -> true;
            default ->
                throw new BadRecord("业务类型 is " + Decimal.shown(kind)
                        + "; known are 交易 and 退款: nobody knows which way its money goes");
        };
    }

    private long seconds(String text, boolean refund) {
        LocalDateTime moment;
        try {
            moment = LocalDateTime.parse(text, TIME);
        } catch (DateTimeParseException another) {
            throw new BadRecord("完成时间 is " + Decimal.shown(text) + ", not a time like 2026-03-02 14:05:06");
        }
        // The row of a refund may carry the time of its payment.
        boolean ofTheDate = refund
                ? !moment.toLocalDate().isAfter(date)
                : moment.toLocalDate().equals(date);
        if (!ofTheDate) {
            throw new BadRecord("完成时间 is of " + moment.toLocalDate() + ", the bill is of " + date);
        }
        return moment.toEpochSecond(ZoneOffset.UTC);
    }

    /**
     * A comment that states a total; other comments state nothing.
     *
     * @throws BadRecord with both numbers when it disagrees with the rows
     */
    void comment(String text) {
        Matcher count = COUNT.matcher(text);
        if (!count.matches()) {
            return;
        }
        boolean refunds = count.group(1).equals("退款");
        totals.requireCount(count.group(1) + "合计", refunds, Long.parseLong(count.group(2)));
        Matcher amount = AMOUNT.matcher(text);
        if (amount.matches()) {
            totals.requireReceived(count.group(1) + "合计", refunds, Decimal.parse("商家实收", amount.group(1), 2));
        }
    }
}

package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.money.Rounding;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A trade bill of WeChat Pay, kinds ALL, SUCCESS and REFUND, with the column names of today or the older ones. Amounts are
 * yuan; fees have five decimals and are rounded to fen row by row, half up. Cells come without their back-ticks.
 */
public final class WechatBill implements SummedBill {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    static final int FEE_DECIMALS = 5;
    static final long FEE_UNITS_PER_FEN = 1_000;
    private static final String REFUND = "退款金额";
    private static final String REFUND_ID = "微信退款单号";

    private final Columns columns;
    private final LocalDate date;
    private final String amount;
    private final String merchant;
    private final String time;
    private final boolean refunds;
    private final boolean ofRefundsOnly;
    private Columns summary;
    private boolean ended;
    private final WechatTotals totals = new WechatTotals();

    /** @throws BadRecord when a column that is needed is missing */
    public WechatBill(List<String> header, LocalDate date) {
        this.columns = new Columns(header);
        this.date = date;
        this.amount = columns.oneOf("应结订单金额", "总金额");
        this.merchant = columns.has("特约商户号") ? "特约商户号" : columns.oneOf("子商户号", "商户号");
        this.ofRefundsOnly = columns.has("退款成功时间");
        this.time = ofRefundsOnly ? "退款成功时间" : columns.oneOf("交易时间");
        this.refunds = columns.has(REFUND_ID);
        for (String needed : List.of("微信订单号", "商户订单号", "交易状态", "货币种类", "手续费")) {
            columns.oneOf(needed);
        }
        if (refunds) {
            columns.oneOf(REFUND);
            columns.oneOf("退款状态");
        }
    }

    @Override
    public boolean beginsSummary(String firstCell) {
        return firstCell.startsWith("总交易单数");
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    /**
     * One transaction; empty for a refund that failed.
     *
     * @throws BadRecord when it cannot be read for sure
     */
    public Optional<SchemeRecord> row(List<String> cells, Place place) {
        if (summary != null) {
            throw new BadRecord("a transaction stands behind the summary");
        }
        columns.requireWidth(cells);
        String status = columns.cell(cells, "交易状态");
        long fee = Decimal.parse("手续费", columns.cell(cells, "手续费"), FEE_DECIMALS);
        long whole = Decimal.parse(amount, columns.cell(cells, amount), 2);
        totals.row(whole, fee);
        return switch (status) {
            case "SUCCESS" -> Optional.of(payment(cells, place, whole, fee));
            case "REFUND" -> refund(cells, place, TxnType.REFUND, fee);
            case "REVOKED" -> refund(cells, place, TxnType.VOID, fee);
            default ->
                throw new BadRecord("交易状态 is " + Decimal.shown(status)
                        + "; known are SUCCESS, REFUND and REVOKED: nobody knows which way its money goes");
        };
    }

    private SchemeRecord payment(List<String> cells, Place place, long whole, long fee) {
        if (whole < 0) {
            throw new BadRecord(amount + " of a payment is negative");
        }
        totals.paid(whole);
        String ref = columns.cell(cells, "微信订单号");
        return record(cells, place, TxnType.SALE, ref, columns.cell(cells, "商户订单号"), whole, fee);
    }

    private Optional<SchemeRecord> refund(List<String> cells, Place place, TxnType type, long fee) {
        if (!refunds) {
            throw new BadRecord("a refund in a bill without the column " + REFUND_ID);
        }
        long back = Decimal.parse(REFUND, columns.cell(cells, REFUND), 2);
        if (back < 0) {
            throw new BadRecord(REFUND + " is negative; refunds are written without a sign");
        }
        if (!moves(columns.cell(cells, "退款状态"))) {
            totals.refundFailed(back);
            return Optional.empty();
        }
        totals.refunded(back);
        String id = columns.cell(cells, REFUND_ID);
        boolean own = !id.isEmpty() && !id.equals("0");
        String ref = own ? id : columns.cell(cells, "微信订单号");
        String other = own ? columns.cell(cells, "商户退款单号") : columns.cell(cells, "商户订单号");
        return Optional.of(record(cells, place, type, ref, other, -back, fee));
    }

    private static boolean moves(String state) {
        return switch (state) {
            case "SUCCESS", "PROCESSING", "CHANGE" -> true;
            case "FAIL" -> false;
            default ->
                throw new BadRecord(
                        "退款状态 is " + Decimal.shown(state) + "; known are SUCCESS, PROCESSING, CHANGE and FAIL");
        };
    }

    private SchemeRecord record(
            List<String> cells, Place place, TxnType type, String ref, String other, long minor, long fee) {
        if (ref.isEmpty()) {
            throw new BadRecord("the row has no number of the order or refund");
        }
        String device = columns.cell(cells, "设备号");
        String shop = columns.cell(cells, merchant);
        Columns.requireKeys(ref, other, device, shop);
        Long cost = Rounding.halfUp(fee, FEE_UNITS_PER_FEN);
        Currency currency = currency(columns.cell(cells, "货币种类"));
        return new SchemeRecord(
                place, type, type, ref, other, "", "", device, shop, minor, cost, currency, seconds(cells), "", "");
    }

    private static Currency currency(String code) {
        Currency currency = Currency.find(code);
        if (currency == null || currency.digits() != 2) {
            throw new BadRecord("货币种类 is " + Decimal.shown(code) + ", which is no currency with two decimals");
        }
        return currency;
    }

    private long seconds(List<String> cells) {
        String text = columns.cell(cells, time);
        LocalDateTime moment;
        try {
            moment = LocalDateTime.parse(text, TIME);
        } catch (DateTimeParseException another) {
            throw new BadRecord(time + " is " + Decimal.shown(text) + ", not a time like 2026-03-02 14:05:06");
        }
        if (!ofRefundsOnly && !moment.toLocalDate().equals(date)) {
            throw new BadRecord(time + " is of " + moment.toLocalDate() + ", the bill is of " + date);
        }
        return moment.toEpochSecond(ZoneOffset.UTC);
    }

    @Override
    public void summaryHeader(List<String> header) {
        if (summary != null) {
            throw new BadRecord("a second summary");
        }
        summary = new Columns(header);
    }

    @Override
    public void summary(List<String> cells) {
        if (ended) {
            throw new BadRecord("a second row of the summary");
        }
        summary.requireWidth(cells);
        ended = true;
        totals.requireAgree(summary, cells, columns.has("总金额"));
    }
}

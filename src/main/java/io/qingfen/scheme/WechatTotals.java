package io.qingfen.scheme;

import io.qingfen.money.Amounts;
import java.util.List;
import java.util.Locale;

/** What the rows of a trade bill come to, held against its summary. Amounts in fen, fees in their five decimals. */
final class WechatTotals {
    private long rows;
    private long paidFen;
    private long statedFen;
    private long refundedFen;
    private long failedRefundsFen;
    private long feeUnits;

    void row(long statedFen, long feeUnits) {
        rows++;
        this.statedFen = Math.addExact(this.statedFen, statedFen);
        this.feeUnits = Math.addExact(this.feeUnits, feeUnits);
    }

    void paid(long fen) {
        paidFen = Math.addExact(paidFen, fen);
    }

    void refunded(long fen) {
        refundedFen = Math.addExact(refundedFen, fen);
    }

    void refundFailed(long fen) {
        failedRefundsFen = Math.addExact(failedRefundsFen, fen);
    }

    /**
     * @param older the columns are the older ones, which do not say how the row of a refund counts
     * @throws BadRecord with both numbers
     */
    void requireAgree(Columns summary, List<String> cells, boolean older) {
        long count = number(summary, cells, "总交易单数", 0);
        same(summary, cells, "总交易单数", Long.toString(rows), count == rows);
        String total = summary.oneOf("应结订单总金额", "总交易额");
        long stated = number(summary, cells, total, 2);
        same(summary, cells, total, Amounts.format(paidFen, 2), stated == paidFen || older && stated == statedFen);
        String back = summary.oneOf("退款总金额", "总退款金额");
        long statedBack = number(summary, cells, back, 2);
        boolean agrees = statedBack == refundedFen || statedBack == Math.addExact(refundedFen, failedRefundsFen);
        same(summary, cells, back, Amounts.format(refundedFen, 2), agrees);
        String fees = summary.oneOf("手续费总金额");
        long statedFees = number(summary, cells, fees, WechatBill.FEE_DECIMALS);
        same(summary, cells, fees, feeText(), statedFees == feeUnits);
    }

    private static long number(Columns summary, List<String> cells, String column, int decimals) {
        return Decimal.parse(column, summary.cell(cells, column), decimals);
    }

    private static void same(Columns summary, List<String> cells, String column, String reckoned, boolean agrees) {
        if (!agrees) {
            throw new BadRecord("the summary states " + column + " " + Decimal.shown(summary.cell(cells, column))
                    + ", the rows give " + reckoned);
        }
    }

    /** The exact sum with its five decimals. */
    private String feeText() {
        long fen = feeUnits / WechatBill.FEE_UNITS_PER_FEN;
        long rest = Math.abs(feeUnits % WechatBill.FEE_UNITS_PER_FEN);
        String sign = feeUnits < 0 && fen == 0 ? "-" : "";
        return sign + Amounts.format(fen, 2) + String.format(Locale.ROOT, "%03d", rest);
    }
}

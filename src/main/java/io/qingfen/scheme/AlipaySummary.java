package io.qingfen.scheme;

import io.qingfen.money.Amounts;
import java.util.List;

/** The summary of an Alipay bill: its row 合计 holds what all shops come to. */
final class AlipaySummary {
    private static final String NET = "实收净额(元)";
    private final Columns columns;
    private List<String> total;

    /** @throws BadRecord when a column that is needed is missing */
    AlipaySummary(Columns columns) {
        this.columns = columns;
        for (String needed : List.of("门店编号", "交易订单总笔数", "退款订单总笔数", "商家实收(元)", "服务费(元)")) {
            columns.oneOf(needed);
        }
    }

    boolean isThere() {
        return total != null;
    }

    /** Of one shop, or of all. */
    void row(List<String> cells) {
        columns.requireWidth(cells);
        if (columns.cell(cells, "门店编号").equals("合计")) {
            if (total != null) {
                throw new BadRecord("a second row 合计");
            }
            total = cells;
        }
    }

    /**
     * Holds it against the rows of the detail.
     *
     * @return 1 when fees are written as what we pay, -1 when they are written with a minus
     * @throws BadRecord with both numbers where they disagree
     */
    int feeSign(AlipayTotals rows) {
        rows.requireCount("交易订单总笔数", false, number("交易订单总笔数", 0));
        rows.requireCount("退款订单总笔数", true, number("退款订单总笔数", 0));
        long received = number("商家实收(元)", 2);
        if (received != rows.net() && received != rows.paid()) {
            throw disagree("商家实收(元)", rows.net());
        }
        long fees = number("服务费(元)", 2);
        if (columns.has("分润(元)")) {
            fees = Math.addExact(fees, number("分润(元)", 2));
        }
        if (fees != rows.fees()) {
            throw disagree("服务费(元)", rows.fees());
        }
        return columns.has(NET) ? feeSign(received, fees) : -1;
    }

    private int feeSign(long received, long fees) {
        long net = number(NET, 2);
        if (net == Math.addExact(received, fees)) {
            return -1;
        }
        if (net == Math.subtractExact(received, fees)) {
            return 1;
        }
        throw disagree(NET, Math.addExact(received, fees));
    }

    private long number(String column, int decimals) {
        return Decimal.parse(column, columns.cell(total, column), decimals);
    }

    private BadRecord disagree(String column, long reckoned) {
        return new BadRecord("the summary states " + column + " " + Decimal.shown(columns.cell(total, column))
                + ", the rows give " + Amounts.format(reckoned, 2));
    }
}

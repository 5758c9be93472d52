package io.qingfen.scheme;

import io.qingfen.money.Amounts;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/**
 * The fund-flow bill of WeChat Pay: every move of one account of a date. Amounts are yuan without a sign, the column beside
 * says which way they go. Cells come without their back-ticks.
 */
public final class WechatFunds implements SummedBill {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String BEGINS_SUMMARY = "资金流水总笔数";
    private static final String TIME_COLUMN = "记账时间";
    private static final String NUMBER = "微信支付业务单号";
    private static final String TYPE = "业务类型";
    private static final String DIRECTION = "收支类型";
    /** Types of moves that the trade bill has too; all others are no transactions. */
    private static final Set<String> OF_TRANSACTIONS = Set.of("交易", "退款", "扣除交易手续费", "手续费");

    private final Columns columns;
    private final LocalDate date;
    private final String amount;
    private Columns summary;
    private boolean ended;
    private long in;
    private long out;
    private long countIn;
    private long countOut;

    /** @throws BadRecord when a column that is needed is missing */
    public WechatFunds(List<String> header, LocalDate date) {
        this.columns = new Columns(header);
        this.date = date;
        this.amount = columns.oneOf("收支金额(元)", "收支金额（元）", "收支金额");
        for (String needed : List.of(TIME_COLUMN, NUMBER, "资金流水单号", TYPE, DIRECTION)) {
            columns.oneOf(needed);
        }
    }

    @Override
    public boolean beginsSummary(String firstCell) {
        return firstCell.startsWith(BEGINS_SUMMARY);
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    /**
     * One move.
     *
     * @throws BadRecord when it cannot be read for sure
     */
    public FundsEntry row(List<String> cells, Place place) {
        if (summary != null) {
            throw new BadRecord("a move stands behind the summary");
        }
        columns.requireWidth(cells);
        requireDate(columns.cell(cells, TIME_COLUMN));
        long minor = Decimal.parse(amount, columns.cell(cells, amount), 2);
        if (minor < 0) {
            throw new BadRecord(amount + " is negative; which way money goes is told by " + DIRECTION);
        }
        boolean income = isIncome(columns.cell(cells, DIRECTION));
        boolean ofTransactions = OF_TRANSACTIONS.contains(columns.cell(cells, TYPE));
        String key = columns.cell(cells, NUMBER);
        Columns.requireKeys(key);
        if (ofTransactions && key.isEmpty()) {
            throw new BadRecord("the row is of a transaction and has no " + NUMBER);
        }
        count(income, minor);
        return new FundsEntry(place, key, income ? minor : -minor, ofTransactions);
    }

    private static boolean isIncome(String direction) {
        return switch (direction) {
            case "收入" -> true;
            case "支出" -> false;
            default ->
                throw new BadRecord(DIRECTION + " is " + Decimal.shown(direction)
                        + "; known are 收入 and 支出: nobody knows which way its money goes");
        };
    }

    private void count(boolean income, long minor) {
        if (income) {
            countIn++;
            in = Math.addExact(in, minor);
        } else {
            countOut++;
            out = Math.addExact(out, minor);
        }
    }

    private void requireDate(String text) {
        LocalDate booked;
        try {
            booked = LocalDateTime.parse(text, TIME).toLocalDate();
        } catch (DateTimeParseException another) {
            throw new BadRecord(TIME_COLUMN + " is " + Decimal.shown(text) + ", not a time like 2026-03-02 14:05:06");
        }
        if (!booked.equals(date)) {
            throw new BadRecord(TIME_COLUMN + " is of " + booked + ", the bill is of " + date);
        }
    }

    @Override
    public void summaryHeader(List<String> header) {
        if (summary != null) {
            throw new BadRecord("a second summary");
        }
        summary = new Columns(header);
    }

    /** Counts may be written as {@code 20.0}. */
    @Override
    public void summary(List<String> cells) {
        if (ended) {
            throw new BadRecord("a second row of the summary");
        }
        summary.requireWidth(cells);
        ended = true;
        same(cells, BEGINS_SUMMARY, 0, countIn + countOut);
        same(cells, "收入笔数", 0, countIn);
        same(cells, "收入金额", 2, in);
        same(cells, "支出笔数", 0, countOut);
        same(cells, "支出金额", 2, out);
    }

    private void same(List<String> cells, String name, int decimals, long reckoned) {
        String column = summary.oneOf(name, name + "(元)", name + "（元）");
        String stated = summary.cell(cells, column);
        if (Decimal.parse(column, stated, decimals) != reckoned) {
            throw new BadRecord("the summary states " + column + " " + Decimal.shown(stated) + ", the rows give "
                    + Amounts.format(reckoned, decimals));
        }
    }
}

package io.qingfen.reports;

/** Sums of the lines of a month, of one merchant or of all, in one currency. */
public final class MonthSum {
    private final long[] fees = new long[MonthLine.Kind.values().length];
    private long count;
    private long amount;
    private long cost;

    /** Adds a line. */
    public void add(MonthLine line) {
        int kind = line.kind().ordinal();
        fees[kind] = Math.addExact(fees[kind], line.feeMinor());
        cost = Math.addExact(cost, line.costMinor());
        if (line.kind() == MonthLine.Kind.MERCHANT_FEES) {
            count = Math.addExact(count, line.count());
            amount = Math.addExact(amount, line.amountMinor());
        }
    }

    /** Transactions that were priced. */
    public long count() {
        return count;
    }

    /** What was priced, signed, minor units. */
    public long amount() {
        return amount;
    }

    /** + = charged, minor units. */
    public long fee(MonthLine.Kind kind) {
        return fees[kind.ordinal()];
    }

    /** All that was charged, minor units. */
    public long fee() {
        long sum = 0;
        for (long fee : fees) {
            sum = Math.addExact(sum, fee);
        }
        return sum;
    }

    /** What schemes charged, minor units. */
    public long cost() {
        return cost;
    }

    /** Fee less cost, minor units. */
    public long margin() {
        return Math.subtractExact(fee(), cost);
    }
}

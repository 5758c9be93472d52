package io.qingfen.scheme;

import io.qingfen.money.Amounts;

/** What the rows of an Alipay bill come to, payments and refunds apart. Amounts in fen. */
final class AlipayTotals {
    private final long[] counts = new long[2];
    private final long[] received = new long[2];
    private long fees;

    void row(AlipayDetail.Row row) {
        int kind = row.refund() ? 1 : 0;
        counts[kind]++;
        received[kind] = Math.addExact(received[kind], row.receivedFen());
        fees = Math.addExact(fees, row.feeFen());
    }

    /** Fees and shares of all rows, with the sign that they are written with. */
    long fees() {
        return fees;
    }

    /** Of payments, less refunds. */
    long net() {
        return Math.addExact(received[0], received[1]);
    }

    /** Of payments alone. */
    long paid() {
        return received[0];
    }

    /** @throws BadRecord with both numbers */
    void requireCount(String what, boolean refunds, long stated) {
        long rows = counts[refunds ? 1 : 0];
        if (stated != rows) {
            throw new BadRecord("the bill states " + what + " " + stated + ", the rows give " + rows);
        }
    }

    /** @throws BadRecord with both numbers */
    void requireReceived(String what, boolean refunds, long stated) {
        long rows = received[refunds ? 1 : 0];
        if (stated != rows) {
            throw new BadRecord("the bill states " + what + " " + Amounts.format(stated, 2) + ", the rows give "
                    + Amounts.format(rows, 2));
        }
    }
}

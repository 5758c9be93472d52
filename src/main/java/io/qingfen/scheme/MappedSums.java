package io.qingfen.scheme;

import io.qingfen.money.Amounts;
import java.util.function.LongSupplier;

/** Rows of a statement and their amounts as they are written, to be held against what its last line states. */
public final class MappedSums {
    private final Stated stated;
    private long count;
    private long written;

    /**
     * What the last line of a statement states, and where.
     *
     * @param count place of the number of rows; empty when it is not stated
     * @param countsAll whether rows that are left out are in it
     * @param amount place of the sum of the amounts as they are written; empty when it is not stated
     * @param sumsAll whether rows that are left out are in it
     * @param digits decimals of the amounts
     */
    public record Stated(String count, boolean countsAll, String amount, boolean sumsAll, int digits) {
        public static final Stated NOTHING = new Stated("", false, "", false, 0);
    }

    public MappedSums(Stated stated) {
        this.stated = stated;
    }

    /**
     * One row.
     *
     * @param counts whether it is not left out
     * @param amount asked only when it is in a stated sum
     */
    void row(boolean counts, LongSupplier amount) {
        count += counts || stated.countsAll() ? 1 : 0;
        if (!stated.amount().isEmpty() && (counts || stated.sumsAll())) {
            written = Math.addExact(written, amount.getAsLong());
        }
    }

    /**
     * Holds the number of rows against the statement's.
     *
     * @throws BadRecord with both numbers when they disagree
     */
    public void requireCount(String text) {
        long number = Decimal.parse("the stated number of rows", text, 0);
        if (number != count) {
            throw new BadRecord("the last line states " + number + " rows, the file has " + count);
        }
    }

    /**
     * Holds the sum of the amounts against the statement's.
     *
     * @throws BadRecord with both numbers when they disagree
     */
    public void requireAmount(String text) {
        long sum = Decimal.parse("the stated sum", text, stated.digits());
        if (sum != written) {
            throw new BadRecord("the last line states a sum of " + Amounts.format(sum, stated.digits())
                    + ", the rows give " + Amounts.format(written, stated.digits()));
        }
    }
}

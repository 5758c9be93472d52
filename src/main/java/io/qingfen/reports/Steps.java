package io.qingfen.reports;

import io.qingfen.reports.ReportCell.Code;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Amounts one after the other as bars, each beginning where the one before ended; what they come to stands on zero. */
public final class Steps {
    /** What the largest way of the steps is drawn as. */
    public static final long WHOLE = 1000;

    private static final Set<String> TOTALS = Set.of("NET", "PAYOUT");

    private Steps() {}

    /**
     * Where a bar stands, in thousandths.
     *
     * @param width at least 2, so that it is seen
     */
    public record Bar(long x, long width) {}

    /** @param amounts signed */
    public static List<Bar> of(List<Long> amounts) {
        return bars(amounts, amounts.stream().map(amount -> false).toList());
    }

    /** Rows of a label and an amount; those that say what the rows above come to are known by their code. */
    public static List<Bar> ofRows(List<List<ReportCell>> rows) {
        return bars(
                rows.stream().map(row -> row.get(1).measure()).toList(),
                rows.stream().map(Steps::isTotal).toList());
    }

    /** Whether the row says what those above come to. */
    public static boolean isTotal(List<ReportCell> row) {
        return row.get(0) instanceof Code code && TOTALS.contains(code.code());
    }

    private static List<Bar> bars(List<Long> amounts, List<Boolean> totals) {
        long low = 0;
        long high = 0;
        long at = 0;
        for (int step = 0; step < amounts.size(); step++) {
            at = totals.get(step) ? amounts.get(step) : Math.addExact(at, amounts.get(step));
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        List<Bar> bars = new ArrayList<>();
        at = 0;
        for (int step = 0; step < amounts.size(); step++) {
            long from = totals.get(step) ? 0 : at;
            at = totals.get(step) ? amounts.get(step) : at + amounts.get(step);
            bars.add(bar(Math.min(from, at), Math.max(from, at), low, high));
        }
        return bars;
    }

    private static Bar bar(long from, long to, long low, long high) {
        long x = Math.min(WHOLE - 2, part(from, low, low, high));
        return new Bar(x, Math.max(2, Math.min(WHOLE - x, part(to, from, low, high))));
    }

    /** Differences of large amounts are larger than a long. */
    private static long part(long upper, long lower, long low, long high) {
        BigInteger whole = BigInteger.valueOf(high).subtract(BigInteger.valueOf(low));
        if (whole.signum() == 0) {
            return 0;
        }
        return BigInteger.valueOf(upper)
                .subtract(BigInteger.valueOf(lower))
                .multiply(BigInteger.valueOf(WHOLE))
                .divide(whole)
                .longValueExact();
    }
}

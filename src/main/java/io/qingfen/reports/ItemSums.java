package io.qingfen.reports;

import io.qingfen.reports.Figures.Items;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums of financial items that are alike, gathered while their lines are written, so that nobody reads a date's rows a
 * second time for its figures. Not for several threads.
 */
public final class ItemSums {
    private static final int HOURS = 24;
    private static final int SECONDS = 3600;
    private static final Comparator<Items> ORDER = Comparator.comparing(Items::currency)
            .thenComparing(Items::txnType)
            .thenComparing(Items::channel)
            .thenComparing(Items::cardType)
            .thenComparing(Items::hour)
            .thenComparing(Items::matchStatus)
            .thenComparing(Items::disposition);

    private final Map<Alike, long[]> sums = new HashMap<>();

    /**
     * What items have in common.
     *
     * @param hour of the day, 0 to 23
     */
    public record Alike(
            String currency,
            String txnType,
            String channel,
            String cardType,
            int hour,
            String matchStatus,
            String disposition) {

        /** @param txnTime local seconds since 1970-01-01T00:00:00, not before */
        public static int hour(long txnTime) {
            return (int) (txnTime / SECONDS % HOURS);
        }
    }

    /**
     * Amounts in minor units of the currency: the item's own, its fee and its scheme cost, 0 where it has none.
     *
     * @throws ArithmeticException when a sum does not fit
     */
    public void add(Alike alike, long count, long amountMinor, long feeMinor, long costMinor) {
        long[] sum = sums.computeIfAbsent(alike, first -> new long[4]);
        sum[0] = Math.addExact(sum[0], count);
        sum[1] = Math.addExact(sum[1], amountMinor);
        sum[2] = Math.addExact(sum[2], feeMinor);
        sum[3] = Math.addExact(sum[3], costMinor);
    }

    /** In an order that does not depend on the order of adding. */
    public List<Items> items() {
        List<Items> items = new ArrayList<>();
        sums.forEach((alike, sum) -> items.add(new Items(
                alike.currency(),
                alike.txnType(),
                alike.channel(),
                alike.cardType(),
                alike.hour(),
                alike.matchStatus(),
                alike.disposition(),
                sum[0],
                sum[1],
                sum[2],
                sum[3])));
        items.sort(ORDER);
        return items;
    }
}

package io.qingfen.intake;

import java.util.ArrayList;
import java.util.List;

/** Divides the terminals into ranges of about the same volume. */
public final class RangePlan {
    private RangePlan() {}

    /**
     * Contiguous ranges that together hold every terminal; each has at least one bucket.
     *
     * @param volumes bytes of the working set per bucket
     * @param ranges at least 1 and never more than buckets
     */
    public static List<WorkingSet.TerminalRange> of(Buckets buckets, long[] volumes, int ranges) {
        long total = 0;
        for (long volume : volumes) {
            total = Math.addExact(total, volume);
        }
        List<WorkingSet.TerminalRange> plan = new ArrayList<>(ranges);
        int bucket = 0;
        long sum = 0;
        for (int range = 0; range < ranges; range++) {
            int begin = bucket;
            int latestEnd = buckets.count() - (ranges - range - 1);
            do {
                sum += volumes[bucket++];
            } while (bucket < latestEnd
                    && (range == ranges - 1 || isShort(sum, volumes[bucket], total, range, ranges)));
            plan.add(new WorkingSet.TerminalRange(range, buckets.firstTerminal(begin), buckets.firstTerminal(bucket)));
        }
        return plan;
    }

    /** Whether taking one more bucket comes closer to this range's share of the total than stopping here. */
    private static boolean isShort(long sum, long next, long total, int range, int ranges) {
        long share = total / ranges * (range + 1);
        return Math.abs(sum + next - share) <= Math.abs(sum - share);
    }
}

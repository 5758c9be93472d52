package io.qingfen.intake;

/**
 * Terminals in equal groups by their number; a segment says where each group begins, a range is a run of groups.
 *
 * @param terminals how many the snapshot has
 * @param count of groups, at least 1 and never more than terminals
 */
public record Buckets(int terminals, int count) {
    /** Input that one range should hold: small enough to be read at once, large enough to be worth a transaction. */
    private static final long INPUT_A_RANGE = 12L << 20;

    private static final int LEAST_RANGES = 4;
    private static final int MOST_RANGES = 4_096;
    private static final int A_RANGE = 16;
    private static final int MOST = 16_384;

    /** Ranges of a night with so much input; depends on nothing else, so that every run of the night agrees. */
    public static int ranges(long inputBytes, int terminals) {
        long wanted = Math.max(LEAST_RANGES, Math.min(MOST_RANGES, inputBytes / INPUT_A_RANGE + 1));
        return (int) Math.max(1, Math.min(wanted, terminals));
    }

    public static Buckets of(long inputBytes, int terminals) {
        int wanted = Math.min(MOST, ranges(inputBytes, terminals) * A_RANGE);
        return new Buckets(terminals, Math.max(1, Math.min(wanted, terminals)));
    }

    public int of(int terminal) {
        return (int) ((long) terminal * count / Math.max(1, terminals));
    }

    /** First terminal of a bucket; {@code terminals} for the bucket behind the last. */
    public int firstTerminal(int bucket) {
        return (int) (((long) bucket * terminals + count - 1) / count);
    }
}

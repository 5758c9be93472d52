package io.qingfen.generator;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** How often the files of schemes differ from the books in each way, in parts per million of what it can happen to. */
public final class SchemeMix {
    private static final SchemePlan[] PLANS = SchemePlan.values();
    private final int[] ppm;
    private final boolean written;

    private SchemeMix(int[] ppm, boolean written) {
        this.ppm = ppm;
        this.written = written;
    }

    /** Files with the differences of an ordinary day. */
    public static SchemeMix realistic() {
        return new SchemeMix(
                Arrays.stream(PLANS).mapToInt(SchemePlan::realisticPpm).toArray(), true);
    }

    /** No files of schemes. */
    public static SchemeMix noFiles() {
        return new SchemeMix(new int[PLANS.length], false);
    }

    /** Files that agree with the books in everything. */
    public static SchemeMix none() {
        return new SchemeMix(new int[PLANS.length], true);
    }

    /**
     * Reads a mapping of kinds to per mille, for example {@code neverPaid: 0.5}; kinds not named keep their realistic
     * share.
     *
     * @throws io.qingfen.run.Refusal with every problem of the file
     */
    public static SchemeMix read(Path file) {
        List<String> kinds = Arrays.stream(PLANS).map(SchemePlan::key).toList();
        boolean[] all = new boolean[PLANS.length];
        Arrays.fill(all, true);
        return new SchemeMix(Shares.read(file, "--schemes", kinds, realistic().ppm, all), true);
    }

    /** Whether there are files of schemes. */
    boolean isWritten() {
        return written;
    }

    /** What the scheme does with a transaction, drawn by a mixed number; the caller looks whether it fits. */
    SchemePlan draw(long mixed) {
        int point = Dice.below(Dice.MILLION, mixed);
        for (SchemePlan plan : PLANS) {
            point -= ppm[plan.ordinal()];
            if (point < 0) {
                return plan;
            }
        }
        return SchemePlan.AGREES;
    }
}

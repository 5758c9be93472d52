package io.qingfen.generator;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** How often each kind of trouble is planted, in parts per million of transactions (or of batches). */
public final class FaultMix {
    private final int[] ppm;
    private final int[] upTo;

    private FaultMix(int[] ppm) {
        this.ppm = ppm;
        this.upTo = new int[ppm.length];
        int sum = 0;
        for (Story story : Story.values()) {
            sum += story.ofBatches() ? 0 : ppm[story.ordinal()];
            upTo[story.ordinal()] = sum;
        }
    }

    /** What an ordinary day brings: some 94 of 100 planned transactions are plain sales. */
    public static FaultMix realistic() {
        return new FaultMix(
                Arrays.stream(Story.values()).mapToInt(Story::realisticPpm).toArray());
    }

    /** Nothing but clean pairs of a sale and its authorization. */
    public static FaultMix none() {
        return new FaultMix(new int[Story.values().length]);
    }

    /**
     * Reads a mapping of kinds to per mille, for example {@code orphanCapture: 0.5}; kinds not named keep their
     * realistic share.
     *
     * @throws io.qingfen.run.Refusal with every problem of the file
     */
    public static FaultMix read(Path file) {
        List<String> kinds = Arrays.stream(Story.values()).map(Story::key).toList();
        boolean[] ofTransactions = new boolean[kinds.size()];
        for (Story story : Story.values()) {
            ofTransactions[story.ordinal()] = !story.ofBatches();
        }
        return new FaultMix(Shares.read(file, "--faults", kinds, realistic().ppm, ofTransactions));
    }

    /** Whether only clean pairs come out. */
    boolean isNone() {
        return Arrays.stream(ppm).allMatch(share -> share == 0);
    }

    /** The story of a transaction, drawn by a mixed number. */
    Story draw(long mixed) {
        int point = Dice.below(Dice.MILLION, mixed);
        if (point >= share()) {
            return Story.SALE;
        }
        int drawn = 0;
        while (point >= upTo[drawn]) {
            drawn++;
        }
        return STORIES[drawn];
    }

    /** Whether a batch has this fault, drawn by a mixed number. */
    boolean strikes(Story fault, long mixed) {
        return Dice.below(Dice.MILLION, mixed) < ppm[fault.ordinal()];
    }

    private static final Story[] STORIES = Story.values();

    private int share() {
        return upTo[upTo.length - 1];
    }
}

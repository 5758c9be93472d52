package io.qingfen.generator;

/**
 * Pseudo-random numbers that can be re-derived at any place without the numbers before (SplitMix64). Only a seed given
 * by the user ever goes in: never a clock.
 */
final class Dice {
    /** Shares are parts of it. */
    static final int MILLION = 1_000_000;

    private static final long STRIDE = 0x9E3779B97F4A7C15L;
    private long state;

    /** Spreads a number over all 64 bits, one to one. */
    static long mix(long number) {
        long z = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** A number that depends on both. */
    static long mix(long number, long other) {
        return mix(mix(number + STRIDE) + other * STRIDE);
    }

    /** A number from 0 to below the bound, from the upper 32 bits of a mixed one. */
    static int below(int bound, long mixed) {
        return (int) ((mixed >>> 32) * bound >>> 32);
    }

    Dice from(long seed) {
        state = seed;
        return this;
    }

    long next() {
        state += STRIDE;
        return mix(state);
    }

    int below(int bound) {
        return below(bound, next());
    }
}

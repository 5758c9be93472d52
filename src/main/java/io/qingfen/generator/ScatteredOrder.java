package io.qingfen.generator;

/** All numbers below a bound, each once, neighbours far apart: the host does not answer shop by shop. */
final class ScatteredOrder {
    private final int count;
    private final int stride;

    ScatteredOrder(int count) {
        this.count = count;
        int near = Math.max(1, (int) (count * 618L / 1000));
        while (greatestCommonDivisor(near, count) != 1) {
            near++;
        }
        this.stride = near;
    }

    int at(int position) {
        return (int) ((long) position * stride % count);
    }

    /** The position with which a file begins when all are divided among so many. */
    int first(int file, int files) {
        return (int) ((long) count * file / files);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}

package io.qingfen.settlement;

import java.util.Arrays;

/** The amounts of a position by line, minor units, + = owed to the merchant. Immutable; sums are exact. */
public final class Lines {
    public static final Lines NONE = new Lines(new long[Line.values().length]);

    private final long[] minor;

    private Lines(long[] minor) {
        this.minor = minor;
    }

    /** These lines with this much more on one of them. */
    public Lines plus(Line line, long amountMinor) {
        long[] changed = minor.clone();
        changed[line.ordinal()] = Math.addExact(changed[line.ordinal()], amountMinor);
        return new Lines(changed);
    }

    public long of(Line line) {
        return minor[line.ordinal()];
    }

    /** The sum of all lines. */
    public long net() {
        long net = 0;
        for (long amount : minor) {
            net = Math.addExact(net, amount);
        }
        return net;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lines lines && Arrays.equals(minor, lines.minor);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(minor);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Line line : Line.values()) {
            if (of(line) != 0) {
                text.append(text.isEmpty() ? "" : ", ").append(line).append(' ').append(of(line));
            }
        }
        return text.toString();
    }
}

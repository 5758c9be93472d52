package io.qingfen.control;

/** A count and an amount in minor units of one currency. */
public record Tally(long count, long minor) {
    public static final Tally NOTHING = new Tally(0, 0);

    public Tally plus(Tally other) {
        return new Tally(Math.addExact(count, other.count), Math.addExact(minor, other.minor));
    }

    public Tally negated() {
        return new Tally(Math.negateExact(count), Math.negateExact(minor));
    }
}

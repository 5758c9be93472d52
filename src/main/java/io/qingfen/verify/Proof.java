package io.qingfen.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One check while it is made: counts what it compares and keeps the first differences. */
public final class Proof {
    private static final int MOST = 20;
    private final String name;
    private final List<String> differences = new ArrayList<>();
    private long compared;
    private long red;

    public Proof(String name) {
        this.name = name;
    }

    public void looked() {
        compared++;
    }

    /** A difference: where, and what both sides say. */
    public void red(String difference) {
        red++;
        if (differences.size() < MOST) {
            differences.add(difference);
        }
    }

    /** Counts, and is red where both differ. Null is nothing at all. */
    public void same(String place, String what, Object says, Object should) {
        looked();
        if (!Objects.equals(text(says), text(should))) {
            red(place + " " + what + ": is " + shown(says) + ", should be " + shown(should));
        }
    }

    /** Counts, and is red where it does not hold. */
    public void holds(boolean holds, String otherwise) {
        looked();
        if (!holds) {
            red(otherwise);
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    static String shown(Object value) {
        return value == null ? "nothing" : "'" + value + "'";
    }

    public Check check() {
        return new Check(name, compared, red, differences, 0);
    }
}

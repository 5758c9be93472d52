package io.qingfen.run;

/**
 * Places where a test can strike: kill the process, fail, wait, lose the reply to a commit. The delivered program only
 * has the places. What strikes there is a class of the tests, which no delivered jar holds, so that no property, no
 * setting and no mistake can switch it on; without that class a place is one look at a constant that is null.
 */
public final class FaultPoint {
    /** Exit status of a halted process, as a shell reports {@code kill -9}. */
    public static final int HALTED = 137;

    private static final Faults FAULTS = ofTheTests();

    private FaultPoint() {}

    /** What strikes. */
    @FunctionalInterface
    public interface Faults {
        /**
         * @param point the place, the same at every pass: {@code settleMerchants:before-commit}
         * @param what what it is about: the name of a partition's execution or of a file, else empty
         */
        void at(String point, String what);
    }

    public static void reach(String point) {
        reach(point, "");
    }

    public static void reach(String point, String what) {
        if (FAULTS != null) {
            FAULTS.at(point, what);
        }
    }

    /** Whether this program holds a class that strikes. */
    public static boolean canStrike() {
        return FAULTS != null;
    }

    private static Faults ofTheTests() {
        try {
            return (Faults) Class.forName("io.qingfen.faults.PlannedFaults")
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException delivered) {
            return null;
        }
    }
}

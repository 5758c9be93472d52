package io.qingfen.health;

/**
 * What one probe found.
 *
 * @param what what was seen
 * @param why why it matters; empty when all is well
 * @param next what to do; empty when nothing is to be done
 */
public record Finding(String probe, Level level, String what, String why, String next) {
    /** How bad it is: a night will run, somebody should look soon, a night or its promises will break. */
    public enum Level {
        OK,
        WARN,
        FAIL
    }

    public static Finding ok(String probe, String what) {
        return new Finding(probe, Level.OK, what, "", "");
    }

    public static Finding warn(String probe, String what, String why, String next) {
        return new Finding(probe, Level.WARN, what, why, next);
    }

    public static Finding fail(String probe, String what, String why, String next) {
        return new Finding(probe, Level.FAIL, what, why, next);
    }
}

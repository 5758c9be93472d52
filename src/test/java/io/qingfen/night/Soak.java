package io.qingfen.night;

import io.qingfen.TestDatabase;

/** What {@code ops/soak} asks of the tests; without it they do one round, always the same. */
final class Soak {
    private static final String ASKED = System.getProperty("qingfen.soak.seed");
    private static final String DATABASE = System.getProperty("qingfen.soak.database", "both");

    /** Of everything that a test throws dice for. */
    static final long SEED = ASKED == null ? 20260302 : Long.parseLong(ASKED);

    private Soak() {}

    static boolean isOn() {
        return ASKED != null;
    }

    static boolean wants(TestDatabase database) {
        return DATABASE.equals("both") || DATABASE.equalsIgnoreCase(database.name());
    }
}

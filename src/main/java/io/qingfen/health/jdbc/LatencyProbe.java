package io.qingfen.health.jdbc;

import io.qingfen.health.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Which database answers, and how long a round trip takes: the median of several, the first left out. */
record LatencyProbe(LongSupplier nanos) {
    private static final int TRIPS = 9;
    private static final long SLOW_MICROS = 20_000;
    private static final int OLDEST_POSTGRESQL = 14;

    Finding look(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseProductVersion();
        Asked.text(connection, "select 1");
        long[] trips = new long[TRIPS];
        for (int trip = 0; trip < TRIPS; trip++) {
            long begin = nanos.getAsLong();
            Asked.text(connection, "select 1");
            trips[trip] = nanos.getAsLong() - begin;
        }
        Arrays.sort(trips);
        boolean postgres = version.startsWith("PostgreSQL");
        int major = connection.getMetaData().getDatabaseMajorVersion();
        return judged(version, trips[TRIPS / 2] / 1000, postgres && major < OLDEST_POSTGRESQL);
    }

    static Finding judged(String version, long micros, boolean old) {
        String what = String.format(Locale.ROOT, "%s, a round trip takes %.2f ms", version, micros / 1000.0);
        if (old) {
            return Finding.warn(
                    BooksProbes.DATABASE,
                    what,
                    "its makers mend releases before " + OLDEST_POSTGRESQL + " no more, and Qingfen is tested on 18",
                    "plan the change to a newer release");
        }
        if (micros > SLOW_MICROS) {
            return Finding.warn(
                    BooksProbes.DATABASE,
                    what,
                    "a night makes thousands of round trips and becomes as slow as they are",
                    "run Qingfen near its database, or look for what slows the network or the server");
        }
        return Finding.ok(BooksProbes.DATABASE, what);
    }
}

package io.qingfen.health.jdbc;

import io.qingfen.health.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** The clock of this machine against the database's, taken at the middle of the question. */
record ClockProbe(Clock clock) {
    private static final String PROBE = "clock";
    private static final Duration LITTLE = Duration.ofSeconds(2);
    private static final Duration MUCH = Duration.ofMinutes(5);

    Finding look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Instant before = clock.instant();
            try (ResultSet row = statement.executeQuery("select current_timestamp")) {
                row.next();
                Instant books = row.getObject(1, OffsetDateTime.class).toInstant();
                Instant middle =
                        before.plus(Duration.between(before, clock.instant()).dividedBy(2));
                return judged(Duration.between(books, middle));
            }
        }
    }

    static Finding judged(Duration ahead) {
        String side = ahead.isNegative() ? "behind" : "ahead of";
        String what =
                String.format(Locale.ROOT, "%.1f s %s the database", ahead.abs().toMillis() / 1000.0, side);
        if (ahead.abs().compareTo(LITTLE) <= 0) {
            return Finding.ok(PROBE, what);
        }
        String why = "lease and audit go by the database's clock, schedule and deadlines by this machine's";
        String next = "set both clocks by the same time service (chronyc tracking, timedatectl)";
        return ahead.abs().compareTo(MUCH) <= 0
                ? Finding.warn(PROBE, what, why, next)
                : Finding.fail(PROBE, what, why, next);
    }
}

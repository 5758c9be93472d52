package io.qingfen.health.jdbc;

import io.qingfen.health.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Who may run a night at this moment. */
final class LeaseProbe {
    private static final String PROBE = "lease";

    /** As of the lease itself, when nobody changed it. */
    private static final long STALE_SECONDS = 30;

    private LeaseProbe() {}

    static Finding look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select holder, business_date, extract(epoch from current_timestamp - heartbeat_at) from run_lease"
                                + " where name = 'nightly-settlement'")) {
            if (!row.next()) {
                return Finding.fail(
                        PROBE,
                        "the row of the lease is missing",
                        "no run can begin without it",
                        "somebody deleted it from run_lease: restore the database from its last backup");
            }
            return judged(row.getString(1), row.getString(2), row.getLong(3));
        }
    }

    static Finding judged(String holder, String businessDate, long age) {
        if (holder == null) {
            return Finding.ok(PROBE, "free");
        }
        String what = "held by " + holder + " for " + businessDate + ", last heartbeat " + age + " s ago";
        return age <= STALE_SECONDS
                ? Finding.ok(PROBE, what)
                : Finding.warn(
                        PROBE,
                        what,
                        "its process died, hangs or has lost the database",
                        "when that process is gone: qingfen restart --date " + businessDate
                                + " (it takes the lease over by itself)");
    }
}

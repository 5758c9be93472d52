package io.qingfen.health.jdbc;

import io.qingfen.health.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether a commit that was acknowledged is kept when the power goes, and what transactions see of each other. */
final class DurabilityProbe {
    private static final String COMMITS = "commits";
    private static final String ISOLATION = "isolation";

    private DurabilityProbe() {}

    static List<Finding> ofH2(Connection connection) throws SQLException {
        String delay = Asked.text(
                connection, "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'");
        return List.of(h2(delay), isolation(connection));
    }

    static List<Finding> ofPostgres(Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            settings.put(name, Asked.text(connection, "select current_setting('" + name + "')"));
        }
        return List.of(postgres(settings), isolation(connection));
    }

    static Finding h2(String writeDelay) {
        String what = "WRITE_DELAY=" + writeDelay;
        return writeDelay.equals("0")
                ? Finding.ok(COMMITS, what + ": each is written at once")
                : Finding.fail(
                        COMMITS,
                        what,
                        "acknowledged commits are lost when the process is killed",
                        "take WRITE_DELAY out of the address in QINGFEN_DB_URL or qingfen.yml; Qingfen adds the right one");
    }

    static Finding postgres(Map<String, String> settings) {
        List<String> off = settings.entrySet().stream()
                .filter(setting -> setting.getValue().equals("off"))
                .map(Map.Entry::getKey)
                .toList();
        String what = settings.toString().replaceAll("[{}]", "");
        if (off.isEmpty()) {
            return Finding.ok(COMMITS, what);
        }
        String why = "a commit that was acknowledged may be lost or torn when power or server fail";
        String next =
                "set " + String.join(", ", off) + " to on in postgresql.conf (or for the role), reload the server";
        return off.equals(List.of("full_page_writes"))
                ? Finding.warn(COMMITS, what, why, next)
                : Finding.fail(COMMITS, what, why, next);
    }

    private static Finding isolation(Connection connection) throws SQLException {
        return isolation(connection.getTransactionIsolation());
    }

    static Finding isolation(int level) {
        return level == Connection.TRANSACTION_READ_COMMITTED
                ? Finding.ok(ISOLATION, "read committed")
                : Finding.fail(
                        ISOLATION,
                        "level " + level + " of JDBC instead of read committed",
                        "what protects one run from another is reckoned for read committed",
                        "find out what changes the isolation of this role or address, and take it back");
    }
}

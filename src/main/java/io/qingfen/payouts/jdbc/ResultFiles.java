package io.qingfen.payouts.jdbc;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table payout_result_file: result files that were taken. */
@Component
public class ResultFiles {
    private final JdbcClient jdbc;

    ResultFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file that was taken; one that is not archived yet was left by a process that died. */
    public record Known(String name, String sha256, boolean archived) {}

    public Optional<Known> bySha256(String sha256) {
        return find("sha256", sha256);
    }

    public Optional<Known> byName(String name) {
        return find("file_name", name);
    }

    private Optional<Known> find(String column, String value) {
        return jdbc.sql("select file_name, sha256, archived from payout_result_file where " + column + " = ?")
                .param(value)
                .query((row, n) -> new Known(row.getString(1), row.getString(2), row.getBoolean(3)))
                .optional();
    }

    public void add(String name, String sha256, long bytes, int results, int changed, int cases) {
        jdbc.sql("insert into payout_result_file (sha256, file_name, size_bytes, taken_at, results, changed, cases,"
                        + " archived) values (?, ?, ?, current_timestamp, ?, ?, ?, false)")
                .params(sha256, name, bytes, results, changed, cases)
                .update();
    }

    public void archived(String sha256) {
        jdbc.sql("update payout_result_file set archived = true where sha256 = ?")
                .param(sha256)
                .update();
    }

    /** The date whose night will take over what is found now: the one after the last in the books. */
    public Optional<LocalDate> nextDate() {
        return jdbc.sql("select max(business_date) from business_day")
                .query(LocalDate.class)
                .optional()
                .map(last -> last.plusDays(1));
    }
}

package io.qingfen.schedule.jdbc;

import io.qingfen.schedule.JobStarts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table job_start. */
@Component
class StoredJobStarts implements JobStarts {
    private static final int LONGEST = 4000;
    private final JdbcClient jdbc;

    StoredJobStarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Seen> last(String job) {
        return jdbc.sql("select start_at, ended_at, outcome, detail from job_start where job = ?")
                .param(job)
                .query(StoredJobStarts::seen)
                .optional();
    }

    @Override
    public void seen(String job, Instant startAt, String outcome, String detail) {
        OffsetDateTime start = OffsetDateTime.ofInstant(startAt, ZoneOffset.UTC);
        String kept = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST);
        int updated = jdbc.sql("update job_start set start_at = ?, ended_at = current_timestamp, outcome = ?,"
                        + " detail = ? where job = ? and start_at <= ?")
                .params(start, outcome, kept, job, start)
                .update();
        if (updated == 0) {
            insert(job, start, outcome, kept);
        }
    }

    private void insert(String job, OffsetDateTime start, String outcome, String detail) {
        try {
            jdbc.sql("insert into job_start (job, start_at, ended_at, outcome, detail)"
                            + " select ?, cast(? as timestamp(6) with time zone), current_timestamp, ?, ?"
                            + " where not exists (select 1 from job_start where job = ?)")
                    .params(job, start, outcome, detail, job)
                    .update();
        } catch (DuplicateKeyException anotherProcess) {
            // It has seen to the same start.
            return;
        }
    }

    private static Seen seen(ResultSet row, int number) throws SQLException {
        return new Seen(
                row.getObject("start_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                row.getString("outcome"),
                row.getString("detail"));
    }
}

package io.qingfen.schedule.jdbc;

import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.JobStops;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Table job_stop. */
@Component
class StoredJobStops implements JobStops {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transaction;

    StoredJobStops(JdbcClient jdbc, Audit audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Stop> inForce(String job, Instant now) {
        return jdbc.sql("select stop_no, job, business_date, reason, until_at, placed_by, placed_at from job_stop"
                        + " where job = ? and ended_by is null and (until_at is null or until_at > ?)"
                        + " order by stop_no")
                .params(job, time(now))
                .query(StoredJobStops::stop)
                .list();
    }

    @Override
    public Stop place(
            Actor who,
            String job,
            Optional<LocalDate> businessDate,
            String reason,
            Optional<Instant> until,
            Instant now) {
        String why = FreeText.reason(reason);
        try {
            return transaction.execute(status -> {
                find(job, businessDate, now).ifPresent(same -> {
                    throw new Refusal(Exit.REFUSED, already(same));
                });
                add(who, job, businessDate, why, until);
                record(who, businessDate.isPresent() ? "jobs.skip" : "jobs.pause", job, businessDate, why, until);
                return find(job, businessDate, now).orElseThrow();
            });
        } catch (DuplicateKeyException sameMoment) {
            throw new Refusal(
                    Exit.TRANSIENT,
                    "job " + job + ": somebody else changed the schedule at the same moment; type the command again");
        }
    }

    private static String already(Stop same) {
        String what = same.businessDate()
                .map(date -> "business date " + date + " is skipped")
                .orElse("is paused");
        return "job " + same.job() + ": " + what + " already, by " + same.placedBy() + ": " + same.reason()
                + "; see it: qingfen jobs list";
    }

    private void add(Actor who, String job, Optional<LocalDate> date, String reason, Optional<Instant> until) {
        jdbc.sql("insert into job_stop (stop_no, job, business_date, reason, until_at, placed_by, placed_at)"
                        + " select coalesce(max(stop_no), 0) + 1, ?, cast(? as date), ?,"
                        + " cast(? as timestamp(6) with time zone), ?, current_timestamp from job_stop")
                .params(
                        job,
                        date.orElse(null),
                        reason,
                        until.map(StoredJobStops::time).orElse(null),
                        who.name())
                .update();
    }

    @Override
    public Stop end(Actor who, String job, Optional<LocalDate> businessDate, String reason, Instant now) {
        String why = FreeText.reason(reason);
        return transaction.execute(status -> {
            Stop found = find(job, businessDate, now)
                    .orElseThrow(() -> new Refusal(
                            Exit.REFUSED,
                            "job " + job + ": "
                                    + businessDate
                                            .map(date -> "business date " + date + " is not skipped")
                                            .orElse("is not paused")
                                    + "; see what is: qingfen jobs list"));
            int ended = jdbc.sql("update job_stop set ended_by = ?, end_reason = ?, ended_at = current_timestamp"
                            + " where stop_no = ? and ended_by is null")
                    .params(who.name(), why, found.number())
                    .update();
            if (ended == 0) {
                throw new Refusal(
                        Exit.REFUSED, "job " + job + ": somebody else ended it meanwhile; see: qingfen jobs list");
            }
            record(who, "jobs.resume", job, businessDate, why, Optional.empty());
            return found;
        });
    }

    private Optional<Stop> find(String job, Optional<LocalDate> date, Instant now) {
        return inForce(job, now).stream()
                .filter(stop -> stop.businessDate().equals(date))
                .findFirst();
    }

    private void record(
            Actor who, String action, String job, Optional<LocalDate> date, String reason, Optional<Instant> until) {
        String subject = job + date.map(one -> " " + one).orElse("");
        audit.record(
                who, action, subject, until.map(end -> "until " + end + ": ").orElse("") + reason);
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Stop stop(ResultSet row, int number) throws SQLException {
        return new Stop(
                row.getLong("stop_no"),
                row.getString("job"),
                Optional.ofNullable(row.getObject("business_date", LocalDate.class)),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("until_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new Actor(row.getString("placed_by")),
                row.getObject("placed_at", OffsetDateTime.class).toInstant());
    }
}

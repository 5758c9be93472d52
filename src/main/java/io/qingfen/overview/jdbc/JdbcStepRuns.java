package io.qingfen.overview.jdbc;

import io.qingfen.overview.NightAccount.Day;
import io.qingfen.overview.NightAccounts.Position;
import io.qingfen.overview.NightAccounts.StepRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the job repository and the partitions done: which steps ran when, and how far the running one is. */
@Component
class JdbcStepRuns {
    private final JdbcClient jdbc;

    JdbcStepRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Every attempt of every step of the date's last run; partitions of a step are rows of their own there and are left
     * out here. Whoever runs a date again gives the job a parameter that names the generation.
     */
    List<StepRun> of(LocalDate date) {
        return jdbc.sql("""
                        select s.step_name, s.status, s.start_time, s.end_time from batch_step_execution s
                        where s.step_name not like '%:%' and s.start_time is not null and s.job_execution_id in (
                            select p.job_execution_id from batch_job_execution_params p
                            where p.parameter_name = 'businessDate' and p.parameter_value = ?
                            and coalesce((select g.parameter_value from batch_job_execution_params g
                                           where g.job_execution_id = p.job_execution_id
                                             and g.parameter_name = 'generation'), '1')
                              = coalesce((select cast(d.generation as varchar) from business_day d
                                           where d.business_date = ?), '1'))
                        order by s.step_execution_id""")
                .params(date.toString(), date)
                .query(JdbcStepRuns::stepRun)
                .list();
    }

    private static StepRun stepRun(ResultSet row, int no) throws SQLException {
        return new StepRun(
                row.getString(1), row.getString(2), instant(row.getTimestamp(3)), instant(row.getTimestamp(4)));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** The step the date is in, or stopped in; empty for a closed date, one that has left, and one whose results are being set aside. */
    String stage(Day day) {
        if (Set.of("CLOSED", "SUPERSEDING", "RETIRED").contains(day.state())) {
            return "";
        }
        List<StepRun> runs = of(day.date());
        return runs.isEmpty() ? "" : runs.get(runs.size() - 1).step();
    }

    Optional<Position> position(LocalDate date) {
        List<StepRun> runs = of(date);
        if (runs.isEmpty() || runs.get(runs.size() - 1).ended() != null) {
            return Optional.empty();
        }
        StepRun running = runs.get(runs.size() - 1);
        return Optional.of(new Position(
                running.step(),
                running.started(),
                count("select count(*) from partition_done where business_date = ? and step = ?", date, running.step()),
                count(
                        "select count(*) from partition_done where business_date = ? and step = ? and done_at >= ?",
                        date,
                        running.step(),
                        OffsetDateTime.ofInstant(running.started(), ZoneOffset.UTC)),
                partitions(date, running.step()),
                count("select coalesce(sum(line_count), 0) from input_file where business_date = ?", date)));
    }

    private long partitions(LocalDate date, String step) {
        return switch (step) {
            case "routeRecords" -> count("select count(*) from intake_chunk where business_date = ?", date);
            case "clearTerminals" ->
                count("select coalesce(max(ranges), 0) from business_day where business_date = ?", date);
            default -> 0;
        };
    }

    private long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }
}

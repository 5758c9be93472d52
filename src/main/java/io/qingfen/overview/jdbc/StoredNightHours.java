package io.qingfen.overview.jdbc;

import io.qingfen.overview.NightHours;
import io.qingfen.run.OnlyServing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tables business_day, payout and the job repository. */
@OnlyServing
@Component
class StoredNightHours implements NightHours {
    private static final int NIGHTS = 5;
    private final JdbcClient jdbc;

    StoredNightHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<LocalDate, Hours> since(LocalDate date) {
        Map<LocalDate, long[]> payouts = payouts(date);
        Map<LocalDate, Hours> hours = new LinkedHashMap<>();
        jdbc.sql("select business_date, opened_at, closed_at from business_day where business_date >= ? "
                        + "order by business_date")
                .param(date)
                .query(row -> {
                    LocalDate day = row.getObject(1, LocalDate.class);
                    long[] counts = payouts.getOrDefault(day, new long[2]);
                    hours.put(day, new Hours(instant(row, 2), instant(row, 3), counts[1], counts[0]));
                });
        return hours;
    }

    /** Of each date how many there are, and how many of them nobody has released. */
    private Map<LocalDate, long[]> payouts(LocalDate date) {
        Map<LocalDate, long[]> payouts = new HashMap<>();
        jdbc.sql("select business_date, count(*), sum(case when state = 'PREPARED' then 1 else 0 end) from payout "
                        + "where business_date >= ? group by business_date")
                .param(date)
                .query(row -> {
                    payouts.put(row.getObject(1, LocalDate.class), new long[] {row.getLong(2), row.getLong(3)});
                });
        return payouts;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public Map<String, Duration> usual(LocalDate before) {
        List<String> dates = jdbc
                .sql("select business_date from business_day where state = 'CLOSED' and business_date < ? "
                        + "order by business_date desc limit " + NIGHTS)
                .param(before)
                .query(LocalDate.class)
                .list()
                .stream()
                .map(LocalDate::toString)
                .toList();
        Map<String, List<Duration>> took = new HashMap<>();
        if (!dates.isEmpty()) {
            addTo(took, dates);
        }
        Map<String, Duration> usual = new HashMap<>();
        took.forEach((step, times) -> usual.put(step, median(times)));
        return usual;
    }

    private void addTo(Map<String, List<Duration>> took, List<String> dates) {
        jdbc.sql("select s.step_name, s.start_time, s.end_time from batch_step_execution s "
                        + "join batch_job_execution_params p on p.job_execution_id = s.job_execution_id "
                        + "where p.parameter_name = 'businessDate' and p.parameter_value in (:dates) "
                        + "and s.status = 'COMPLETED' and s.step_name not like '%:%'")
                .param("dates", dates)
                .query(row -> {
                    took.computeIfAbsent(row.getString(1), step -> new ArrayList<>())
                            .add(Duration.between(
                                    row.getTimestamp(2).toInstant(),
                                    row.getTimestamp(3).toInstant()));
                });
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}

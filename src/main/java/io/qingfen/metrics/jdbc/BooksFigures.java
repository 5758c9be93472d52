package io.qingfen.metrics.jdbc;

import io.qingfen.metrics.Figure;
import io.qingfen.metrics.Figures;
import io.qingfen.metrics.Metric;
import io.qingfen.reference.CurrentReference;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever ran the night, its facts are in the tables; each query reads sums or one date. */
@Component
@OnlyServing
class BooksFigures implements Figures {
    private static final String JOB = "nightly-settlement";
    private static final List<String> STATES = List.of("OPEN", "FAILED", "CLOSED", "SUPERSEDING", "RETIRED");
    private static final int DAYS_OF_PAYOUTS = 60;
    private static final int STALE_SECONDS = 30;

    private final JdbcClient jdbc;
    private final CurrentReference reference;
    private final Clock clock;

    @Autowired
    BooksFigures(JdbcClient jdbc, CurrentReference reference) {
        this(jdbc, reference, Clock.systemUTC());
    }

    BooksFigures(JdbcClient jdbc, CurrentReference reference, Clock clock) {
        this.jdbc = jdbc;
        this.reference = reference;
        this.clock = clock;
    }

    @Override
    public List<Figure> read() {
        List<Figure> figures = new ArrayList<>();
        LocalDate today = LocalDate.now(clock.withZone(zone()));
        Optional<LocalDate> closed = date("select max(business_date) from business_day where state = 'CLOSED'");
        closed.ifPresent(date -> ofClosedDate(figures, date, today));
        ofLastDate(figures);
        ofJobsOfTheDay(figures);
        figures.add(one(
                Metric.DATES_LATE,
                count("select count(*) from job_state s where s.topic = 'TIME' and s.state = 'LATE' and not exists"
                        + " (select 1 from business_day d where d.business_date = s.business_date"
                        + " and d.state = 'CLOSED')")));
        figures.add(one(
                Metric.DATES_WAITING_FOR_FILES,
                count("select count(*) from job_state where topic = 'FILES' and state = 'WAITING_FOR_FILES'")));
        ofCases(figures, today);
        ofPayouts(figures, today);
        ofLease(figures);
        figures.add(one(Metric.CLOCK_OFFSET_SECONDS, clockOffset()));
        figures.add(one(
                Metric.NOTIFICATIONS_PENDING,
                count("select count(*) from notification_delivery where state = 'PENDING'")));
        figures.add(one(
                Metric.NOTIFICATIONS_GIVEN_UP,
                count("select count(*) from notification_delivery where state = 'GIVEN_UP'")));
        return figures;
    }

    /** Of the settings; while they are wrong, of the machine. */
    private ZoneId zone() {
        try {
            return reference.settings().zone();
        } catch (Refusal wrongSettings) {
            return ZoneId.systemDefault();
        }
    }

    private void ofClosedDate(List<Figure> figures, LocalDate date, LocalDate today) {
        OffsetDateTime at = jdbc.sql("select max(closed_at) from business_day where state = 'CLOSED'")
                .query(OffsetDateTime.class)
                .single();
        figures.add(new Figure(Metric.JOB_LAST_SUCCESS_TIMESTAMP_SECONDS, Map.of("job", JOB), at.toEpochSecond()));
        figures.add(one(
                Metric.LAST_CLOSED_DATE_TIMESTAMP_SECONDS,
                date.atStartOfDay(ZoneOffset.UTC).toEpochSecond()));
        figures.add(one(Metric.BACKLOG_DATES, Math.max(0, ChronoUnit.DAYS.between(date, today) - 1)));
        ofStages(figures, date);
        jdbc.sql("select measure, currency, sum(item_count), sum(amount_minor) from night_total"
                        + " where business_date = ? group by measure, currency")
                .param(date)
                .query(row -> {
                    Map<String, String> labels = Map.of("measure", row.getString(1), "currency", row.getString(2));
                    figures.add(new Figure(Metric.NIGHT_ITEMS, labels, row.getBigDecimal(3)));
                    figures.add(new Figure(Metric.NIGHT_AMOUNT_MINOR, labels, row.getBigDecimal(4)));
                });
        jdbc.sql("select currency, count(*), sum(amount_minor) from payout where business_date = ? group by currency")
                .param(date)
                .query(row -> {
                    Map<String, String> labels = Map.of("currency", row.getString(1));
                    figures.add(new Figure(Metric.NIGHT_PAYOUTS, labels, row.getLong(2)));
                    figures.add(new Figure(Metric.NIGHT_PAYOUTS_MINOR, labels, row.getBigDecimal(3)));
                });
    }

    /** Partitions are rows of their own there, with a colon in their names. */
    private void ofStages(List<Figure> figures, LocalDate date) {
        jdbc.sql("select s.step_name, max(extract(epoch from s.end_time - s.start_time)) from batch_step_execution s"
                        + " where s.step_name not like '%:%' and s.end_time is not null and s.job_execution_id in"
                        + " (select p.job_execution_id from batch_job_execution_params p"
                        + " where p.parameter_name = 'businessDate' and p.parameter_value = ?) group by s.step_name")
                .param(date.toString())
                .query(row -> {
                    figures.add(new Figure(
                            Metric.STAGE_DURATION_SECONDS, Map.of("stage", row.getString(1)), row.getBigDecimal(2)));
                });
    }

    private void ofLastDate(List<Figure> figures) {
        String state = jdbc.sql("select state from business_day order by business_date desc fetch first 1 rows only")
                .query(String.class)
                .optional()
                .orElse("");
        for (String one : STATES) {
            figures.add(new Figure(
                    Metric.RUN_STATE,
                    Map.of("job", JOB, "state", one.toLowerCase(java.util.Locale.ROOT)),
                    one.equals(state) ? 1 : 0));
        }
        figures.add(one(
                Metric.CONTROLS_OPEN,
                count("select count(*) from control_total where not closed"
                        + " and business_date = (select max(business_date) from business_day)")));
        figures.add(one(
                Metric.PROOFS_FAILED,
                count("select count(*) from batch_step_execution where step_name = 'proveBooks'"
                        + " and status = 'FAILED'")));
    }

    /** Of the night the books of its dates tell; of other jobs their last start by the schedule. */
    private void ofJobsOfTheDay(List<Figure> figures) {
        jdbc.sql("select job, ended_at from job_start where outcome = 'DONE' and job <> ?")
                .param(JOB)
                .query(row -> {
                    long at = row.getObject(2, OffsetDateTime.class).toEpochSecond();
                    figures.add(
                            new Figure(Metric.JOB_LAST_SUCCESS_TIMESTAMP_SECONDS, Map.of("job", row.getString(1)), at));
                });
    }

    private void ofCases(List<Figure> figures, LocalDate today) {
        jdbc.sql("select kind, count(*) from review_case where closed_on is null group by kind")
                .query(row -> {
                    figures.add(new Figure(Metric.CASES_OPEN, Map.of("kind", row.getString(1)), row.getLong(2)));
                });
        jdbc.sql("select currency, sum(exposure_minor) from review_case where closed_on is null group by currency")
                .query(row -> {
                    figures.add(new Figure(
                            Metric.CASES_OPEN_MINOR, Map.of("currency", row.getString(1)), row.getBigDecimal(2)));
                });
        Optional<LocalDate> oldest = date("select min(opened_on) from review_case where closed_on is null");
        figures.add(one(Metric.CASES_OLDEST_AGE_DAYS, days(oldest, today)));
    }

    private void ofPayouts(List<Figure> figures, LocalDate today) {
        LocalDate from = today.minusDays(DAYS_OF_PAYOUTS);
        jdbc.sql("select currency, count(*), sum(amount_minor) from payout where state = 'PREPARED'"
                        + " and business_date >= ? group by currency")
                .param(from)
                .query(row -> {
                    Map<String, String> labels = Map.of("currency", row.getString(1));
                    figures.add(new Figure(Metric.PAYOUTS_WAITING, labels, row.getLong(2)));
                    figures.add(new Figure(Metric.PAYOUTS_WAITING_MINOR, labels, row.getBigDecimal(3)));
                });
        Optional<LocalDate> oldest =
                date("select min(business_date) from payout where state = 'PREPARED' and business_date >= ?", from);
        figures.add(one(Metric.PAYOUTS_WAITING_OLDEST_DAYS, days(oldest, today)));
    }

    private void ofLease(List<Figure> figures) {
        BigDecimal age = jdbc.sql("select extract(epoch from current_timestamp - heartbeat_at) as age from run_lease"
                        + " where name = ? and holder is not null")
                .param(JOB)
                .query((row, no) -> row.getBigDecimal("age"))
                .optional()
                .orElse(null);
        String state = age == null ? "free" : age.intValue() > STALE_SECONDS ? "stale" : "held";
        for (String one : List.of("free", "held", "stale")) {
            figures.add(new Figure(Metric.LEASE_STATE, Map.of("state", one), one.equals(state) ? 1 : 0));
        }
        figures.add(one(Metric.LEASE_AGE_SECONDS, age == null ? BigDecimal.ZERO : age));
    }

    /** In thousandths; what the answer takes on its way is part of it. */
    private BigDecimal clockOffset() {
        Instant there = jdbc.sql("select current_timestamp")
                .query((row, no) -> row.getObject(1, OffsetDateTime.class))
                .single()
                .toInstant();
        return BigDecimal.valueOf(Duration.between(clock.instant(), there).toMillis(), 3);
    }

    private static long days(Optional<LocalDate> from, LocalDate today) {
        return from.map(date -> Math.max(0, ChronoUnit.DAYS.between(date, today)))
                .orElse(0L);
    }

    private static Figure one(Metric metric, Number value) {
        return new Figure(metric, Map.of(), value);
    }

    private Optional<LocalDate> date(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, no) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

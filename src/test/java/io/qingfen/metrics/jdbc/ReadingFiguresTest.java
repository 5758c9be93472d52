package io.qingfen.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.metrics.Figure;
import io.qingfen.metrics.Metric;
import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class ReadingFiguresTest {
    /** 04:00 of Thursday in Shanghai. */
    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-03-04T20:00:00Z"), ZoneOffset.UTC);

    private final JdbcClient jdbc;

    ReadingFiguresTest(TestDatabase database) {
        jdbc = JdbcClient.create(database.fresh());
    }

    @Test
    void newBooksHaveNoSuccessToTellOf() {
        List<Figure> figures = read();

        assertThat(figures)
                .extracting(Figure::metric)
                .doesNotContain(Metric.JOB_LAST_SUCCESS_TIMESTAMP_SECONDS, Metric.BACKLOG_DATES);
        assertThat(value(figures, Metric.LEASE_STATE, Map.of("state", "free"))).contains(1L);
        assertThat(value(figures, Metric.PROOFS_FAILED, Map.of())).contains(0L);
    }

    @Test
    void aClosedDateAndTheOneThatFailedAfterIt() {
        night();
        List<Figure> figures = read();

        assertThat(value(figures, Metric.JOB_LAST_SUCCESS_TIMESTAMP_SECONDS, Map.of("job", "nightly-settlement")))
                .contains(Instant.parse("2026-03-03T03:00:00Z").getEpochSecond());
        assertThat(value(figures, Metric.LAST_CLOSED_DATE_TIMESTAMP_SECONDS, Map.of()))
                .contains(Instant.parse("2026-03-02T00:00:00Z").getEpochSecond());
        assertThat(value(figures, Metric.BACKLOG_DATES, Map.of()))
                .as("the 3rd and the 4th")
                .contains(2L);
        assertThat(state(figures, "failed")).contains(1L);
        assertThat(state(figures, "closed")).contains(0L);
        assertThat(value(figures, Metric.NIGHT_ITEMS, Map.of("measure", "CAPTURES_SETTLED", "currency", "CNY")))
                .contains(5L);
        assertThat(value(figures, Metric.NIGHT_AMOUNT_MINOR, Map.of("measure", "CAPTURES_SETTLED", "currency", "CNY")))
                .contains(300L);
        assertThat(value(figures, Metric.CONTROLS_OPEN, Map.of())).contains(1L);
        assertThat(value(figures, Metric.DATES_LATE, Map.of())).contains(1L);
        assertThat(value(figures, Metric.DATES_WAITING_FOR_FILES, Map.of())).contains(1L);
    }

    @Test
    void whatWaitsForPeople() {
        night();
        List<Figure> figures = read();

        assertThat(value(figures, Metric.PAYOUTS_WAITING, Map.of("currency", "CNY")))
                .contains(1L);
        assertThat(value(figures, Metric.PAYOUTS_WAITING_MINOR, Map.of("currency", "CNY")))
                .contains(777L);
        assertThat(value(figures, Metric.PAYOUTS_WAITING_OLDEST_DAYS, Map.of())).contains(3L);
        assertThat(value(figures, Metric.NIGHT_PAYOUTS, Map.of("currency", "CNY")))
                .contains(1L);
        assertThat(value(figures, Metric.CASES_OPEN, Map.of("kind", "ORPHAN_CAPTURE")))
                .contains(1L);
        assertThat(value(figures, Metric.CASES_OPEN_MINOR, Map.of("currency", "CNY")))
                .contains(4500L);
        assertThat(value(figures, Metric.CASES_OLDEST_AGE_DAYS, Map.of())).contains(3L);
    }

    @Test
    void jobsOfTheDayTellTheirLastStartThatWasDone() {
        jdbc.sql("insert into job_start values ('payout-results', current_timestamp,"
                        + " timestamp with time zone '2026-03-03 08:15:00+00:00', 'DONE', ''),"
                        + " ('retention', current_timestamp, current_timestamp, 'FAILED', '')")
                .update();
        List<Figure> figures = read();

        assertThat(value(figures, Metric.JOB_LAST_SUCCESS_TIMESTAMP_SECONDS, Map.of("job", "payout-results")))
                .contains(Instant.parse("2026-03-03T08:15:00Z").getEpochSecond());
        assertThat(value(figures, Metric.JOB_LAST_SUCCESS_TIMESTAMP_SECONDS, Map.of("job", "retention")))
                .isEmpty();
    }

    @Test
    void theLeaseIsHeldOrStale() {
        jdbc.sql("update run_lease set holder = 'h:1', heartbeat_at = current_timestamp - interval '10' second")
                .update();
        assertThat(value(read(), Metric.LEASE_STATE, Map.of("state", "held"))).contains(1L);

        jdbc.sql("update run_lease set heartbeat_at = current_timestamp - interval '90' second")
                .update();
        List<Figure> figures = read();
        assertThat(value(figures, Metric.LEASE_STATE, Map.of("state", "stale"))).contains(1L);
        assertThat(value(figures, Metric.LEASE_AGE_SECONDS, Map.of()).orElseThrow())
                .isBetween(90L, 120L);
    }

    @Test
    void theClockOfTheDatabaseBesideThatOfTheMachine() {
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-90));
        List<Figure> figures = new BooksFigures(jdbc, new Defaults(), behind).read();

        assertThat(value(figures, Metric.CLOCK_OFFSET_SECONDS, Map.of()).orElseThrow())
                .isBetween(89L, 120L);
    }

    @Test
    void stagesOfTheLastClosedDate() {
        night();
        jdbc.sql("insert into batch_job_instance (job_instance_id, version, job_name, job_key) values (1, 0, 'n', 'k')")
                .update();
        jdbc.sql("insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time)"
                        + " values (1, 0, 1, current_timestamp)")
                .update();
        jdbc.sql("insert into batch_job_execution_params (job_execution_id, parameter_name, parameter_type,"
                        + " parameter_value, identifying) values (1, 'businessDate', 'x', '2026-03-02', 'Y')")
                .update();
        step(1, "clearTerminals", "COMPLETED");
        step(2, "clearTerminals:r1", "COMPLETED");
        step(3, "proveBooks", "FAILED");

        List<Figure> figures = read();

        assertThat(value(figures, Metric.STAGE_DURATION_SECONDS, Map.of("stage", "clearTerminals")))
                .contains(90L);
        assertThat(value(figures, Metric.STAGE_DURATION_SECONDS, Map.of("stage", "clearTerminals:r1")))
                .isEmpty();
        assertThat(value(figures, Metric.PROOFS_FAILED, Map.of())).contains(1L);
    }

    private void step(int id, String name, String status) {
        jdbc.sql(
                        "insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,"
                                + " start_time, end_time, status) values (?, 0, ?, 1, current_timestamp,"
                                + " timestamp '2026-03-03 03:00:00', timestamp '2026-03-03 03:01:30', ?)")
                .params(id, name, status)
                .update();
    }

    private void night() {
        jdbc.sql("insert into business_day (business_date, state, opened_at, closed_at) values"
                        + " (date '2026-03-02', 'CLOSED', current_timestamp, timestamp with time zone '2026-03-03 03:00:00+00:00'),"
                        + " (date '2026-03-03', 'FAILED', current_timestamp, null)")
                .update();
        jdbc.sql("insert into night_total values (date '2026-03-02', 's', 'a', 'CAPTURES_SETTLED', 'CNY', 2, 100),"
                        + " (date '2026-03-02', 's', 'b', 'CAPTURES_SETTLED', 'CNY', 3, 200)")
                .update();
        jdbc.sql("insert into control_total values (date '2026-03-03', 1, 'b', 's', 1, 1, 'CNY', 2, 2, false),"
                        + " (date '2026-03-02', 1, 'b', 's', 1, 1, 'CNY', 1, 1, true)")
                .update();
        jdbc.sql(
                        "insert into job_state values ('nightly-settlement', date '2026-03-03', 'TIME', 'LATE', '', current_timestamp),"
                                + " ('nightly-settlement', date '2026-03-02', 'TIME', 'LATE', '', current_timestamp),"
                                + " ('nightly-settlement', date '2026-03-03', 'FILES', 'WAITING_FOR_FILES', '', current_timestamp)")
                .update();
        jdbc.sql(
                        "insert into payout (payout_id, business_date, merchant_id, currency, amount_minor, account_name,"
                                + " account_masked, account_cipher, bank_code, bank_name, value_date, state) values"
                                + " ('P1', date '2026-03-02', 'm', 'CNY', 777, 'n', '*', ?, 'b', 'b', date '2026-03-03', 'PREPARED'),"
                                + " ('P0', date '2026-03-01', 'm', 'CNY', 111, 'n', '*', ?, 'b', 'b', date '2026-03-03', 'PAID')")
                .params(new byte[] {1}, new byte[] {1})
                .update();
        jdbc.sql(
                        "insert into review_case (case_id, opened_on, state, kind, resolution, closed_on, subject, merchant_id,"
                                + " terminal_id, batch_no, trace_no, rrn, currency, response_code, exposure_minor) values"
                                + " ('K1', date '2026-03-02', 'OPEN', 'ORPHAN_CAPTURE', '', null, 's', 'm', 't', 'b', 't', 'r', 'CNY', '', 4500),"
                                + " ('K0', date '2026-03-01', 'APPLIED', 'ORPHAN_CAPTURE', 'W', date '2026-03-02', 's', 'm', 't', 'b', 't', 'r', 'CNY', '', 9)")
                .update();
    }

    private List<Figure> read() {
        return new BooksFigures(jdbc, new Defaults(), NIGHT).read();
    }

    private static Optional<Long> state(List<Figure> figures, String state) {
        return value(figures, Metric.RUN_STATE, Map.of("job", "nightly-settlement", "state", state));
    }

    private static Optional<Long> value(List<Figure> figures, Metric metric, Map<String, String> labels) {
        return figures.stream()
                .filter(figure -> figure.metric() == metric && figure.labels().equals(labels))
                .map(figure -> figure.value().longValue())
                .findFirst();
    }

    private static final class Defaults implements CurrentReference {
        @Override
        public Settings settings() {
            return Settings.DEFAULTS;
        }

        @Override
        public Snapshot as(LocalDate businessDate) {
            throw new UnsupportedOperationException("no figure needs it");
        }
    }
}

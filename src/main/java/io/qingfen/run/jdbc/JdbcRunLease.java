package io.qingfen.run.jdbc;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcRunLease implements RunLease {
    private static final String NAME = "nightly-settlement";
    private final JdbcClient jdbc;
    private final int staleSeconds;

    JdbcRunLease(JdbcClient jdbc, @Value("${qingfen.lease.stale-seconds:30}") int staleSeconds) {
        this.jdbc = jdbc;
        this.staleSeconds = staleSeconds;
    }

    private record Row(long token, String holder, LocalDate businessDate, boolean stale) {}

    @Override
    public Held acquire(LocalDate businessDate) {
        Row seen = read();
        boolean free = seen.holder() == null || seen.stale() || LeaseHolder.hasDiedHere(seen.holder());
        if (!free || !take(seen.token(), businessDate)) {
            throw held(free ? read() : seen);
        }
        return new HeldLease(seen.token() + 1);
    }

    @Override
    public void require(long token) {
        Row current = read();
        if (current.token() != token) {
            throw held(current);
        }
    }

    @Override
    public Optional<Holding> holding() {
        return jdbc.sql("select token, holder, business_date, heartbeat_at < current_timestamp - interval '"
                        + staleSeconds + "' second as stale, current_timestamp as now_at, heartbeat_at"
                        + " from run_lease where name = ? and holder is not null")
                .param(NAME)
                .query((row, number) -> held(row, number))
                .optional();
    }

    private static Holding held(ResultSet row, int number) throws SQLException {
        Row seen = row(row, number);
        OffsetDateTime beat = row.getObject("heartbeat_at", OffsetDateTime.class);
        OffsetDateTime now = row.getObject("now_at", OffsetDateTime.class);
        boolean over = seen.stale() || LeaseHolder.hasDiedHere(seen.holder());
        return new Holding(
                seen.token(),
                seen.holder(),
                seen.businessDate(),
                Duration.between(beat, now).toSeconds(),
                over);
    }

    @Override
    public boolean end(long token) {
        return jdbc.sql("update run_lease set token = token + 1, holder = null, heartbeat_at = null"
                                + " where name = ? and token = ? and holder is not null")
                        .params(NAME, token)
                        .update()
                == 1;
    }

    /** The token makes the decision and the take-over one act: of several that saw the same row, one succeeds. */
    private boolean take(long seenToken, LocalDate businessDate) {
        return jdbc.sql("update run_lease set token = token + 1, holder = ?, business_date = ?,"
                                + " heartbeat_at = current_timestamp where name = ? and token = ?")
                        .params(LeaseHolder.thisProcess(), businessDate, NAME, seenToken)
                        .update()
                == 1;
    }

    private Row read() {
        return jdbc.sql("select token, holder, business_date, heartbeat_at < current_timestamp - interval '"
                        + staleSeconds + "' second as stale from run_lease where name = ?")
                .param(NAME)
                .query(JdbcRunLease::row)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("token"),
                row.getString("holder"),
                row.getObject("business_date", LocalDate.class),
                row.getBoolean("stale"));
    }

    private static Refusal held(Row row) {
        return new Refusal(
                Exit.LEASE_HELD,
                "run lease: held by " + Objects.requireNonNullElse(row.holder(), "a run that ended meanwhile") + " for "
                        + row.businessDate() + ", only one run at a time; wait for it: qingfen status --date "
                        + row.businessDate());
    }

    private final class HeldLease implements Held {
        private final long token;
        private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "run-lease");
            thread.setDaemon(true);
            return thread;
        });

        HeldLease(long token) {
            this.token = token;
            long every = Math.max(1, staleSeconds / 6);
            heart.scheduleWithFixedDelay(this::beat, every, every, TimeUnit.SECONDS);
        }

        @Override
        public long token() {
            return token;
        }

        private void beat() {
            try {
                jdbc.sql("update run_lease set heartbeat_at = current_timestamp where name = ? and token = ?")
                        .params(NAME, token)
                        .update();
            } catch (DataAccessException databaseAway) {
                // The next beat tries again; when none gets through, the lease goes stale, as it should.
                return;
            }
        }

        @Override
        public void close() {
            heart.shutdownNow();
            try {
                giveBack();
            } catch (DataAccessException databaseAway) {
                // It goes stale by itself; a night that is complete must not fail for this.
                return;
            }
        }

        private void giveBack() {
            jdbc.sql("update run_lease set holder = null, heartbeat_at = null where name = ? and token = ?")
                    .params(NAME, token)
                    .update();
        }
    }
}

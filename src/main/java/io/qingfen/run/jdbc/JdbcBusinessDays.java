package io.qingfen.run.jdbc;

import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDay.State;
import io.qingfen.run.BusinessDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcBusinessDays implements BusinessDays {
    private static final int FAILURE_LENGTH = 4000;
    private static final String COLUMNS = "select business_date, state, ranges, failure from business_day ";
    private final JdbcClient jdbc;

    JdbcBusinessDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<BusinessDay> find(LocalDate date) {
        return jdbc.sql(COLUMNS + "where business_date = ?")
                .param(date)
                .query(JdbcBusinessDays::day)
                .optional();
    }

    @Override
    public Optional<LocalDate> first() {
        return jdbc.sql(COLUMNS + "order by business_date limit 1")
                .query(JdbcBusinessDays::day)
                .optional()
                .map(BusinessDay::date);
    }

    @Override
    public Optional<BusinessDay> latest() {
        return jdbc.sql(COLUMNS + "order by business_date desc limit 1")
                .query(JdbcBusinessDays::day)
                .optional();
    }

    @Override
    public Optional<LocalDate> latestClosed() {
        return jdbc.sql(COLUMNS + "where state = 'CLOSED' order by business_date desc limit 1")
                .query(JdbcBusinessDays::day)
                .optional()
                .map(BusinessDay::date);
    }

    @Override
    public void open(LocalDate date) {
        insertWhenAbsent(date);
        jdbc.sql("update business_day set state = 'OPEN', failure = null where business_date = ? and state = 'FAILED'")
                .param(date)
                .update();
    }

    @Override
    public boolean beginTakingOver(LocalDate date) {
        return jdbc.sql("update business_day set taken_over = true where business_date = ? and not taken_over")
                        .param(date)
                        .update()
                == 1;
    }

    @Override
    public void fail(LocalDate date, String reason) {
        insertWhenAbsent(date);
        String kept = reason.length() <= FAILURE_LENGTH ? reason : reason.substring(0, FAILURE_LENGTH);
        jdbc.sql("update business_day set state = 'FAILED', failure = ? where business_date = ? and state <> 'CLOSED'")
                .param(kept)
                .param(date)
                .update();
    }

    @Override
    public void close(LocalDate date) {
        jdbc.sql("update business_day set state = 'CLOSED', failure = null, closed_at = current_timestamp"
                        + " where business_date = ? and state = 'OPEN'")
                .param(date)
                .update();
    }

    @Override
    public void ranges(LocalDate date, int ranges) {
        jdbc.sql("update business_day set ranges = ? where business_date = ?")
                .param(ranges)
                .param(date)
                .update();
    }

    private void insertWhenAbsent(LocalDate date) {
        jdbc.sql("insert into business_day (business_date, state, opened_at) select cast(? as date), 'OPEN',"
                        + " current_timestamp where not exists (select 1 from business_day where business_date = ?)")
                .param(date)
                .param(date)
                .update();
    }

    private static BusinessDay day(ResultSet row, int number) throws SQLException {
        return new BusinessDay(
                row.getObject("business_date", LocalDate.class),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("ranges", Integer.class)),
                Optional.ofNullable(row.getString("failure")));
    }
}

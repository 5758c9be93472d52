package io.qingfen.overview.jdbc;

import io.qingfen.overview.Flow;
import io.qingfen.overview.Flow.Measured;
import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccount.Day;
import io.qingfen.overview.NightAccounts;
import io.qingfen.review.CaseKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads totals that the night wrote; nothing here counts transactions one by one, so it is quick at any size. */
@Component
class JdbcNightAccounts implements NightAccounts {
    private static final String CASES = "select kind, currency, count(*), sum(exposure_minor) from review_case where ";
    private static final String OPEN_AT = "opened_on <= ? and (closed_on is null or closed_on > ?)";
    private static final String BY_KIND = " group by kind, currency order by kind, currency";

    private final JdbcClient jdbc;
    private final JdbcStepRuns steps;

    JdbcNightAccounts(JdbcClient jdbc, JdbcStepRuns steps) {
        this.jdbc = jdbc;
        this.steps = steps;
    }

    @Override
    public List<Headline> latest(int dates) {
        return jdbc
                .sql("select business_date, state, failure from business_day order by business_date desc limit ?")
                .param(dates)
                .query((row, no) -> day(row))
                .list()
                .stream()
                .map(this::headline)
                .toList();
    }

    private static Day day(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        return new Day(
                row.getObject("business_date", LocalDate.class),
                row.getString("state"),
                failure == null ? "" : failure);
    }

    private Headline headline(Day day) {
        List<NightAccount.Control> controls = controls(day.date());
        long open = controls.stream().filter(control -> !control.closed()).count();
        return new Headline(
                day, steps.stage(day), controls.size(), open, openCaseCount(day.date()), payouts(day.date()));
    }

    private long openCaseCount(LocalDate date) {
        return jdbc.sql(
                        "select count(*) from review_case where opened_on <= ? and (closed_on is null or closed_on > ?)")
                .params(date, date)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<NightAccount> of(LocalDate date) {
        return jdbc.sql("select business_date, state, failure from business_day where business_date = ?")
                .param(date)
                .query((row, no) -> day(row))
                .optional()
                .map(this::account);
    }

    private NightAccount account(Day day) {
        LocalDate date = day.date();
        return new NightAccount(
                day,
                files(date),
                notices(date),
                rejects(date),
                new Flow(measures(date)),
                controls(date),
                positions(date),
                payouts(date),
                deposits(date),
                newCases(date),
                openCases(date),
                closedCases(date),
                trialBalance(date));
    }

    @Override
    public List<StepRun> steps(LocalDate date) {
        return steps.of(date);
    }

    @Override
    public Optional<Position> position(LocalDate date) {
        return steps.position(date);
    }

    @Override
    public Optional<Rerun> rerun(LocalDate date) {
        return jdbc.sql("select generation, actor, reason from rerun where business_date = ?"
                        + " order by generation desc fetch first 1 rows only")
                .param(date)
                .query((row, no) -> new Rerun(row.getInt(1), row.getString(2), row.getString(3)))
                .optional();
    }

    private List<NightAccount.InputFile> files(LocalDate date) {
        return list(
                "select file_name, line_count, state from input_file where business_date = ? order by file_no",
                date,
                (row, no) -> new NightAccount.InputFile(row.getString(1), row.getLong(2), row.getString(3)));
    }

    private List<NightAccount.Notice> notices(LocalDate date) {
        return list(
                "select file_name, notice, detail from intake_notice where business_date = ? order by file_name, notice",
                date,
                (row, no) -> new NightAccount.Notice(row.getString(1), row.getString(2), row.getString(3)));
    }

    private List<NightAccount.Rejects> rejects(LocalDate date) {
        return list(
                "select reason, count(*) from reject where business_date = ? group by reason order by reason",
                date,
                (row, no) -> new NightAccount.Rejects(row.getString(1), row.getLong(2)));
    }

    private List<Measured> measures(LocalDate date) {
        return list(
                "select measure, currency, sum(item_count), sum(amount_minor) from night_total where business_date = ? "
                        + "group by measure, currency order by measure, currency",
                date,
                (row, no) -> new Measured(row.getString(1), row.getString(2), exact(row, 3), exact(row, 4)));
    }

    private List<NightAccount.Control> controls(LocalDate date) {
        return list(
                "select boundary, side, item_count, amount_minor, currency, counterpart_count, counterpart_minor, closed "
                        + "from control_total where business_date = ? order by position_no",
                date,
                (row, no) -> new NightAccount.Control(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getBoolean(8)));
    }

    private List<NightAccount.Settled> positions(LocalDate date) {
        return list(
                "select decision, currency, count(*), sum(net_minor), sum(carried_forward_minor) from position "
                        + "where business_date = ? group by decision, currency order by currency, decision",
                date,
                (row, no) -> new NightAccount.Settled(
                        row.getString(1), row.getString(2), row.getLong(3), exact(row, 4), exact(row, 5)));
    }

    private List<NightAccount.Paid> payouts(LocalDate date) {
        return list(
                "select currency, value_date, count(*), sum(amount_minor) from payout where business_date = ? "
                        + "group by currency, value_date order by currency, value_date",
                date,
                (row, no) -> new NightAccount.Paid(
                        row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3), exact(row, 4)));
    }

    private List<NightAccount.Sum> deposits(LocalDate date) {
        return list(
                "select kind, currency, count(*), sum(amount_minor) from deposit_event where business_date = ? "
                        + "group by kind, currency order by kind, currency",
                date,
                JdbcNightAccounts::sum);
    }

    private List<NightAccount.Cases> newCases(LocalDate date) {
        return list(CASES + "opened_on = ?" + BY_KIND, date, JdbcNightAccounts::cases);
    }

    private List<NightAccount.Cases> openCases(LocalDate date) {
        return jdbc.sql(CASES + OPEN_AT + BY_KIND)
                .params(date, date)
                .query(JdbcNightAccounts::cases)
                .list();
    }

    private static NightAccount.Cases cases(ResultSet row, int no) throws SQLException {
        return new NightAccount.Cases(
                CaseKind.valueOf(row.getString(1)), row.getString(2), row.getLong(3), exact(row, 4));
    }

    private List<NightAccount.Closed> closedCases(LocalDate date) {
        return list(
                "select resolution, count(*) from review_case where closed_on = ? group by resolution order by resolution",
                date,
                (row, no) -> new NightAccount.Closed(row.getString(1), row.getLong(2)));
    }

    private List<NightAccount.Sum> trialBalance(LocalDate date) {
        return list(
                "select 'all accounts', currency, count(*), sum(closing_minor) from trial_balance "
                        + "where business_date = ? group by currency order by currency",
                date,
                JdbcNightAccounts::sum);
    }

    private static NightAccount.Sum sum(ResultSet row, int no) throws SQLException {
        return new NightAccount.Sum(row.getString(1), row.getString(2), row.getLong(3), exact(row, 4));
    }

    private <T> List<T> list(String sql, LocalDate date, RowMapper<T> rows) {
        return jdbc.sql(sql).param(date).query(rows).list();
    }

    private static long exact(ResultSet row, int column) throws SQLException {
        return row.getBigDecimal(column).longValueExact();
    }
}

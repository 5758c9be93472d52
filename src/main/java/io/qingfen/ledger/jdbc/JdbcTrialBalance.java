package io.qingfen.ledger.jdbc;

import io.qingfen.ledger.TrialBalance;
import io.qingfen.run.Dialect;
import java.sql.Date;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table trial_balance, filled by the database from the previous date and the date's postings. */
@Component
class JdbcTrialBalance implements TrialBalance {
    private static final String ROLL_FORWARD = """
            insert into trial_balance
              (business_date, account, currency, opening_minor, debits_minor, credits_minor, closing_minor)
            select cast(? as date), account, currency, sum(opening), sum(debits), sum(credits),
                   sum(opening) + sum(debits) - sum(credits)
              from (select account, currency, closing_minor as opening, 0 as debits, 0 as credits
                      from trial_balance
                     where business_date = ? and closing_minor <> 0
                    union all
                    select account, currency, 0, debit_minor, credit_minor
                      from posting
                     where business_date = ?) moved
             group by account, currency
            """;

    private final JdbcTemplate jdbc;
    private final Dialect dialect;

    JdbcTrialBalance(JdbcTemplate jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    @Override
    public void rollForward(LocalDate businessDate) {
        Date date = Date.valueOf(businessDate);
        dialect.refreshFigures(jdbc, "posting");
        jdbc.update("delete from trial_balance where business_date = ?", date);
        jdbc.update(ROLL_FORWARD, date, Date.valueOf(businessDate.minusDays(1)), date);
    }
}

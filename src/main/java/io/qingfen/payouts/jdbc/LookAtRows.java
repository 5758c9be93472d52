package io.qingfen.payouts.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.money.Rounding;
import io.qingfen.payouts.LookAt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table payout_look_at: payouts of a date that deserve a look before they are released. */
@Component
public class LookAtRows {
    private static final int DAYS_OF_AVERAGE = 30;
    private static final int DAYS_OF_CHANGE = 7;
    private static final String INTO =
            "insert into payout_look_at (business_date, payout_id, reason, earlier, earlier_minor, changed_on) ";
    private static final String FIRST = INTO
            + "select p.business_date, p.payout_id, 'FIRST_PAYOUT', 0, 0, cast(null as date) from payout p"
            + " where p.business_date = :date and not exists (select 1 from payout e"
            + " where e.merchant_id = p.merchant_id and e.business_date < :date"
            + " and e.state not in ('WITHDRAWN', 'REJECTED'))";
    private static final String ABOVE = INTO
            + "select p.business_date, p.payout_id, 'ABOVE_AVERAGE', a.earlier, cast(a.earlier_minor as bigint),"
            + " cast(null as date) from payout p join (select merchant_id, currency, count(*) as earlier,"
            + " sum(amount_minor) as earlier_minor from payout where business_date >= :monthAgo"
            + " and business_date < :date and state not in ('WITHDRAWN', 'REJECTED')"
            + " group by merchant_id, currency) a on a.merchant_id = p.merchant_id and a.currency = p.currency"
            + " where p.business_date = :date"
            + " and cast(p.amount_minor as decimal(30, 0)) * a.earlier > 5 * a.earlier_minor";
    private static final String CHANGED = INTO
            + "select p.business_date, p.payout_id, 'ACCOUNT_CHANGED', 0, 0, max(m.valid_from)"
            + " from payout p join merchant_account m on m.merchant_id = p.merchant_id"
            + " join merchant_account o on o.merchant_id = m.merchant_id"
            + " where p.business_date = :date and m.valid_from > :weekAgo and m.valid_from <= :date"
            + " and o.valid_from = (select max(x.valid_from) from merchant_account x"
            + " where x.merchant_id = m.merchant_id and x.valid_from < m.valid_from)"
            + " and o.account_digest <> m.account_digest group by p.business_date, p.payout_id";

    private final JdbcClient jdbc;

    LookAtRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds them again. Call within the transaction that prepares the payouts. */
    public void note(LocalDate businessDate) {
        jdbc.sql("delete from payout_look_at where business_date = ?")
                .param(businessDate)
                .update();
        jdbc.sql(FIRST).param("date", businessDate).update();
        jdbc.sql(ABOVE)
                .param("date", businessDate)
                .param("monthAgo", businessDate.minusDays(DAYS_OF_AVERAGE))
                .update();
        jdbc.sql(CHANGED)
                .param("date", businessDate)
                .param("weekAgo", businessDate.minusDays(DAYS_OF_CHANGE))
                .update();
    }

    /** Of payouts that are still PREPARED, in order of payout id and reason; at most so many. */
    public List<LookAt> of(LocalDate businessDate, int most) {
        return jdbc.sql("select l.*, p.merchant_id, p.account_masked, p.amount_minor, p.currency from payout_look_at l"
                        + " join payout p on p.payout_id = l.payout_id"
                        + " where l.business_date = ? and p.state = 'PREPARED'"
                        + " order by l.payout_id, l.reason fetch first " + most + " rows only")
                .param(businessDate)
                .query(LookAtRows::lookAt)
                .list();
    }

    private static LookAt lookAt(ResultSet row, int number) throws SQLException {
        long earlier = row.getLong("earlier");
        return new LookAt(
                row.getString("payout_id"),
                row.getString("merchant_id"),
                row.getString("account_masked"),
                row.getLong("amount_minor"),
                Currency.of(row.getString("currency")),
                LookAt.Reason.valueOf(row.getString("reason")),
                earlier == 0 ? null : Rounding.halfUp(row.getLong("earlier_minor"), earlier),
                row.getObject("changed_on", LocalDate.class));
    }
}

package io.qingfen.risk.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a hold that is placed now can still stop: payouts that wait for their release. */
@Component
class PayoutsOnTheWay {
    private final JdbcClient jdbc;

    PayoutsOnTheWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One text for each payout of the merchant that is not at its end. Locks the dates that wait for release until the
     * transaction ends: an approval sees the hold, or the hold sees what was approved.
     */
    List<String> notes(String merchantId) {
        jdbc.sql("select business_date from business_day where exists (select 1 from payout p"
                        + " where p.business_date = business_day.business_date and p.merchant_id = ?"
                        + " and p.state = 'PREPARED') order by business_date for update")
                .param(merchantId)
                .query(LocalDate.class)
                .list();
        return jdbc.sql("select payout_id, business_date, amount_minor, currency, state from payout"
                        + " where merchant_id = ? and state in ('PREPARED', 'RELEASED', 'SENT', 'UNKNOWN')"
                        + " order by business_date, payout_id")
                .param(merchantId)
                .query((row, n) -> note(
                        row.getString(1),
                        row.getString(2),
                        new Money(row.getLong(3), Currency.of(row.getString(4))),
                        row.getString(5)))
                .list();
    }

    private static String note(String payoutId, String date, Money amount, String state) {
        String payout = "payout " + payoutId + " (" + amount + ") ";
        return state.equals("PREPARED")
                ? payout + "waits for release: the release of " + date
                        + " is stopped until the payout is taken out (qingfen payouts withdraw " + payoutId
                        + " --reason \"on hold\") or the hold is lifted"
                : payout + "is " + state + " and has left already: a hold does not bring it back, ask the bank";
    }

    /** By the database's clock; only asked for books without a date. */
    LocalDate today() {
        return jdbc.sql("select current_date").query(LocalDate.class).single();
    }
}

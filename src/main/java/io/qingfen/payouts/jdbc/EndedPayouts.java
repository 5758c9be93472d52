package io.qingfen.payouts.jdbc;

import io.qingfen.ledger.Account;
import io.qingfen.ledger.Move;
import io.qingfen.ledger.Moves;
import io.qingfen.money.Currency;
import io.qingfen.payouts.PayoutState;
import io.qingfen.run.DayWork;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Books what became of payouts since the last night: paid ones leave the bank account, the money of all others is owed to
 * its merchant again, on line PAYOUT_RETURNED.
 */
@Component
class EndedPayouts implements DayWork {
    private static final int AT_ONCE = 5_000;
    private static final String LINE = "PAYOUT_RETURNED";
    private static final String ENDED = "('PAID', 'REJECTED', 'RETURNED', 'WITHDRAWN')";
    private final JdbcClient jdbc;
    private final Moves moves;

    EndedPayouts(JdbcClient jdbc, Moves moves) {
        this.jdbc = jdbc;
        this.moves = moves;
    }

    private record Ended(String payoutId, String merchantId, Currency currency, long amountMinor, PayoutState state) {}

    @Override
    public void takeOver(LocalDate businessDate) {
        jdbc.sql("update payout_event set business_date = ? where business_date is null and to_state in " + ENDED)
                .param(businessDate)
                .update();
        jdbc.sql("update payout set ended_on = ? where ended_on is null and payout_id in"
                        + " (select payout_id from payout_event where business_date = ?)")
                .params(businessDate, businessDate)
                .update();
        List<Ended> page = page(businessDate, "");
        while (!page.isEmpty()) {
            moves.add(page.stream().map(ended -> move(businessDate, ended)).toList());
            page = page(businessDate, page.get(page.size() - 1).payoutId());
        }
    }

    private List<Ended> page(LocalDate businessDate, String after) {
        return jdbc.sql(
                        "select p.payout_id, p.merchant_id, p.currency, p.amount_minor, p.state, e.to_state from payout p"
                                + " join payout_event e on e.payout_id = p.payout_id and e.business_date = p.ended_on"
                                + " where p.ended_on = ? and p.payout_id > ? order by p.payout_id fetch first "
                                + AT_ONCE
                                + " rows only")
                .params(businessDate, after)
                .query(EndedPayouts::ended)
                .list();
    }

    /** What was reported must be what the payout is: a paid one that is called rejected would be paid again. */
    private static Ended ended(ResultSet row, int number) throws SQLException {
        if (!row.getString(5).equals(row.getString(6))) {
            throw new Refusal(
                    Exit.CONTROL_OPEN,
                    "payout " + row.getString(1) + " is " + row.getString(5)
                            + " in table payout, but its last event says " + row.getString(6)
                            + "; one of them was changed by hand: find out by whom, restore it");
        }
        return new Ended(
                row.getString(1),
                row.getString(2),
                Currency.of(row.getString(3)),
                row.getLong(4),
                PayoutState.valueOf(row.getString(5)));
    }

    private static Move move(LocalDate businessDate, Ended ended) {
        boolean paid = ended.state() == PayoutState.PAID;
        return new Move(
                businessDate,
                "PAYOUT|" + ended.payoutId(),
                ended.merchantId(),
                paid ? "" : LINE,
                Account.PAYOUTS_IN_TRANSIT,
                paid ? Account.BANK : Account.merchantPayable(ended.merchantId()),
                ended.amountMinor(),
                ended.currency(),
                "payout " + ended.payoutId() + " " + ended.state());
    }
}

package io.qingfen.payouts.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.payouts.PayoutState;
import io.qingfen.payouts.PayoutStory;
import io.qingfen.payouts.PayoutStory.Event;
import io.qingfen.run.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The state of each payout and table payout_event, its history; both change together or not at all. */
@Component
public class PayoutStates {
    private static final int REASON = 400;
    private final JdbcClient jdbc;

    PayoutStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Why and on whose word a payout changes.
     *
     * @param source file:line of a bank's result, empty for a decision
     * @param bankDate when the bank booked it; null when it did not say
     */
    public record Cause(Actor actor, String source, String reason, LocalDate bankDate) {
        /** A decision. */
        public static Cause decided(Actor actor, String reason) {
            return new Cause(actor, "", reason, null);
        }
    }

    /** Moves every payout of the date that is in one state to another. @return how many */
    public long moveAll(LocalDate businessDate, PayoutState from, PayoutState to, Cause cause) {
        requireLegal(from, to);
        int events = jdbc.sql("insert into payout_event (payout_id, event_no, from_state, to_state, happened_at, actor,"
                        + " source, reason) select payout_id, 1 + (select count(*) from payout_event e"
                        + " where e.payout_id = p.payout_id), state, ?, current_timestamp, ?, ?, ? from payout p"
                        + " where business_date = ? and state = ?")
                .params(to.name(), cause.actor().name(), cause.source(), cause.reason(), businessDate, from.name())
                .update();
        int moved = jdbc.sql("update payout set state = ? where business_date = ? and state = ?")
                .params(to.name(), businessDate, from.name())
                .update();
        if (moved != events) {
            throw new IllegalStateException("payouts of " + businessDate + " changed meanwhile: " + events + " events, "
                    + moved + " payouts; nothing is changed");
        }
        return moved;
    }

    /** Moves one payout. @return false when it was not in the state it should come from */
    public boolean move(String payoutId, PayoutState from, PayoutState to, Cause cause) {
        requireLegal(from, to);
        int moved = jdbc.sql("update payout set state = ? where payout_id = ? and state = ?")
                .params(to.name(), payoutId, from.name())
                .update();
        if (moved == 1) {
            record(payoutId, from, to, cause);
        }
        return moved == 1;
    }

    private void record(String payoutId, PayoutState from, PayoutState to, Cause cause) {
        String reason = cause.reason().length() <= REASON
                ? cause.reason()
                : cause.reason().substring(0, REASON);
        jdbc.sql("insert into payout_event (payout_id, event_no, from_state, to_state, happened_at, actor, source,"
                        + " reason, bank_date) select ?, 1 + count(*), ?, ?, current_timestamp, ?, ?, ?,"
                        + " cast(? as date) from payout_event where payout_id = ?")
                .params(
                        payoutId,
                        from.name(),
                        to.name(),
                        cause.actor().name(),
                        cause.source(),
                        reason,
                        cause.bankDate(),
                        payoutId)
                .update();
    }

    private static void requireLegal(PayoutState from, PayoutState to) {
        if (!from.mayBecome(to)) {
            throw new IllegalArgumentException("a payout that is " + from + " never becomes " + to);
        }
    }

    /** A payout with its history; empty when there is none of this id. */
    public Optional<PayoutStory> story(String payoutId) {
        List<Event> events = jdbc.sql("select * from payout_event where payout_id = ? order by event_no")
                .param(payoutId)
                .query(PayoutStates::event)
                .list();
        return jdbc.sql("select * from payout where payout_id = ?")
                .param(payoutId)
                .query((row, n) -> story(row, events))
                .optional();
    }

    private static PayoutStory story(ResultSet row, List<Event> events) throws SQLException {
        return new PayoutStory(
                row.getString("payout_id"),
                row.getObject("business_date", LocalDate.class),
                row.getString("merchant_id"),
                Currency.of(row.getString("currency")),
                row.getLong("amount_minor"),
                row.getString("account_name"),
                row.getString("account_masked"),
                row.getObject("value_date", LocalDate.class),
                PayoutState.valueOf(row.getString("state")),
                events);
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                PayoutState.valueOf(row.getString("from_state")),
                PayoutState.valueOf(row.getString("to_state")),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("source"),
                row.getString("reason"),
                row.getObject("bank_date", LocalDate.class),
                row.getObject("business_date", LocalDate.class));
    }
}

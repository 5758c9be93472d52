package io.qingfen.risk.jdbc;

import io.qingfen.risk.Hold;
import io.qingfen.run.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table risk_hold. */
@Component
class HoldRows {
    private final JdbcClient jdbc;

    HoldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Hold> all() {
        return jdbc.sql("select * from risk_hold order by hold_no")
                .query((row, n) -> hold(row))
                .list();
    }

    Optional<Hold> find(String id) {
        return jdbc.sql("select * from risk_hold where hold_id = ?")
                .param(id)
                .query((row, n) -> hold(row))
                .optional();
    }

    /** The caller holds the end of the audit chain, so that two holds never get one number. */
    long nextNumber() {
        return jdbc.sql("select coalesce(max(hold_no), 0) + 1 from risk_hold")
                .query(Long.class)
                .single();
    }

    void add(Hold hold) {
        jdbc.sql("insert into risk_hold (hold_id, hold_no, merchant_id, terminal_id, reason, until_date, placed_by,"
                        + " placed_at) values (?, ?, ?, ?, ?, cast(? as date), ?, current_timestamp)")
                .params(
                        hold.id(),
                        hold.number(),
                        hold.merchantId(),
                        hold.terminalId(),
                        hold.reason(),
                        hold.until(),
                        hold.placedBy())
                .update();
    }

    /** @return false when somebody else lifted it meanwhile */
    boolean lift(String id, Actor actor, String reason) {
        return jdbc.sql("update risk_hold set lifted_by = ?, lift_reason = ?, lifted_at = current_timestamp"
                                + " where hold_id = ? and lifted_by is null")
                        .params(actor.name(), reason, id)
                        .update()
                == 1;
    }

    private static Hold hold(ResultSet row) throws SQLException {
        String liftedBy = row.getString("lifted_by");
        return new Hold(
                row.getString("hold_id"),
                row.getLong("hold_no"),
                row.getString("merchant_id"),
                row.getString("terminal_id"),
                row.getString("reason"),
                row.getObject("until_date", LocalDate.class),
                row.getString("placed_by"),
                row.getObject("placed_at", OffsetDateTime.class),
                row.getObject("business_date", LocalDate.class),
                liftedBy == null
                        ? Optional.empty()
                        : Optional.of(new Hold.Lifting(
                                row.getString("lift_reason"),
                                liftedBy,
                                row.getObject("lifted_at", OffsetDateTime.class))),
                row.getObject("lifted_on", LocalDate.class));
    }
}

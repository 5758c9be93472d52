package io.qingfen.clearing.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.clearing.ClearedOriginal;
import io.qingfen.clearing.FollowUp;
import io.qingfen.clearing.Hold;
import io.qingfen.clearing.jdbc.FollowUpTables.HoldEvent;
import java.sql.Date;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/** What clearFollowUps writes about originals and holds. */
public final class FollowUpEffects implements AutoCloseable {
    private final JdbcTemplate jdbc;
    private final LocalDate businessDate;
    private final BulkRows effects;

    FollowUpEffects(JdbcTemplate jdbc, LocalDate businessDate, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.businessDate = businessDate;
        this.effects = FollowUps.effectRows(bulk);
    }

    /** @param kind VOID or REFUND; amounts in minor units, 0 or more */
    public void add(FollowUp followUp, ClearedOriginal original, String kind, long feeBack, long costBack) {
        effects.text(original.transactionId())
                .date(original.date())
                .text(followUp.capture().merchant().id())
                .date(businessDate)
                .text(kind)
                .text(followUp.itemId())
                .number(followUp.capture().amountMinor())
                .number(feeBack)
                .number(costBack)
                .end();
    }

    public void open(String merchantId, HoldEvent event, Hold hold) {
        jdbc.update(
                "insert into preauth_hold (merchant_id, rrn, opened_on, terminal_id, amount_minor, currency,"
                        + " expires_on) values (?, ?, ?, ?, ?, ?, ?)",
                merchantId,
                hold.rrn(),
                Date.valueOf(hold.openedOn()),
                event.terminalId(),
                hold.amountMinor(),
                hold.currency().code(),
                Date.valueOf(hold.expiresOn()));
    }

    /** @param by PREAUTH_VOID, REVERSAL or COMPLETION */
    public void close(String merchantId, Hold hold, String by) {
        jdbc.update(
                "update preauth_hold set closed_on = ?, closed_by = ? where merchant_id = ? and rrn = ? and"
                        + " opened_on = ?",
                Date.valueOf(businessDate),
                by,
                merchantId,
                hold.rrn(),
                Date.valueOf(hold.openedOn()));
    }

    @Override
    public void close() {
        effects.close();
    }
}

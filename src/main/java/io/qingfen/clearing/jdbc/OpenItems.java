package io.qingfen.clearing.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.clearing.Digits;
import io.qingfen.clearing.RecordCodec;
import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.MatchedBy;
import io.qingfen.matching.OpenItem;
import io.qingfen.money.Currency;
import io.qingfen.reference.Snapshot;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table open_item within one partition's transaction: loaded by terminals, added in bulk, removed by key. */
public final class OpenItems implements AutoCloseable {
    private static final int REMOVALS_AT_ONCE = 500;
    /** Joined, because H2 compares {@code any(?)} row by row. */
    private static final String TERMINALS =
            "(select distinct terminal_id from unnest(cast(? as varchar array)) as u(terminal_id)) k";

    private final JdbcTemplate jdbc;
    private final LocalDate businessDate;
    private final BulkRows added;
    private final List<Object[]> removed = new ArrayList<>();

    OpenItems(JdbcTemplate jdbc, LocalDate businessDate, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.businessDate = businessDate;
        this.added = bulk.into(
                "open_item",
                "item_id",
                "opened_on",
                "kind",
                "match_status",
                "matched_by",
                "merchant_id",
                "terminal_id",
                "txn_type",
                "rrn",
                "currency",
                "captured_minor",
                "authorized_minor",
                "suspense_minor",
                "withheld_minor",
                "suspense_currency",
                "channel",
                "case_id",
                "joins_until",
                "capture",
                "authorization_record");
    }

    /** Items that join today, and reversals whose waiting ended yesterday, by terminal id. */
    public Map<String, List<OpenItem>> joining(Collection<String> terminalIds, Snapshot snapshot) {
        Map<String, List<OpenItem>> byTerminal = new HashMap<>();
        jdbc.query(
                con -> {
                    var statement = con.prepareStatement("select o.* from " + TERMINALS
                            + " join open_item o on o.terminal_id = k.terminal_id where o.removed_on is null and o.opened_on < ? and (o.joins_until >= ? or (joins_until = ?"
                            + " and match_status = 'REVERSAL_WITHOUT_ORIGINAL'))");
                    statement.setArray(1, con.createArrayOf("varchar", terminalIds.toArray()));
                    statement.setDate(2, Date.valueOf(businessDate));
                    statement.setDate(3, Date.valueOf(businessDate));
                    statement.setDate(4, Date.valueOf(businessDate.minusDays(1)));
                    return statement;
                },
                row -> {
                    OpenItem item = read(row, snapshot);
                    byTerminal
                            .computeIfAbsent(row.getString("terminal_id"), id -> new ArrayList<>())
                            .add(item);
                });
        return byTerminal;
    }

    static OpenItem read(ResultSet row, Snapshot snapshot) throws SQLException {
        byte[] capture = row.getBytes("capture");
        byte[] authorization = row.getBytes("authorization_record");
        String matchedBy = row.getString("matched_by");
        return new OpenItem(
                row.getString("item_id"),
                row.getDate("opened_on").toLocalDate(),
                MatchStatus.valueOf(row.getString("match_status")),
                matchedBy.isEmpty() ? null : MatchedBy.valueOf(matchedBy),
                capture == null ? null : RecordCodec.capture(capture, snapshot),
                authorization == null ? null : RecordCodec.authorization(authorization, snapshot),
                row.getString("case_id"),
                row.getLong("suspense_minor"),
                row.getLong("withheld_minor"),
                row.getDate("joins_until").toLocalDate());
    }

    /** @param item opened today; one of capture and authorization may be null */
    public void add(OpenItem item) {
        Capture capture = item.capture();
        Authorization authorization = item.authorization();
        boolean claimed = capture != null;
        Currency currency = claimed ? capture.currency() : authorization.currency();
        added.text(item.itemId())
                .date(item.openedOn())
                .text(kind(item))
                .text(item.status().name())
                .text(item.matchedBy() == null ? "" : item.matchedBy().name())
                .text((claimed ? capture.merchant() : authorization.merchant()).id())
                .text((claimed ? capture.terminal() : authorization.terminal()).id())
                .text((claimed ? capture.txnType() : authorization.txnType()).name())
                .text(Digits.rrn(
                        claimed && capture.hasRrn() || authorization == null ? capture.rrn() : authorization.rrn()))
                .text(currency.code())
                .number(claimed ? (Long) capture.amountMinor() : null)
                .number(authorization == null ? null : (Long) authorization.amountMinor())
                .number(item.suspenseMinor())
                .number(item.withheldMinor())
                .text(
                        authorization == null
                                ? currency.code()
                                : authorization.currency().code())
                .text(authorization == null ? "" : authorization.channel().name())
                .text(item.caseId())
                .date(item.joinsUntil())
                .bytes(claimed ? RecordCodec.encode(capture) : null)
                .bytes(authorization == null ? null : RecordCodec.encode(authorization))
                .end();
    }

    private static String kind(OpenItem item) {
        if (item.isPair()) {
            return "PAIR";
        }
        if (item.status() == MatchStatus.REVERSAL_WITHOUT_ORIGINAL
                || item.status() == MatchStatus.REVERSAL_AFTER_CLEARING) {
            return "REVERSAL";
        }
        return item.capture() != null ? "CAPTURE" : "AUTHORIZATION";
    }

    /** It is resolved today. */
    public void remove(String itemId, LocalDate openedOn) {
        removed.add(new Object[] {Date.valueOf(businessDate), itemId, Date.valueOf(openedOn)});
        if (removed.size() >= REMOVALS_AT_ONCE) {
            flushRemovals();
        }
    }

    private void flushRemovals() {
        jdbc.batchUpdate("update open_item set removed_on = ? where item_id = ? and opened_on = ?", removed);
        removed.clear();
    }

    @Override
    public void close() {
        added.close();
        if (!removed.isEmpty()) {
            flushRemovals();
        }
    }
}

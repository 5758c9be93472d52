package io.qingfen.clearing.jdbc;

import io.qingfen.clearing.DecidedItem;
import io.qingfen.ledger.Account;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.OpenItem;
import io.qingfen.reference.References;
import io.qingfen.review.CaseKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases with what waits behind them: tables review_case and open_item. */
@Component
class DecidedItems {
    private static final String TAKEN_BACK = """
                        select t.channel,
                               t.fee_minor - coalesce((select sum(e.fee_minor) from clearing_effect e
                                  where e.original_id = t.transaction_id and e.original_date = t.business_date), 0)
                                 as fee_left,
                               t.scheme_cost_minor - coalesce((select sum(e.cost_minor) from clearing_effect e
                                  where e.original_id = t.transaction_id and e.original_date = t.business_date), 0)
                                 as cost_left
                          from clearing_effect r
                          join transactions t
                            on t.transaction_id = r.original_id and t.business_date = r.original_date
                         where r.item_id = ? and r.kind = 'REVERSAL'
                        """;

    /** The original was settled by a decision: its moves tell fee and cost, the authorization its channel. */
    private static final String TAKEN_BACK_OF_DECIDED = """
                        select coalesce((select min(o.channel) from decided_item x join open_item o
                                    on o.item_id = x.item_id and o.opened_on = x.item_opened_on
                                 where x.case_id in (d.case_id, d.linked_case_id) and o.channel <> ''), '') as channel,
                               coalesce((select sum(m.amount_minor) from money_move m where m.move_key in
                                 ('CASE|' || d.case_id || '|FEE', 'CASE|' || d.linked_case_id || '|FEE')), 0)
                                 as fee_left,
                               coalesce((select sum(m.amount_minor) from money_move m where m.move_key in
                                 ('CASE|' || d.case_id || '|COST', 'CASE|' || d.linked_case_id || '|COST')), 0)
                                 as cost_left
                          from clearing_effect r
                          join decided_item d on d.item_id = r.original_id and d.business_date = r.original_date
                         where r.item_id = ? and r.kind = 'REVERSAL'
                        """;

    private final JdbcClient jdbc;
    private final References references;

    DecidedItems(JdbcClient jdbc, References references) {
        this.jdbc = jdbc;
        this.references = references;
    }

    /** Empty when there is no such case. An item's records are read with the reference data of the date it was judged. */
    Optional<DecidedItem> of(String caseId) {
        return jdbc.sql("select c.case_id as decided_case, c.kind as case_kind, c.merchant_id as case_merchant, o.*"
                        + " from review_case c"
                        + " left join open_item o on o.case_id = c.case_id and o.removed_on is null"
                        + " where c.case_id = ?")
                .param(caseId)
                .query((row, no) -> item(row))
                .optional();
    }

    private DecidedItem item(ResultSet row) throws SQLException {
        String caseId = row.getString("decided_case");
        CaseKind kind = CaseKind.valueOf(row.getString("case_kind"));
        String merchant = row.getString("case_merchant");
        if (row.getString("item_id") == null) {
            return new DecidedItem(caseId, kind, merchant, null, null);
        }
        OpenItem item =
                OpenItems.read(row, references.of(row.getDate("opened_on").toLocalDate()));
        boolean reversal = item.status() == MatchStatus.REVERSAL_AFTER_CLEARING;
        return new DecidedItem(caseId, kind, merchant, item, reversal ? takenBack(item) : null);
    }

    /**
     * A capture that was paid alone and whose authorization may still be found.
     *
     * @param from the account that paid for it
     */
    record Paid(DecidedItem capture, String from) {}

    /** Empty when this case paid no capture alone, or its authorization was found already. */
    Optional<Paid> paidCapture(String caseId) {
        return jdbc.sql("select d.resolution as paid_by, c.case_id as decided_case, c.kind as case_kind,"
                        + " c.merchant_id as case_merchant, o.*"
                        + " from decided_item d join review_case c on c.case_id = d.case_id"
                        + " join open_item o on o.item_id = d.item_id and o.opened_on = d.item_opened_on"
                        + " where d.case_id = ? and d.paid_side = 'CAPTURE' and d.linked_case_id is null"
                        + " and d.resolution in ('SETTLE_CAPTURED', 'WRITE_OFF')")
                .param(caseId)
                .query((row, no) -> new Paid(
                        item(row),
                        row.getString("paid_by").equals("WRITE_OFF")
                                ? Account.WRITE_OFF
                                : Account.UNKNOWN_SCHEME_RECEIVABLE))
                .optional();
    }

    /** Fee and cost of the original, less what refunds gave back already; nothing when a void took it back whole. */
    private DecidedItem.TakenBack takenBack(OpenItem reversal) {
        return takenBack(TAKEN_BACK, reversal)
                .or(() -> takenBack(TAKEN_BACK_OF_DECIDED, reversal))
                .orElseThrow(() -> new IllegalStateException("no original of reversal " + reversal.itemId()));
    }

    private Optional<DecidedItem.TakenBack> takenBack(String sql, OpenItem reversal) {
        return jdbc.sql(sql)
                .param(reversal.itemId())
                .query((row, no) -> new DecidedItem.TakenBack(
                        row.getString("channel"),
                        reversal.withheldMinor() == 0
                                ? 0
                                : row.getBigDecimal("fee_left").longValueExact(),
                        reversal.withheldMinor() == 0
                                ? 0
                                : row.getBigDecimal("cost_left").longValueExact()))
                .optional();
    }
}

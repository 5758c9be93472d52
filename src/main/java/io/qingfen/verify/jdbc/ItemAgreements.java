package io.qingfen.verify.jdbc;

import java.util.List;

/** What waits, what people must decide and what later records did to earlier ones follow from transactions. */
public final class ItemAgreements {
    private static final String VERDICTS = "('DUPLICATE_CAPTURE', 'DUPLICATE_AUTHORIZATION', 'REVERSED_CAPTURE',"
            + " 'DECLINED_CAPTURE', 'UNKNOWN_OUTCOME', 'TYPE_MISMATCH', 'CURRENCY_MISMATCH', 'CARD_MISMATCH',"
            + " 'AMOUNT_MISMATCH', 'COMPLETION_WITHOUT_HOLD', 'COMPLETION_EXCEEDS_HOLD', 'VOID_WITHOUT_ORIGINAL',"
            + " 'REFUND_WITHOUT_ORIGINAL', 'REFUND_EXCEEDS_ORIGINAL', 'UNPRICED', 'AMBIGUOUS', 'ORPHAN_CAPTURE',"
            + " 'ORPHAN_AUTHORIZATION')";

    private static final Agreement HELD = new Agreement(
            "held transactions wait as open items",
            1,
            "item_id kind match_status matched_by merchant_id terminal_id txn_type rrn currency captured_minor channel",
            "table open_item",
            """
            select item_id, kind, match_status, matched_by, merchant_id, terminal_id, txn_type, rrn, currency,
                   captured_minor, channel
              from open_item where opened_on = :date and kind <> 'REVERSAL'
               and not (kind = 'AUTHORIZATION' and match_status = 'UNKNOWN_OUTCOME') order by item_id
            """,
            "table transactions",
            """
            select transaction_id, case when capture_file is null then 'AUTHORIZATION'
                   when authorization_file is null then 'CAPTURE' else 'PAIR' end, match_status, matched_by, merchant_id,
                   terminal_id, txn_type, rrn, currency, case when capture_file is not null then amount_minor end, channel
              from transactions where business_date = :date and disposition = 'HELD' order by transaction_id
            """);

    private static final Agreement CASES = new Agreement(
            "cases of transactions that were not cleared",
            2,
            "subject kind merchant_id terminal_id batch_no trace_no rrn currency captured_minor response_code"
                    + " capture_file capture_line authorization_file authorization_line",
            "table review_case",
            "select subject, kind, merchant_id, terminal_id, batch_no, trace_no, rrn, currency, captured_minor,"
                    + " response_code, capture_file, capture_line, authorization_file, authorization_line"
                    + " from review_case where opened_on = :date and kind in " + VERDICTS
                    + " and not (kind = 'UNKNOWN_OUTCOME' and capture_file is null) order by subject, kind",
            "table transactions",
            """
            select transaction_id, match_status, merchant_id, terminal_id, batch_no, trace_no, rrn, currency,
                   case when capture_file is not null then amount_minor end, response_code, capture_file, capture_line,
                   authorization_file, authorization_line
              from transactions t where business_date = :date and match_status <> 'MATCHED'
               and not (match_status = 'REVERSED_CAPTURE' and exists (select 1 from open_item o
                         where o.item_id = t.transaction_id and o.removed_on = :date))
             order by transaction_id, match_status
            """);

    private static final Agreement EFFECTS = new Agreement(
            "voids and refunds and what they did to their originals",
            1,
            "item_id original_id original_date merchant_id kind amount_minor fee_minor cost_minor",
            "table clearing_effect",
            """
            select item_id, original_id, original_date, merchant_id, kind, amount_minor, fee_minor, cost_minor
              from clearing_effect where business_date = :date and kind <> 'REVERSAL' order by item_id
            """,
            "table transactions",
            """
            select transaction_id, original_id, original_date, merchant_id,
                   case when txn_type = 'REFUND' then 'REFUND' else 'VOID' end, amount_minor, -fee_minor,
                   -scheme_cost_minor
              from transactions where business_date = :date and disposition = 'SETTLED'
               and txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND') order by transaction_id
            """);

    private static final Agreement REVERSALS = new Agreement(
            "reversals after clearing",
            1,
            "item_id merchant_id amount_minor",
            "table clearing_effect",
            """
            select item_id, merchant_id, amount_minor from clearing_effect
             where business_date = :date and kind = 'REVERSAL' order by item_id
            """,
            "table review_case",
            """
            select subject, merchant_id, exposure_minor from review_case
             where opened_on = :date and kind = 'REVERSAL_AFTER_CLEARING' order by subject
            """);

    private static final Agreement HOLDS = new Agreement(
            "pre-authorization holds opened",
            2,
            "merchant_id rrn terminal_id amount_minor currency expires_on",
            "table preauth_hold",
            """
            select merchant_id, rrn, terminal_id, amount_minor, currency, expires_on from preauth_hold
             where opened_on = :date order by merchant_id, rrn
            """,
            "table hold_event",
            """
            select merchant_id, rrn, terminal_id, amount_minor, currency, business_date + 30 from hold_event e
             where business_date = :date and kind = 'OPEN'
               and not exists (select 1 from hold_event f where f.business_date = :date and f.kind = 'OPEN'
                     and f.merchant_id = e.merchant_id and f.rrn = e.rrn
                     and (f.file_no < e.file_no or f.file_no = e.file_no and f.line_no < e.line_no))
               and not exists (select 1 from preauth_hold h where h.merchant_id = e.merchant_id and h.rrn = e.rrn
                     and h.opened_on < :date and h.expires_on >= :date and (h.closed_on is null or h.closed_on >= :date)
                     and exists (select 1 from hold_event x where x.business_date = h.opened_on and x.kind = 'OPEN'
                           and x.merchant_id = h.merchant_id and x.rrn = h.rrn))
             order by merchant_id, rrn
            """);

    private static final Agreement HOLDS_CLOSED = new Agreement(
            "pre-authorization holds closed by voids, reversals and decisions",
            3,
            "merchant_id rrn closed_by",
            "table preauth_hold",
            """
            select merchant_id, rrn, closed_by from preauth_hold
             where closed_on = :date and closed_by <> 'COMPLETION' order by merchant_id, rrn, closed_by
            """,
            "table hold_event",
            """
            select h.merchant_id, h.rrn, h.closed_by from preauth_hold h
             where h.closed_on = :date and (exists (select 1 from hold_event e
                    where e.business_date = :date and e.kind = h.closed_by and e.merchant_id = h.merchant_id
                      and e.rrn = h.rrn)
                 or h.closed_by = 'DECISION' and exists (select 1 from decided_item d
                    where d.business_date = :date and d.merchant_id = h.merchant_id
                      and d.txn_type = 'PREAUTH_COMPLETION' and d.paid_side <> ''))
             order by h.merchant_id, h.rrn, h.closed_by
            """);

    private static final Agreement HOLDS_USED = new Agreement(
            "pre-authorization holds used by completions",
            1,
            "merchant_id holds",
            "table preauth_hold",
            """
            select merchant_id, count(*) from preauth_hold where closed_on = :date and closed_by = 'COMPLETION'
             group by merchant_id order by merchant_id
            """,
            "table transactions",
            """
            select merchant_id, count(*) from transactions
             where business_date = :date and disposition = 'SETTLED' and txn_type = 'PREAUTH_COMPLETION'
             group by merchant_id order by merchant_id
            """);

    /** A hold that an event names and that is still open was missed. */
    private static final Agreement HOLDS_MISSED = new Agreement(
            "events that close a hold", 2, "merchant_id rrn", "table hold_event", """
            select distinct e.merchant_id, e.rrn from hold_event e
             where e.business_date = :date and e.kind <> 'OPEN' order by e.merchant_id, e.rrn
            """, "table preauth_hold", """
            select distinct e.merchant_id, e.rrn from hold_event e
             where e.business_date = :date and e.kind <> 'OPEN'
               and not exists (select 1 from preauth_hold h where h.merchant_id = e.merchant_id and h.rrn = e.rrn
                     and h.opened_on <= :date and h.expires_on >= :date
                     and (h.closed_on is null or h.closed_on > :date))
             order by e.merchant_id, e.rrn
            """);

    private static final String FOLLOWED = "item_id opened_on case_id matched_by match_status suspense_minor"
            + " withheld_minor joins_until merchant_id";
    private static final Agreement WAITING_PAIRS = new Agreement(
            "waiting pairs judged again",
            1,
            FOLLOWED,
            "table follow_up",
            """
            select item_id, opened_on, case_id, matched_by, match_status, suspense_minor, withheld_minor, joins_until,
                   merchant_id
              from follow_up where business_date = :date and opened_on is not null order by item_id
            """,
            "table open_item",
            """
            select item_id, opened_on, case_id, matched_by, match_status, suspense_minor, withheld_minor, joined_until,
                   merchant_id
              from """ + Items.AS_OF + """
             open_item where kind = 'PAIR' and opened_on < :date and joined_until >= :date
               and (removed_on is null or removed_on >= :date)
               and match_status in ('COMPLETION_WITHOUT_HOLD', 'VOID_WITHOUT_ORIGINAL', 'REFUND_WITHOUT_ORIGINAL')
               and not exists (select 1 from decided_item x where x.business_date = :date
                     and x.item_id = open_item.item_id and x.item_opened_on = open_item.opened_on)
               and not exists (select 1 from transactions t where t.business_date = :date
                     and t.transaction_id = open_item.item_id and t.match_status = 'REVERSED_CAPTURE')
             order by item_id
            """);
    private static final Agreement NEW_PAIRS = new Agreement(
            "new pairs that point at another record", 1, FOLLOWED, "table follow_up", """
            select item_id, opened_on, case_id, matched_by, match_status, suspense_minor, withheld_minor, joins_until,
                   merchant_id
              from follow_up where business_date = :date and opened_on is null order by item_id
            """, "table transactions", """
            select transaction_id, cast(null as date), cast(null as varchar), matched_by, '', 0, 0, cast(null as date),
                   merchant_id
              from transactions t where business_date = :date
               and txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND', 'PREAUTH_COMPLETION') and (disposition = 'SETTLED'
                 or match_status in ('COMPLETION_WITHOUT_HOLD', 'COMPLETION_EXCEEDS_HOLD', 'VOID_WITHOUT_ORIGINAL',
                     'REFUND_WITHOUT_ORIGINAL', 'REFUND_EXCEEDS_ORIGINAL')
                 or match_status = 'UNPRICED' and txn_type = 'PREAUTH_COMPLETION')
               and not exists (select 1 from follow_up f where f.business_date = :date
                     and f.item_id = t.transaction_id and f.opened_on is not null)
             order by transaction_id
            """);

    /** Two records are one sale when people decided so, with four eyes. */
    private static final Agreement LINKED = new Agreement(
            "pairs that people linked",
            1,
            "transaction_id merchant_id terminal_id txn_type disposition",
            "table transactions",
            """
            select transaction_id, merchant_id, terminal_id, txn_type, disposition from transactions
             where business_date = :date and matched_by = 'LK' order by transaction_id
            """,
            "tables linked_pair and review_case",
            """
            select l.claim_item_id, l.merchant_id, l.claim_terminal_id, l.txn_type, 'SETTLED'
              from linked_pair l
              join review_case c on c.case_id = l.claim_case_id and c.state = 'APPLIED' and c.resolution = 'LINK'
               and c.closed_on = l.business_date
              join review_case a on a.case_id = l.answer_case_id and a.state = 'APPLIED' and a.resolution = 'LINK'
               and a.closed_on = l.business_date
             where l.business_date = :date order by l.claim_item_id
            """);

    public static final List<Agreement> ALL = List.of(
            LINKED,
            HELD,
            CASES,
            EFFECTS,
            REVERSALS,
            HOLDS,
            HOLDS_CLOSED,
            HOLDS_USED,
            HOLDS_MISSED,
            WAITING_PAIRS,
            NEW_PAIRS);

    private ItemAgreements() {}
}

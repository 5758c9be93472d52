package io.qingfen.verify.jdbc;

import java.util.List;

/** Money that people and banks move: every move follows from a decided case or from the end of a payout, and only once. */
public final class ActAgreements {
    private static final String ENDS = "('PAID', 'REJECTED', 'RETURNED', 'WITHDRAWN')";

    private static final Agreement PAYOUT_MOVES = new Agreement(
            "moves of payouts that ended",
            1,
            "move_key merchant_id currency line debit_account credit_account amount_minor",
            "table money_move",
            """
            select move_key, merchant_id, currency, line, debit_account, credit_account, amount_minor from money_move
             where business_date = :date and move_key not like 'CASE|%' and move_key not like 'ADJUSTMENT|%'
               and move_key not like 'SCHEME_COST|%' and move_key not like 'DISPUTE|%'
             order by move_key
            """,
            "tables payout_event and payout",
            """
            select * from (
            select 'PAYOUT|' || p.payout_id as move_key, p.merchant_id, p.currency,
                   case when e.to_state = 'PAID' then '' else 'PAYOUT_RETURNED' end as line,
                   'liabilities:payouts-in-transit' as debit,
                   case when e.to_state = 'PAID' then 'assets:bank'
                        else 'liabilities:merchant-payable:' || p.merchant_id end as credit, p.amount_minor
              from payout_event e join payout p on p.payout_id = e.payout_id
             where e.business_date = :date) ended order by move_key {c}
            """);

    /** A payout ends once, in the state that was reported, on the date that booked it. */
    private static final Agreement PAYOUT_ENDS = new Agreement(
            "ends of payouts",
            1,
            "payout_id state ends",
            "table payout",
            "select payout_id, state, 1 from payout where ended_on = :date order by payout_id",
            "table payout_event",
            "select e.payout_id, e.to_state, (select count(*) from payout_event o where o.payout_id = e.payout_id and"
                    + " (o.to_state in " + ENDS + " or o.business_date is not null)) from payout_event e"
                    + " where e.business_date = :date order by e.payout_id");

    /** What a decision released and gave, case by case; DecisionProof reckons each move. */
    private static final Agreement CASE_MOVES = new Agreement(
            "moves of decided cases",
            1,
            "case_id suspense_minor withheld_minor settled_minor settled_currency",
            "table money_move",
            """
            select case_id, sum(suspense), sum(withheld), sum(settled), max(settled_currency) from (
              select substring(move_key from 6 for 21) as case_id,
                     case when move_key like '%|SUSPENSE' then case when debit_account like 'liabilities:suspense:%'
                          then amount_minor else -amount_minor end else 0 end as suspense,
                     case when line = 'CREDITS_WITHHELD' then amount_minor else 0 end as withheld,
                     case when line <> 'ADJUSTMENTS' then 0
                          when credit_account like 'liabilities:merchant-payable:%' then amount_minor
                          else -amount_minor end as settled,
                     case when line = 'ADJUSTMENTS' then currency end as settled_currency
                from money_move where business_date = :date and move_key like 'CASE|%') moved
             group by case_id order by case_id {c}
            """,
            "table decided_item",
            """
            select d.case_id, d.suspense_minor, d.withheld_minor, d.settled_minor,
                   case when d.settled_minor <> 0 then d.settled_currency end
              from decided_item d where d.business_date = :date
               and (d.suspense_minor <> 0 or d.withheld_minor <> 0 or d.settled_minor <> 0) order by d.case_id
            """);

    /** What was decided is what waited, under the case that was closed for it; what was paid must never be paid again. */
    private static final Agreement ITEMS = new Agreement(
            "items that were decided",
            1,
            "case_id resolution item_id item_opened_on terminal_id batch_no trace_no rrn suspense_minor withheld_minor"
                    + " captured_minor authorized_minor paid_side",
            "table decided_item",
            """
            select case_id, resolution, item_id, item_opened_on, terminal_id, batch_no, trace_no, rrn, suspense_minor,
                   withheld_minor, captured_minor, authorized_minor,
                   case when resolution <> 'LINK' then paid_side end
              from decided_item where business_date = :date order by case_id
            """,
            "tables open_item and review_case",
            """
            select c.case_id, c.resolution, o.item_id, o.opened_on, o.terminal_id, c.batch_no, c.trace_no, o.rrn,
                   o.suspense_minor, o.withheld_minor, o.captured_minor, o.authorized_minor,
                   case when c.resolution = 'LINK' then null
                        when o.kind <> 'REVERSAL' and c.resolution in ('SETTLE_CAPTURED', 'SETTLE_AUTHORIZED', 'WRITE_OFF')
                        then o.kind else '' end
              from review_case c join open_item o on o.case_id = c.case_id and o.removed_on = :date
             where c.closed_on = :date and c.state = 'APPLIED'
               and not exists (select 1 from linked_pair l where l.business_date = :date
                                and (l.claim_case_id = c.case_id or l.answer_case_id = c.case_id))
             order by c.case_id
            """);

    /** Every case that the date closed for people was proposed and approved. */
    private static final Agreement DECIDED = new Agreement(
            "decided cases",
            1,
            "case_id resolution",
            "table review_case",
            "select case_id, resolution from review_case where closed_on = :date and state = 'APPLIED' order by case_id",
            "table case_proposal",
            """
            select case_id, resolution from (
              select case_id, resolution from case_proposal
               where business_date = :date and state = 'APPLIED' and resolution <> 'WAIT'
              union
              select p.other_case_id, p.resolution from case_proposal p
                join review_case c on c.case_id = p.other_case_id and c.closed_on = :date and c.state = 'APPLIED'
               where p.business_date = :date and p.state = 'APPLIED') decided order by case_id {c}
            """);

    public static final List<Agreement> ALL =
            List.of(PAYOUT_MOVES, PAYOUT_ENDS, CASE_MOVES, ITEMS, DECIDED, DecisionQueries.LINKS);

    /** Decisions that the date took over. */
    public static final String PROPOSALS = """
            select case_id, proposal_no, resolution, other_case_id, wait_until, maker, checker, reason from case_proposal
             where business_date = :date and state = 'APPLIED' order by case_id, proposal_no
            """;

    /** Who proposed and approved them, by the audit chain; read once, since it has no index by subject. */
    public static final String ACTS = """
            select action, subject, actor, detail from audit_record
             where action in ('cases.proposed', 'cases.approved') and subject in (
               select case_id from case_proposal where business_date = :date and state = 'APPLIED')
            """;

    public static final String WITHDRAWALS =
            "select subject, actor from audit_record where action = 'payouts.withdraw'";

    public static final String AUDIT = """
            select record_no, recorded_at, actor, action, subject, detail, previous_sha256, sha256 from audit_record
             order by record_no
            """;

    public static final String AUDIT_HEAD = "select record_no, sha256 from audit_head where name = 'audit'";

    /**
     * What became of payouts by a bank's word or by withdrawal: ends that the date booked, and whatever happened to payouts
     * of the date itself; with the file of the bank that told it.
     */
    public static final String ENDED = """
            select e.payout_id, e.from_state, e.to_state, e.actor, e.source,
                   (select b.to_state from payout_event b where b.payout_id = e.payout_id and b.event_no = e.event_no - 1)
              from payout_event e where e.business_date = :date or (e.source <> '' or e.to_state not in
                   ('RELEASED', 'SENT')) and e.payout_id in (select payout_id from payout where business_date = :date)
             order by e.source, e.payout_id, e.event_no
            """;

    public static final String RESULT_FILE = "select sha256, archived from payout_result_file where file_name = :file";

    private ActAgreements() {}
}

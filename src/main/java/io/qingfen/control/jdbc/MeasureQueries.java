package io.qingfen.control.jdbc;

import java.util.List;

/**
 * One pass over each table. A column is named after the measure that it fills, with {@code _n} for its count and
 * {@code _a} for its amount in minor units; column {@code currency} says of which currency.
 */
final class MeasureQueries {
    private MeasureQueries() {}

    static final List<String> ALL = List.of(
            // files, as their trailers state them
            """
            select 'XXX' as currency,
                   sum(stated_batches) as stated_batches_n,
                   sum(case when kind = 'TERMINAL_BATCHES' then stated_records else 0 end) as stated_captures_n,
                   sum(case when kind = 'AUTHORIZATIONS' then stated_records else 0 end) as stated_authorizations_n
              from input_file
             where business_date = :date and state = 'ROUTED'
            """,
            """
            select 'XXX' as currency,
                   sum(case when record_type = 'B' then 1 else 0 end) as rejected_batch_rows_n,
                   sum(case when record_type = 'D' then 1 else 0 end) as rejected_capture_rows_n,
                   sum(case when record_type = 'A' then 1 else 0 end) as rejected_authorization_rows_n
              from reject
             where business_date = :date
            """,
            // decided items that would still have taken part in matching, each record in its own currency
            """
            select currency,
                   sum(case when joined and captured_minor is not null then 1 else 0 end) as decided_captures_n,
                   sum(case when joined then coalesce(captured_minor, 0) else 0 end) as decided_captures_a
              from decided_item
             where business_date = :date
             group by currency
            """,
            """
            select authorized_currency,
                   sum(case when joined and authorized_minor is not null then 1 else 0 end) as decided_authorizations_n,
                   sum(case when joined then coalesce(authorized_minor, 0) else 0 end) as decided_authorizations_a
              from decided_item
             where business_date = :date
             group by authorized_currency
            """,
            """
            select 'XXX' as currency, count(*) as decided_items_n,
                   count(c.case_id) as decided_items_with_applied_case_n
              from decided_item d
              left join review_case c
                on c.case_id = d.case_id and c.state = 'APPLIED' and c.resolution = d.resolution
               and c.closed_on = d.business_date
             where d.business_date = :date
            """,
            // open items by the currency of the item itself
            """
            select currency,
                   sum(joined * before * claimed) as waiting_captures_before_n,
                   sum(joined * before * captured) as waiting_captures_before_a,
                   sum(joined * after * claimed) as waiting_captures_n,
                   sum(joined * after * captured) as waiting_captures_a,
                   sum(after * fresh * judged) as waiting_since_today_n,
                   sum(after * fresh * judged * own) as waiting_since_today_a
              from (select currency,
                           case when joins_until >= :date then 1 else 0 end as joined,
                           case when opened_on < :date then 1 else 0 end as before,
                           case when removed_on is null or removed_on > :date then 1 else 0 end as after,
                           case when opened_on = :date then 1 else 0 end as fresh,
                           case when kind = 'AUTHORIZATION' and match_status = 'UNKNOWN_OUTCOME' then 0 else 1 end
                             as judged,
                           case when captured_minor is null then 0 else 1 end as claimed,
                           coalesce(captured_minor, 0) as captured,
                           coalesce(captured_minor, authorized_minor) as own
                      from open_item
                     where opened_on <= :date and (removed_on is null or removed_on >= :date) and kind <> 'REVERSAL')
                   waiting
             group by currency
            """,
            // open items by the currency of their authorization
            """
            select currency,
                   sum(joined * before * answered) as waiting_authorizations_before_n,
                   sum(joined * before * answered * authorized) as waiting_authorizations_before_a,
                   sum(joined * after * answered) as waiting_authorizations_n,
                   sum(joined * after * answered * authorized) as waiting_authorizations_a,
                   sum(after * fresh * unanswered) as waiting_without_answer_n,
                   sum(after * fresh * unanswered * authorized) as waiting_without_answer_a,
                   sum(before * withheld) as credits_withheld_before_a,
                   sum(after * withheld) as credits_withheld_a,
                   sum(before * suspense) as suspense_before_a,
                   sum(after * suspense) as suspense_a
              from (select suspense_currency as currency,
                           case when joins_until >= :date then 1 else 0 end as joined,
                           case when opened_on < :date then 1 else 0 end as before,
                           case when removed_on is null or removed_on > :date then 1 else 0 end as after,
                           case when opened_on = :date then 1 else 0 end as fresh,
                           case when kind = 'AUTHORIZATION' and match_status = 'UNKNOWN_OUTCOME' then 1 else 0 end
                             as unanswered,
                           case when authorized_minor is null or kind = 'REVERSAL' then 0 else 1 end as answered,
                           coalesce(authorized_minor, 0) as authorized,
                           withheld_minor as withheld,
                           suspense_minor as suspense
                      from open_item
                     where opened_on <= :date and (removed_on is null or removed_on >= :date)) waiting
             group by currency
            """,
            """
            select 'XXX' as currency, count(*) as waiting_with_case_n, count(c.case_id) as waiting_with_open_case_n
              from open_item i
              left join review_case c on c.case_id = i.case_id and (c.closed_on is null or c.closed_on > :date)
             where i.case_id is not null and i.opened_on <= :date and (i.removed_on is null or i.removed_on > :date)
            """,
            """
            select currency, sum(captured_minor) as duplicate_batch_cases_a
              from review_case
             where opened_on = :date and kind = 'DUPLICATE_BATCH'
             group by currency
            """,
            """
            select currency, count(*) as failure_rows_n, sum(amount_minor) as failure_rows_a
              from failure
             where business_date = :date
             group by currency
            """,
            // transactions: one pass over the rows into few groups, then the rest over those
            """
            select currency,
                   sum(settled * items) as transactions_settled_n,
                   sum(settled * amount) as transactions_settled_a,
                   sum(held * items) as transactions_held_n,
                   sum(held * amount) as transactions_held_a,
                   sum(refused * claimed) as captures_of_transactions_not_settled_n,
                   sum(refused * (amount - unclaimed)) as captures_of_transactions_not_settled_a,
                   sum(refused * answered) as authorizations_of_transactions_not_settled_n,
                   sum(settled * sale * items) as cleared_sales_n,
                   sum(settled * sale * amount) as cleared_sales_a,
                   sum(settled * undo * items) as cleared_voids_n,
                   sum(settled * undo * -amount) as cleared_voids_a,
                   sum(settled * refund * items) as cleared_refunds_n,
                   sum(settled * refund * -amount) as cleared_refunds_a,
                   sum(settled * -fee) as cleared_fees_a,
                   sum(settled * cost) as cleared_costs_a,
                   sum(settled * net) as cleared_net_a
              from (select currency, items, amount, fee, cost, net, claimed, unclaimed, answered,
                           case when disposition = 'SETTLED' then 1 else 0 end as settled,
                           case when disposition = 'HELD' then 1 else 0 end as held,
                           case when disposition = 'NOT_SETTLED' then 1 else 0 end as refused,
                           case when txn_type in ('VOID', 'COMPLETION_VOID') then 1 else 0 end as undo,
                           case when txn_type = 'REFUND' then 1 else 0 end as refund,
                           case when txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND') then 0 else 1 end as sale
                      from (select currency, disposition, txn_type,
                                   count(*) as items,
                                   sum(amount_minor) as amount,
                                   coalesce(sum(fee_minor), 0) as fee,
                                   coalesce(sum(scheme_cost_minor), 0) as cost,
                                   coalesce(sum(net_minor), 0) as net,
                                   count(capture_file) as claimed,
                                   sum(case when capture_file is null then amount_minor else 0 end) as unclaimed,
                                   count(authorization_file) as answered
                              from transactions
                             where business_date = :date
                             group by currency, disposition, txn_type) kinds) flagged
             group by currency
            """,
            """
            select currency,
                   sum(case when kind = 'WITHHELD' then amount_minor else 0 end) as deposits_withheld_a,
                   sum(case when kind in ('REFUNDED', 'RETURNED') then amount_minor else 0 end) as deposits_given_back_a
              from deposit_event
             where business_date = :date
             group by currency
            """,
            """
            select currency,
                   count(*) as positions_n,
                   sum(net_minor) as positions_a,
                   sum(case when net_minor = lines and net_minor = payout_minor + carried_forward_minor and decided
                            then 1 else 0 end) as positions_adding_up_n,
                   sum(lines) as positions_adding_up_a,
                   sum(sales_count) as position_sales_n,
                   sum(sales_minor) as position_sales_a,
                   sum(voids_minor) as position_voids_a,
                   sum(refunds_minor) as position_refunds_a,
                   sum(merchant_fees_minor) as position_merchant_fees_a,
                   sum(instant_fee_minor) as position_instant_fees_a,
                   sum(deposit_withheld_minor) as position_deposits_withheld_a,
                   sum(deposit_refund_minor) as position_deposit_refunds_a,
                   sum(credits_withheld_minor) as position_credits_withheld_a,
                   sum(case when decision = 'PAYOUT' then 1 else 0 end) as position_payouts_n,
                   sum(payout_minor) as position_payouts_a,
                   sum(case when decision = 'PAYOUT' then 0 else 1 end) as position_carried_forward_n,
                   sum(carried_forward_minor) as position_carried_forward_a
              from (select p.*,
                           sales_minor + voids_minor + refunds_minor + merchant_fees_minor + instant_fee_minor
                             + deposit_withheld_minor + deposit_refund_minor + chargebacks_minor
                             + chargeback_reversals_minor + adjustments_minor + reserve_withheld_minor
                             + reserve_released_minor + payout_returned_minor + credits_withheld_minor
                             + brought_forward_minor as lines,
                           case decision
                             when 'PAYOUT' then net_minor > 0 and payout_minor = net_minor and value_date is not null
                             when 'NEGATIVE' then net_minor < 0 and payout_minor = 0 and value_date is null
                             when 'ZERO' then net_minor = 0 and payout_minor = 0 and value_date is null
                             else net_minor >= 0 and payout_minor = 0 and value_date is null end as decided
                      from position p
                     where business_date = :date) summed
             group by currency
            """,
            """
            select currency,
                   sum(case when credit_account like 'liabilities:suspense:%' then amount_minor else 0 end)
                     - sum(case when debit_account like 'liabilities:suspense:%' then amount_minor else 0 end)
                     - sum(case when credit_account = 'liabilities:suspense:CREDITS_WITHHELD' then amount_minor else 0 end)
                     + sum(case when debit_account = 'liabilities:suspense:CREDITS_WITHHELD' then amount_minor else 0 end)
                     as suspense_moved_a
              from money_move
             where business_date = :date
             group by currency
            """,
            // what the date's own entries moved; the opening entry only takes over, moves have their own control
            """
            select currency,
                   sum(case when account = 'income:merchant-fees' then credit_minor - debit_minor else 0 end)
                     as ledger_merchant_fees_a,
                   sum(case when account = 'income:instant-fees' then credit_minor - debit_minor else 0 end)
                     as ledger_instant_fees_a,
                   sum(case when account like 'expenses:scheme-cost:%' then debit_minor - credit_minor else 0 end)
                     as ledger_scheme_costs_a,
                   sum(case when account like 'assets:scheme-receivable:%' then debit_minor - credit_minor else 0 end)
                     as ledger_scheme_receivable_a
              from posting
             where business_date = :date
               and entry_id not in (select entry_id from journal_entry
                                     where business_date = :date
                                       and (entry_key like 'OPENING|%' or entry_key like 'MOVE|%'))
             group by currency
            """,
            """
            select currency,
                   sum(case when closing_minor > 0 then closing_minor else 0 end) as balances_in_debit_a,
                   sum(case when closing_minor < 0 then -closing_minor else 0 end) as balances_in_credit_a
              from trial_balance
             where business_date = :date
             group by currency
            """);
}

package io.qingfen.verify.jdbc;

/** The control chain as it is kept, and what the tables give for its boundaries. */
public final class ControlQueries {
    public static final String CHAIN = """
            select position_no, boundary, side, currency, item_count, amount_minor, counterpart_count, counterpart_minor,
                   closed
              from control_total where business_date = :date order by position_no
            """;

    /** boundary, side, currency, count, amount; null where the control does not compare it. */
    public static final String DERIVED = """
            select 'files -> records', 'batches', 'XXX', sum(stated_batches), 0 from input_file
             where business_date = :date having count(*) > 0
            union all
            select 'files -> records', 'captures', 'XXX', sum(stated_records), 0 from input_file
             where business_date = :date and kind = 'TERMINAL_BATCHES' having count(*) > 0
            union all
            select 'files -> records', 'authorizations', 'XXX', sum(stated_records), 0 from input_file
             where business_date = :date and kind = 'AUTHORIZATIONS' having count(*) > 0
            union all
            select 'records -> rejects', 'captures', 'XXX', count(*), 0 from reject
             where business_date = :date and record_type = 'D'
            union all
            select 'records -> rejects', 'authorizations', 'XXX', count(*), 0 from reject
             where business_date = :date and record_type = 'A'
            union all
            select 'records -> rejects', 'batches', 'XXX', count(*), 0 from reject
             where business_date = :date and record_type = 'B'
            union all
            select 'outcomes -> transactions', 'captures settled', currency, count(*), sum(amount_minor)
              from transactions where business_date = :date and disposition = 'SETTLED' group by currency
            union all
            select 'outcomes -> transactions', 'authorizations settled', currency, count(*), sum(amount_minor)
              from transactions where business_date = :date and disposition = 'SETTLED' group by currency
            union all
            select 'outcomes -> transactions', 'held', currency, count(*), sum(amount_minor)
              from transactions where business_date = :date and disposition = 'HELD' group by currency
            union all
            select 'outcomes -> failures', 'authorizations', currency, count(*), sum(amount_minor)
              from failure where business_date = :date group by currency
            union all
            select 'transactions', 'net', currency, 0, sum(net_minor)
              from transactions where business_date = :date and disposition = 'SETTLED' group by currency
            union all
            select 'settled -> positions', 'sales', currency, sum(sales_count), sum(sales_minor)
              from position where business_date = :date group by currency
            union all
            select 'settled -> positions', 'voids', currency, 0, sum(voids_minor)
              from position where business_date = :date group by currency
            union all
            select 'settled -> positions', 'refunds', currency, 0, sum(refunds_minor)
              from position where business_date = :date group by currency
            union all
            select 'settled -> positions', 'merchant fees', currency, 0, sum(merchant_fees_minor)
              from position where business_date = :date group by currency
            union all
            select 'other lines -> positions', 'credits withheld', currency, 0, sum(credits_withheld_minor)
              from position where business_date = :date group by currency
            union all
            select 'other lines -> positions', 'deposits withheld', currency, 0, sum(deposit_withheld_minor)
              from position where business_date = :date group by currency
            union all
            select 'other lines -> positions', 'deposit refunds', currency, 0, sum(deposit_refund_minor)
              from position where business_date = :date group by currency
            union all
            select 'other lines -> positions', 'reserves withheld', currency, count(*), sum(reserve_withheld_minor)
              from position where business_date = :date and reserve_withheld_minor <> 0 group by currency
            union all
            select 'other lines -> positions', 'reserves released', currency, count(*), sum(reserve_released_minor)
              from position where business_date = :date and reserve_released_minor <> 0 group by currency
            union all
            select 'sub-ledgers -> ledger', 'reserves', currency, count(distinct merchant_id), sum(withheld_minor)
              from reserve_hold where business_date <= :date and release_on > :date group by currency
            union all
            select 'positions', 'net', currency, count(*), sum(net_minor)
              from position where business_date = :date group by currency
            union all
            select 'positions -> payouts + carried forward', 'net', currency, count(*),
                   sum(payout_minor) + sum(carried_forward_minor)
              from position where business_date = :date group by currency
            union all
            select 'results -> ledger', 'merchant fees', currency, 0, sum(fee_minor)
              from transactions where business_date = :date and disposition = 'SETTLED' group by currency
            union all
            select 'results -> ledger', 'scheme costs', currency, 0, sum(scheme_cost_minor)
              from transactions where business_date = :date and disposition = 'SETTLED' group by currency
            union all
            select 'results -> ledger', 'instant fees', currency, 0, -sum(instant_fee_minor)
              from position where business_date = :date group by currency
            union all
            select 'ledger', 'entries', 'XXX', count(*), 0 from journal_entry where business_date = :date
            union all
            select 'ledger', 'debits and credits', currency, count(distinct entry_id), sum(debit_minor)
              from posting where business_date = :date group by currency
            union all
            select 'ledger', 'trial balance', currency, 0, sum(case when closing_minor > 0 then closing_minor else 0 end)
              from trial_balance where business_date = :date group by currency
            """;

    private ControlQueries() {}
}

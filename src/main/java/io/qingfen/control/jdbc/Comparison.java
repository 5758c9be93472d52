package io.qingfen.control.jdbc;

import io.qingfen.control.Measure;
import java.util.List;

/**
 * Two tables that must agree subject by subject: differences that cancel in a sum are found too. The left measure counts
 * every subject with money, the right one those that agree; the amounts are each side's own.
 *
 * @param sql per currency: subjects, their left sum, how many agree, their right sum, the first that differs
 */
record Comparison(Measure left, Measure right, String sql) {
    static final List<Comparison> ALL = List.of(
            byRows(Measure.BROUGHT_FORWARD_FROM_PREVIOUS_DATE, Measure.BROUGHT_FORWARD, """
                    select merchant_id as subject, currency, carried_forward_minor as l, 0 as r
                      from position where business_date = :before
                    union all
                    select replace(replace(account, 'liabilities:merchant-payable:', ''), 'assets:merchant-receivable:', ''),
                           currency, credit_minor - debit_minor, 0
                      from (%1$s) opening
                     where business_date = :date
                       and (account like 'liabilities:merchant-payable:%%' or account like 'assets:merchant-receivable:%%')
                    union all
                    select merchant_id, currency, 0, brought_forward_minor from position where business_date = :date
                    """),
            byRows(Measure.MOVED_BY_DAY, Measure.MOVED_IN_POSITIONS, """
                    select merchant_id || ' ' || line as subject, currency,
                           case when credit_account = 'liabilities:merchant-payable:' || merchant_id
                                then amount_minor else -amount_minor end as l, 0 as r
                      from money_move where business_date = :date and line not in ('', 'CREDITS_WITHHELD')
                    union all
                    select merchant_id || ' ' || line, currency, 0,
                           case line when 'CHARGEBACKS' then chargebacks_minor
                                     when 'CHARGEBACK_REVERSALS' then chargeback_reversals_minor
                                     when 'ADJUSTMENTS' then adjustments_minor
                                     else payout_returned_minor end
                      from position
                     cross join (select 'CHARGEBACKS' as line union all select 'CHARGEBACK_REVERSALS'
                                 union all select 'ADJUSTMENTS' union all select 'PAYOUT_RETURNED') lines
                     where business_date = :date
                    """),
            reserves(
                    Measure.RESERVES_WITHHELD,
                    Measure.POSITION_RESERVES_WITHHELD,
                    "-withheld_minor",
                    "business_date",
                    "reserve_withheld_minor"),
            reserves(
                    Measure.RESERVES_RELEASED,
                    Measure.POSITION_RESERVES_RELEASED,
                    "withheld_minor",
                    "release_on",
                    "reserve_released_minor"),
            byRows(Measure.AGENT_SHARES, Measure.AGENT_SHARES_POSTED, """
                    select 'liabilities:agent-payable:' || agent_id as subject, currency, share_minor as l, 0 as r
                      from agent_share where business_date = :date
                    union all
                    select 'expenses:agent-share', currency, -share_minor, 0
                      from agent_share where business_date = :date
                    union all
                    select p.account, p.currency, 0, p.credit_minor - p.debit_minor
                      from posting p join journal_entry e on e.entry_id = p.entry_id
                     where p.business_date = :date and e.entry_key not like 'OPENING|%%'
                       and (p.account like 'liabilities:agent-payable:%%' or p.account = 'expenses:agent-share')
                    """),
            byRows(Measure.POSITION_SHARED_FEES, Measure.SHARED_FEES, """
                    select p.merchant_id as subject, p.currency, -p.merchant_fees_minor as l, 0 as r
                      from position p
                      join agent_share a on a.business_date = p.business_date and a.merchant_id = p.merchant_id
                       and a.currency = p.currency
                     where p.business_date = :date
                    union all
                    select p.merchant_id || ' volume', p.currency, p.sales_minor + p.voids_minor + p.refunds_minor, 0
                      from position p
                      join agent_share a on a.business_date = p.business_date and a.merchant_id = p.merchant_id
                       and a.currency = p.currency
                     where p.business_date = :date
                    union all
                    select merchant_id, currency, 0, merchant_fees_minor from agent_share where business_date = :date
                    union all
                    select merchant_id || ' volume', currency, 0, volume_minor
                      from agent_share where business_date = :date
                    """),
            byRows(Measure.RESERVES_HELD, Measure.RESERVES_BY_LEDGER, """
                    select 'liabilities:reserve:' || merchant_id as subject, currency, withheld_minor as l, 0 as r
                      from reserve_hold where release_on > :date and business_date <= :date
                    union all
                    select account, currency, 0, -closing_minor from trial_balance
                     where business_date = :date and account like 'liabilities:reserve:%%'
                    """),
            byRows(Measure.DECIDED_RELEASES, Measure.MOVED_RELEASES, """
                    select case_id || '|SUSPENSE' as subject, authorized_currency as currency, suspense_minor as l, 0 as r
                      from decided_item where business_date = :date
                    union all
                    select case_id || '|WITHHELD', authorized_currency, withheld_minor, 0
                      from decided_item where business_date = :date
                    union all
                    select substring(move_key from 6), currency, 0,
                           case when debit_account like 'liabilities:suspense:%%' then amount_minor else -amount_minor end
                      from money_move
                     where business_date = :date and move_key like 'CASE|%%'
                       and (debit_account like 'liabilities:suspense:%%' or credit_account like 'liabilities:suspense:%%')
                    """),
            byRows(Measure.DECIDED_ADJUSTMENTS, Measure.MOVED_ADJUSTMENTS, """
                    select case_id as subject, settled_currency as currency, settled_minor as l, 0 as r
                      from decided_item where business_date = :date
                    union all
                    select substring(move_key from 6 for position('|' in substring(move_key from 6) || '|') - 1), currency, 0,
                           case when credit_account = 'liabilities:merchant-payable:' || merchant_id
                                then amount_minor else -amount_minor end
                      from money_move
                     where business_date = :date and move_key like 'CASE|%%' and line = 'ADJUSTMENTS'
                    """),
            byRows(Measure.MOVES, Measure.MOVES_POSTED, """
                    select move_key || ' ' || account as subject, currency, l, 0 as r
                      from (select move_key, debit_account as account, currency, amount_minor as l
                              from money_move where business_date = :date
                            union all
                            select move_key, credit_account, currency, -amount_minor
                              from money_move where business_date = :date) moved
                    union all
                    select substring(case when position('#' in e.entry_key) = 0 then e.entry_key
                                     else substring(e.entry_key from 1 for position('#' in e.entry_key) - 1) end from 6)
                             || ' ' || p.account,
                           p.currency, 0,
                           p.debit_minor - p.credit_minor
                      from journal_entry e join posting p on p.entry_id = e.entry_id
                     where e.business_date = :date and e.entry_key like 'MOVE|%%'
                    """),
            new Comparison(Measure.ENTRIES, Measure.ENTRIES_WITH_POSTINGS, entries()),
            byRows(Measure.ENTRY_DEBITS, Measure.ENTRY_CREDITS, """
                    select entry_id as subject, currency, debit_minor as l, credit_minor as r
                      from posting where business_date = :date
                    """),
            byRows(Measure.BALANCES_CLOSED_BEFORE, Measure.BALANCES_OPENED, """
                    select account as subject, currency, closing_minor as l, 0 as r
                      from trial_balance where business_date = :before
                    union all
                    select account, currency, 0, opening_minor from trial_balance where business_date = :date
                    """),
            movements(Measure.BALANCES_POSTED, Measure.BALANCES_MOVED, ":date"),
            movements(Measure.BALANCES_POSTED_BEFORE, Measure.BALANCES_MOVED_BEFORE, ":before"),
            byRows(Measure.BALANCES_ROLLED_FORWARD, Measure.BALANCES_CLOSED, """
                    select account as subject, currency, opening_minor + debits_minor - credits_minor as l,
                           closing_minor as r
                      from trial_balance where business_date = :date
                    """),
            byRows(Measure.OWED_BY_POSITIONS, Measure.OWED_BY_LEDGER, """
                    select case when carried_forward_minor > 0 then 'liabilities:merchant-payable:'
                                else 'assets:merchant-receivable:' end || merchant_id as subject,
                           currency, carried_forward_minor as l, 0 as r
                      from position where business_date = :date
                    union all
                    select account, currency, 0, -closing_minor from trial_balance
                     where business_date = :date
                       and (account like 'liabilities:merchant-payable:%%' or account like 'assets:merchant-receivable:%%')
                    """),
            byRows(Measure.SUSPENSE_BY_ITEMS, Measure.SUSPENSE_BY_LEDGER, """
                    select 'liabilities:suspense:' || match_status as subject, suspense_currency as currency,
                           suspense_minor as l, 0 as r
                      from open_item where opened_on <= :date and (removed_on is null or removed_on > :date)
                    union all
                    select 'liabilities:suspense:CREDITS_WITHHELD', suspense_currency, withheld_minor, 0
                      from open_item where opened_on <= :date and (removed_on is null or removed_on > :date)
                    union all
                    select account, currency, credit_minor - debit_minor, 0
                      from (%1$s) opening where account like 'liabilities:suspense:%%'
                    union all
                    select account, currency, 0, -closing_minor from trial_balance
                     where business_date = :date and account like 'liabilities:suspense:%%'
                    """),
            byRows(Measure.DEPOSITS_BY_TERMINALS, Measure.DEPOSITS_BY_LEDGER, """
                    select 'liabilities:terminal-deposits:' || merchant_id as subject, currency, held_minor as l, 0 as r
                      from deposit_day where business_date = :date
                    union all
                    select account, currency, 0, -closing_minor from trial_balance
                     where business_date = :date and account like 'liabilities:terminal-deposits:%%'
                    """),
            byRows(Measure.IN_TRANSIT_BY_PAYOUTS, Measure.IN_TRANSIT_BY_LEDGER, """
                    select 'liabilities:payouts-in-transit' as subject, currency, payout_minor as l, 0 as r
                      from position where business_date = :date
                    union all
                    select 'liabilities:payouts-in-transit', currency, amount_minor, 0
                      from payout
                     where business_date < :date and (ended_on is null or ended_on > :date)
                    union all
                    select account, currency, credit_minor - debit_minor, 0
                      from (%1$s) opening where account = 'liabilities:payouts-in-transit'
                    union all
                    select account, currency, 0, -closing_minor from trial_balance
                     where business_date = :date and account = 'liabilities:payouts-in-transit'
                    """));

    /** Postings of the entries that took over the balances at the beginning of the books. */
    private static final String OPENING = """
            select p.account, p.currency, p.debit_minor, p.credit_minor, p.business_date
              from journal_entry e join posting p on p.entry_id = e.entry_id
             where e.business_date = (select min(business_date) from business_day) and e.entry_key like 'OPENING|%'
            """;

    /** Reserves against a line of the positions, merchant by merchant. */
    private static Comparison reserves(Measure held, Measure shown, String signed, String booked, String line) {
        return byRows(held, shown, """
                select merchant_id as subject, currency, %s as l, 0 as r from reserve_hold where %s = :date
                union all
                select merchant_id, currency, 0, %s from position where business_date = :date and %s <> 0
                """.formatted(signed, booked, line, line));
    }

    private static Comparison movements(Measure posted, Measure moved, String date) {
        return new Comparison(posted, moved, """
                select currency,
                       sum(case when d <> 0 or td <> 0 then 1 else 0 end)
                         + sum(case when c <> 0 or tc <> 0 then 1 else 0 end) as subjects,
                       sum(d) + sum(c) as left_minor,
                       sum(case when d = td and d <> 0 then 1 else 0 end)
                         + sum(case when c = tc and c <> 0 then 1 else 0 end) as agreeing,
                       sum(td) + sum(tc) as right_minor,
                       min(case when c <> tc then account || ' credits'
                                when d <> td then account || ' debits' end) as first_difference
                  from (select account, currency, sum(d) as d, sum(c) as c, sum(td) as td, sum(tc) as tc
                          from (select account, currency, debit_minor as d, credit_minor as c, 0 as td, 0 as tc
                                  from posting where business_date = #
                                union all
                                select account, currency, 0, 0, debits_minor, credits_minor
                                  from trial_balance where business_date = #) sides
                         group by account, currency) compared
                 group by currency
                """.replace("#", date));
    }

    /** Entries of the date without postings, and postings without an entry; no group is made of the millions that agree. */
    private static String entries() {
        return """
                select 'XXX' as currency, sum(subjects) as subjects, sum(l) as left_minor, sum(agreeing) as agreeing,
                       sum(r) as right_minor, min(subject) as first_difference
                  from (select count(*) as subjects, count(*) as l, count(*) as agreeing, count(*) as r,
                               min(case when 1 = 0 then entry_id end) as subject
                          from journal_entry where business_date = :date
                        union all
                        select 0, 0, -count(*), -count(*), min(e.entry_id)
                          from journal_entry e
                         where e.business_date = :date
                           and not exists (select 1 from posting p
                                            where p.entry_id = e.entry_id and p.business_date = :date)
                        union all
                        select count(*), 0, 0, count(*), min(entry_id)
                          from (select distinct p.entry_id
                                  from posting p
                                 where p.business_date = :date
                                   and not exists (select 1 from journal_entry e
                                                    where e.entry_id = p.entry_id and e.business_date = :date)) alone)
                       parts
                """;
    }

    /**
     * Subjects that have nothing on either side make one group, which only says that there is something in the currency:
     * of a million merchants few bring money forward.
     *
     * @param rows SQL of rows {@code subject, currency, l, r}: minor units on the left or on the right
     */
    private static Comparison byRows(Measure left, Measure right, String rows) {
        return new Comparison(left, right, """
                select currency,
                       sum(case when l <> 0 or r <> 0 then 1 else 0 end) as subjects,
                       sum(l) as left_minor,
                       sum(case when l = r and l <> 0 then 1 else 0 end) as agreeing,
                       sum(r) as right_minor,
                       min(case when l <> r then subject end) as first_difference
                  from (select subject, currency, sum(l) as l, sum(r) as r
                          from (select case when l = 0 and r = 0 then '' else subject end as subject, currency, l, r
                                  from (%s) sides) told
                         group by subject, currency) compared
                 group by currency
                """.formatted(rows.formatted(OPENING)));
    }
}

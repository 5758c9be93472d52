package io.qingfen.verify.jdbc;

import java.util.List;

/** The entries of a date follow from transactions, items, deposits, moves and positions; balances roll forward. */
public final class LedgerAgreements {
    /** Entries that nothing took back; one that a re-run put in the place of another has its key and {@code #2}. */
    private static final String STANDS =
            " and e.reverses is null and not exists (select 1 from journal_entry r where r.reverses = e.entry_id)";

    /** What each line of a position or of the schemes moves: key, debit account, credit account, signed amount. */
    private static final String MOVED = """
            select line || '|' || channel || '|' || merchant_id || '|' || currency as k,
                   'assets:scheme-receivable:' || channel as d, 'liabilities:merchant-payable:' || merchant_id as c,
                   currency, sum(signed) as minor
              from (select channel, merchant_id, currency,
                           case when txn_type in ('VOID', 'COMPLETION_VOID') then 'VOIDS' when txn_type = 'REFUND'
                                then 'REFUNDS' else 'SALES' end as line,
                           case when txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND') then -amount_minor
                                else amount_minor end as signed
                      from transactions where business_date = :date and disposition = 'SETTLED') cleared
             group by line, channel, merchant_id, currency
            union all
            select 'MERCHANT_FEES|' || merchant_id || '|' || currency, 'income:merchant-fees',
                   'liabilities:merchant-payable:' || merchant_id, currency, -sum(fee_minor)
              from transactions where business_date = :date and disposition = 'SETTLED'
             group by merchant_id, currency
            union all
            select 'SCHEME_COST|' || channel || '|' || merchant_id || '|' || currency, 'expenses:scheme-cost:' || channel,
                   'assets:scheme-receivable:' || channel, currency, sum(scheme_cost_minor)
              from transactions where business_date = :date and disposition = 'SETTLED'
             group by channel, merchant_id, currency
            union all
            select 'SUSPENSE|' || channel || '|' || kind || '|' || merchant_id || '|' || currency,
                   'assets:scheme-receivable:' || channel, 'liabilities:suspense:' || kind, currency, sum(amount_minor)
              from merchant_total where business_date = :date and line = 'SUSPENSE'
             group by channel, kind, merchant_id, currency
            union all
            select 'CREDITS_WITHHELD|' || merchant_id || '|' || currency, 'liabilities:suspense:CREDITS_WITHHELD',
                   'liabilities:merchant-payable:' || merchant_id, currency, sum(amount_minor)
              from merchant_total where business_date = :date and line = 'CREDITS_WITHHELD'
             group by merchant_id, currency
            union all
            select 'DEPOSIT_' || kind || '|' || merchant_id || '|' || currency,
                   case when kind in ('OPENING', 'PREPAID', 'SOLD') then 'assets:bank'
                        when kind = 'WITHHELD' then 'liabilities:merchant-payable:' || merchant_id
                        else 'liabilities:terminal-deposits:' || merchant_id end,
                   case when kind in ('OPENING', 'PREPAID', 'WITHHELD')
                          then 'liabilities:terminal-deposits:' || merchant_id
                        when kind in ('SOLD', 'CONVERTED') then 'income:devices'
                        when kind = 'FORFEITED' then 'income:forfeited-deposits'
                        else 'liabilities:merchant-payable:' || merchant_id end, currency, sum(amount_minor)
              from deposit_event where business_date = :date
               and (kind <> 'OPENING' or not exists (select 1 from journal_entry
                     where business_date = :date and entry_key like 'OPENING|%'))
             group by kind, merchant_id, currency
            union all
            select 'INSTANT_FEE|' || merchant_id || '|' || currency, 'liabilities:merchant-payable:' || merchant_id,
                   'income:instant-fees', currency, -instant_fee_minor
              from position where business_date = :date
            union all
            select 'PAYOUT|' || merchant_id || '|' || currency, 'liabilities:merchant-payable:' || merchant_id,
                   'liabilities:payouts-in-transit', currency, payout_minor
              from position where business_date = :date
            union all
            select 'RECEIVABLE|' || merchant_id || '|' || currency, 'assets:merchant-receivable:' || merchant_id,
                   'liabilities:merchant-payable:' || merchant_id, currency, -carried_forward_minor
              from position where business_date = :date and carried_forward_minor < 0
            union all
            select 'RECEIVABLE_REVERSED|' || merchant_id || '|' || currency,
                   'liabilities:merchant-payable:' || merchant_id, 'assets:merchant-receivable:' || merchant_id,
                   currency, -carried_forward_minor
              from position where business_date = :before and carried_forward_minor < 0
            union all
            select 'RECEIVABLE_REVERSED|' || substring(p.account from 28) || '|' || p.currency,
                   'liabilities:merchant-payable:' || substring(p.account from 28), p.account, p.currency,
                   p.debit_minor - p.credit_minor
              from posting p join journal_entry e on e.entry_id = p.entry_id
             where e.business_date = :date and e.entry_key like 'OPENING|%'
               and p.account like 'assets:merchant-receivable:%'
            """ + STANDS + """

            union all
            select 'RESERVE_WITHHELD|' || merchant_id || '|' || currency, 'liabilities:merchant-payable:' || merchant_id,
                   'liabilities:reserve:' || merchant_id, currency, withheld_minor
              from reserve_hold where business_date = :date
            union all
            select 'RESERVE_RELEASED|' || cast(business_date as varchar) || '|' || merchant_id || '|' || currency,
                   'liabilities:reserve:' || merchant_id, 'liabilities:merchant-payable:' || merchant_id, currency,
                   withheld_minor
              from reserve_hold where release_on = :date
            union all
            select 'AGENT_SHARE|' || merchant_id || '|' || currency, 'expenses:agent-share',
                   'liabilities:agent-payable:' || agent_id, currency, share_minor
              from agent_share where business_date = :date
            union all
            select 'MOVE|' || move_key, debit_account, credit_account, currency, amount_minor
              from money_move where business_date = :date
            """;

    /** A re-run ends the key of an entry that it posts anew with its generation. */
    public static final String POSTED =
            """
            select k, account, currency, sum(minor) from (
              select case when position('#' in e.entry_key) = 0 then e.entry_key
                       else substring(e.entry_key from 1 for position('#' in e.entry_key) - 1) end as k, p.account,
                     p.currency, p.debit_minor - p.credit_minor as minor
                from journal_entry e join posting p on p.entry_id = e.entry_id
               where e.business_date = :date and e.entry_key not like 'OPENING|%'
            """ + STANDS + ") standing group by k, account, currency order by k {c}, account {c}, currency {c}";

    /** Key, debit account, credit account, currency and amount of every entry that must stand. Read once: it is large. */
    public static final String SOURCES =
            "select k, d, c, currency, minor from (" + MOVED + ") moved where minor <> 0 order by k {c}";

    private static final Agreement BALANCES = new Agreement(
            "ledger: trial balance rolled forward",
            2,
            "account currency opening debits credits closing",
            "table trial_balance",
            """
            select account, currency, opening_minor, debits_minor, credits_minor, closing_minor from trial_balance
             where business_date = :date order by account, currency
            """,
            "trial_balance of the date before and posting",
            """
            select account, currency, sum(o), sum(d), sum(c), sum(o) + sum(d) - sum(c) from (
              select account, currency, closing_minor as o, 0 as d, 0 as c from trial_balance
               where business_date = :before and closing_minor <> 0
              union all
              select account, currency, 0, debit_minor, credit_minor from posting where business_date = :date) moved
             group by account, currency order by account, currency
            """);

    private static final Agreement OWED = closing(
            "ledger: owed to merchants = positions",
            "account like 'liabilities:merchant-payable:%' or account like 'assets:merchant-receivable:%'",
            "table position",
            """
            select case when carried_forward_minor > 0 then 'liabilities:merchant-payable:'
                   else 'assets:merchant-receivable:' end || merchant_id as account, currency,
                   carried_forward_minor as minor
              from position where business_date = :date
            """);

    private static final Agreement SUSPENSE =
            closing("ledger: suspense = open items", "account like 'liabilities:suspense:%'", "table open_item", """
            select 'liabilities:suspense:' || match_status as account, suspense_currency as currency,
                   suspense_minor as minor
              from open_item where opened_on <= :date and (removed_on is null or removed_on > :date)
            union all
            select 'liabilities:suspense:CREDITS_WITHHELD', suspense_currency, withheld_minor
              from open_item where opened_on <= :date and (removed_on is null or removed_on > :date)
            union all
            select p.account, p.currency, p.credit_minor - p.debit_minor
              from posting p join journal_entry e on e.entry_id = p.entry_id
             where e.entry_key like 'OPENING|%' and p.account like 'liabilities:suspense:%'
            """);

    private static final Agreement DEPOSITS = closing(
            "ledger: terminal deposits = deposits held",
            "account like 'liabilities:terminal-deposits:%'",
            "table deposit_day",
            """
            select 'liabilities:terminal-deposits:' || merchant_id as account, currency, held_minor as minor
              from deposit_day where business_date = :date
            """);

    private static final Agreement RESERVES = closing(
            "ledger: reserves = what is withheld and not released",
            "account like 'liabilities:reserve:%'",
            "table reserve_hold",
            """
            select 'liabilities:reserve:' || merchant_id as account, currency, withheld_minor as minor
              from reserve_hold where business_date <= :date and release_on > :date
            """);

    /** What left for the bank stays in transit until a move ends it, whatever a payout's state says by now. */
    private static final Agreement IN_TRANSIT = closing(
            "ledger: in transit = payouts",
            "account = 'liabilities:payouts-in-transit'",
            "tables payout and money_move",
            """
            select 'liabilities:payouts-in-transit' as account, currency, amount_minor as minor
              from payout where business_date <= :date
            union all
            select debit_account, currency, -amount_minor from money_move
             where business_date <= :date and debit_account = 'liabilities:payouts-in-transit'
            union all
            select credit_account, currency, amount_minor from money_move
             where business_date <= :date and credit_account = 'liabilities:payouts-in-transit'
            union all
            select p.account, p.currency, p.credit_minor - p.debit_minor
              from posting p join journal_entry e on e.entry_id = p.entry_id
             where e.entry_key like 'OPENING|%' and p.account = 'liabilities:payouts-in-transit'
            """);

    private static final Agreement ENTRY_POSTINGS = new Agreement(
            "ledger: every entry has its postings",
            1,
            "entry_id business_date",
            "table journal_entry",
            "select entry_id, business_date from journal_entry where business_date = :date order by entry_id",
            "table posting",
            "select entry_id, min(business_date) from posting where business_date = :date group by entry_id"
                    + " order by entry_id");

    public static final List<Agreement> ALL =
            List.of(ENTRY_POSTINGS, BALANCES, OWED, SUSPENSE, DEPOSITS, RESERVES, IN_TRANSIT);

    /** Postings of the date in order, for a look at each entry. */
    public static final String POSTINGS = """
            select p.entry_id, p.posting_no, p.account, p.debit_minor, p.credit_minor, p.currency, e.entry_key,
                   e.description
              from posting p left join journal_entry e on e.entry_id = p.entry_id
             where p.business_date = :date order by p.entry_id, p.posting_no
            """;

    public static final String OPENING_POSTINGS = """
            select p.account, p.currency, p.debit_minor - p.credit_minor
              from posting p join journal_entry e on e.entry_id = p.entry_id
             where e.business_date = :date and e.entry_key like 'OPENING|%'
            """ + STANDS + " order by p.account, p.currency";

    private LedgerAgreements() {}

    /** Accounts without a balance are left out on both sides. */
    private static Agreement closing(String name, String accounts, String source, String rows) {
        return new Agreement(
                name,
                2,
                "account currency credit",
                "table trial_balance",
                "select account, currency, -closing_minor from trial_balance where business_date = :date and ("
                        + accounts + ") and closing_minor <> 0 order by account, currency",
                source,
                "select account, currency, minor from (select account, currency, sum(minor) as minor from (" + rows
                        + ") said group by account, currency having sum(minor) <> 0) s"
                        + " order by account {c}, currency {c}");
    }
}

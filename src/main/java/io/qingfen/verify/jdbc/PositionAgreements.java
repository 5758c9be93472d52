package io.qingfen.verify.jdbc;

import java.util.List;

/** The lines of every position follow from what moved the merchant's money; payouts are what positions pay. */
public final class PositionAgreements {
    private static final String LINES = "sales_minor, voids_minor, refunds_minor, merchant_fees_minor,"
            + " deposit_withheld_minor, deposit_refund_minor, chargebacks_minor, chargeback_reversals_minor,"
            + " adjustments_minor, reserve_withheld_minor, reserve_released_minor, payout_returned_minor,"
            + " credits_withheld_minor, brought_forward_minor";

    private static final String SOURCES = """
            select merchant_id, currency, line, count(*) as n, sum(signed) as a
              from (select merchant_id, currency,
                           case when txn_type in ('VOID', 'COMPLETION_VOID') then 'VOIDS' when txn_type = 'REFUND'
                                then 'REFUNDS' else 'SALES' end as line,
                           case when txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND') then -amount_minor
                                else amount_minor end as signed
                      from transactions where business_date = :date and disposition = 'SETTLED') cleared
             group by merchant_id, currency, line
            union all
            select merchant_id, currency, 'MERCHANT_FEES', 0, -sum(fee_minor)
              from transactions where business_date = :date and disposition = 'SETTLED' group by merchant_id, currency
            union all
            select merchant_id, currency, case when kind = 'WITHHELD' then 'DEPOSIT_WITHHELD' else 'DEPOSIT_REFUND' end,
                   0, case when kind = 'WITHHELD' then -amount_minor else amount_minor end
              from deposit_event where business_date = :date and kind in ('WITHHELD', 'REFUNDED', 'RETURNED')
            union all
            select merchant_id, currency, line, 0,
                   case when credit_account = 'liabilities:merchant-payable:' || merchant_id then amount_minor
                   else -amount_minor end
              from money_move where business_date = :date and line not in ('', 'CREDITS_WITHHELD')
            union all
            select merchant_id, currency, 'RESERVE_WITHHELD', 0, -withheld_minor
              from reserve_hold where business_date = :date
            union all
            select merchant_id, currency, 'RESERVE_RELEASED', 0, withheld_minor
              from reserve_hold where release_on = :date
            union all
            select merchant_id, suspense_currency, 'CREDITS_WITHHELD', 0, -withheld_minor
              from open_item where opened_on = :date and withheld_minor <> 0
            union all
            select merchant_id, suspense_currency, 'CREDITS_WITHHELD', 0, withheld_minor
              from open_item where removed_on = :date and withheld_minor <> 0
            union all
            select merchant_id, currency, 'BROUGHT_FORWARD', 0, carried_forward_minor
              from position where business_date = :before and carried_forward_minor <> 0
            union all
            select case when p.account like 'assets:%' then substring(p.account from 28)
                   else substring(p.account from 30) end, p.currency, 'BROUGHT_FORWARD', 0,
                   p.credit_minor - p.debit_minor
              from posting p join journal_entry e on e.entry_id = p.entry_id
             where e.business_date = :date and e.entry_key like 'OPENING|%'
               and (p.account like 'liabilities:merchant-payable:%' or p.account like 'assets:merchant-receivable:%')
            """;

    private static final Agreement POSITIONS = new Agreement(
            "positions: lines from their sources",
            2,
            ("merchant_id currency sales_count " + LINES.replace(",", "")),
            "table position",
            "select merchant_id, currency, sales_count, " + LINES
                    + " from position where business_date = :date order by merchant_id, currency",
            "transactions, deposit_event, money_move, reserve_hold, open_item and positions of the date before",
            "select merchant_id, currency, sum(case when line = 'SALES' then n else 0 end)" + sums() + " from ("
                    + SOURCES + ") said group by merchant_id, currency order by merchant_id {c}, currency {c}");

    private static final Agreement PAYOUTS = new Agreement(
            "payouts = positions that pay",
            2,
            "merchant_id currency amount_minor value_date",
            "table payout",
            """
            select merchant_id, currency, amount_minor, value_date from payout where business_date = :date
             order by merchant_id, currency
            """,
            "table position",
            """
            select merchant_id, currency, payout_minor, value_date from position
             where business_date = :date and payout_minor <> 0 order by merchant_id, currency
            """);

    public static final List<Agreement> ALL = List.of(POSITIONS, PAYOUTS);

    /** Every position of the date, for its decision. */
    public static final String DECISIONS = """
            select merchant_id, currency, sales_minor + voids_minor + refunds_minor + merchant_fees_minor,
                   sales_minor + voids_minor + refunds_minor + merchant_fees_minor + deposit_withheld_minor
                     + deposit_refund_minor + chargebacks_minor + chargeback_reversals_minor + adjustments_minor
                     + reserve_withheld_minor + reserve_released_minor + payout_returned_minor + credits_withheld_minor
                     + brought_forward_minor, instant_fee_minor, net_minor, decision, payout_minor,
                   carried_forward_minor, value_date
              from position where business_date = :date order by merchant_id, currency
            """;

    private PositionAgreements() {}

    private static String sums() {
        StringBuilder sums = new StringBuilder();
        for (String line : LINES.split(", ")) {
            String name = line.replace("_minor", "").toUpperCase(java.util.Locale.ROOT);
            sums.append(", sum(case when line = '").append(name).append("' then a else 0 end)");
        }
        return sums.toString();
    }
}

package io.qingfen.verify.jdbc;

import java.util.List;

/** What statements of merchants are made of: merchant, currency, line, detail, count, amount. */
public final class StatementQueries {
    /** Lines of a position in the order of a statement; the opening balance stands before them. */
    public static final List<String> LINES = List.of(
            "SALES",
            "VOIDS",
            "REFUNDS",
            "MERCHANT_FEES",
            "INSTANT_FEE",
            "DEPOSIT_WITHHELD",
            "DEPOSIT_REFUND",
            "CHARGEBACKS",
            "CHARGEBACK_REVERSALS",
            "ADJUSTMENTS",
            "RESERVE_WITHHELD",
            "RESERVE_RELEASED",
            "PAYOUT_RETURNED",
            "CREDITS_WITHHELD");

    /** Merchant, currency, opening balance, carried forward, then an amount for each of {@link #LINES}. */
    public static final String POSITIONS =
            "select merchant_id, currency, brought_forward_minor, carried_forward_minor, "
                    + String.join(
                            ", ",
                            LINES.stream()
                                    .map(line -> line.toLowerCase(java.util.Locale.ROOT) + "_minor")
                                    .toList())
                    + " from position where business_date = :date order by merchant_id, currency";

    public static final List<String> PARTS = List.of("""
            select merchant_id, currency, line, channel, sum(item_count), sum(amount_minor) from merchant_total
             where business_date = :date and line in ('SALES', 'VOIDS', 'REFUNDS', 'CREDITS_WITHHELD')
             group by merchant_id, currency, line, channel order by merchant_id, currency, line, channel
            """, """
            select merchant_id, currency, 'MERCHANT_FEES', channel || ' ' || card_type || ' ' || fee_rule,
                   sum(item_count), -sum(fee_minor) from fee_total where business_date = :date
             group by merchant_id, currency, channel, card_type, fee_rule
             order by merchant_id, currency, channel, card_type, fee_rule
            """, """
            select merchant_id, currency, case when kind = 'WITHHELD' then 'DEPOSIT_WITHHELD' else 'DEPOSIT_REFUND' end,
                   terminal_id || ': ' || reason, 0, case when kind = 'WITHHELD' then -amount_minor else amount_minor end
              from deposit_event where business_date = :date and kind in ('WITHHELD', 'REFUNDED', 'RETURNED')
             order by merchant_id, currency, terminal_id, event_no
            """, """
            select merchant_id, currency, 'RESERVE_WITHHELD', 'until ' || cast(release_on as varchar), 0, -withheld_minor
              from reserve_hold where business_date = :date order by merchant_id, currency
            """, """
            select merchant_id, currency, 'RESERVE_RELEASED', 'of ' || cast(business_date as varchar), 0, withheld_minor
              from reserve_hold where release_on = :date order by merchant_id, currency, business_date
            """, """
            select merchant_id, currency, line, description, 0, case when credit_account =
                   'liabilities:merchant-payable:' || merchant_id then amount_minor else -amount_minor end
              from money_move where business_date = :date and line <> '' order by merchant_id, currency, move_key
            """);

    public static final String PAYOUTS = """
            select merchant_id, currency, payout_id, account_masked, value_date, amount_minor from payout
             where business_date = :date
            """;

    public static final String WRITTEN =
            "select count(*) from report_file where business_date = :date and file_name like 'statements/%'";

    private StatementQueries() {}
}

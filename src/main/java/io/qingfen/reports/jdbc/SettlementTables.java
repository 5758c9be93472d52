package io.qingfen.reports.jdbc;

import java.util.List;

/** What every merchant is owed, paid and charged. */
final class SettlementTables {
    private static final String POSITION_AMOUNTS = "voids refunds merchant_fees instant_fee deposit_withheld"
            + " deposit_refund chargebacks chargeback_reversals adjustments reserve_withheld reserve_released"
            + " payout_returned credits_withheld brought_forward net";

    private static final ReportTable POSITIONS = new ReportTable(
            "positions.csv",
            "business_date,merchant_id,currency,sales_count,sales,voids,refunds,merchant_fees,instant_fee,"
                    + "deposit_withheld,deposit_refund,chargebacks,chargeback_reversals,adjustments,reserve_withheld,"
                    + "reserve_released,payout_returned,credits_withheld,brought_forward,net,decision,payout,"
                    + "carried_forward,value_date",
            "select * from position where business_date = :date order by merchant_id, currency",
            row -> row.date("business_date")
                    .code("merchant_id", "currency")
                    .number("sales_count")
                    .amounts("sales_minor")
                    .amounts(minor(POSITION_AMOUNTS))
                    .code("decision")
                    .amounts("payout_minor", "carried_forward_minor")
                    .date("value_date"));

    private static final ReportTable DEPOSITS = new ReportTable(
            "deposits.csv",
            "terminal_id,merchant_id,policy,state,activated_on,window_ends_on,amount,collected,refunded,forfeited,held,"
                    + "counted_volume,next_threshold,refund_today,collected_today,forfeited_today",
            "select * from deposit_day where business_date = :date order by terminal_id",
            row -> row.code("terminal_id", "merchant_id", "policy", "state")
                    .date("activated_on", "window_ends_on")
                    .amounts(minor("amount collected refunded forfeited held counted next_threshold refund_today"
                            + " collected_today forfeited_today")));

    private static final ReportTable PAYOUTS = new ReportTable(
            "payouts.csv",
            "payout_id,merchant_id,account_name,account_masked,bank_code,amount,currency,value_date,state",
            "select payout_id, merchant_id, account_name, account_masked, bank_code, amount_minor, currency, value_date,"
                    + " state from payout where business_date = :date order by payout_id",
            row -> row.code("payout_id", "merchant_id")
                    .words("account_name")
                    .code("account_masked", "bank_code")
                    .amounts("amount_minor")
                    .code("currency")
                    .date("value_date")
                    .code("state"));

    private static final ReportTable FEES = new ReportTable(
            "fees.csv",
            "merchant_id,channel,card_type,fee_rule,count,amount,fee,scheme_cost,margin",
            "select merchant_id, channel, card_type, fee_rule, currency, sum(item_count) as items,"
                    + " sum(amount_minor) as amount, sum(fee_minor) as fee, sum(scheme_cost_minor) as cost,"
                    + " sum(fee_minor) - sum(scheme_cost_minor) as margin from fee_total where business_date = :date"
                    + " group by merchant_id, channel, card_type, fee_rule, currency"
                    + " order by merchant_id, channel, card_type, fee_rule, currency",
            row -> row.code("merchant_id", "channel", "card_type", "fee_rule")
                    .number("items")
                    .amounts("amount", "fee", "cost", "margin"));

    /** Only where the acquirer shares with agents. */
    static final ReportTable AGENT_SHARES = new ReportTable(
            "agent-shares.csv",
            "business_date,agent_id,merchant_id,currency,volume,merchant_fees,floor_fees,share",
            "select * from agent_share where business_date = :date order by agent_id, merchant_id, currency",
            row -> row.date("business_date")
                    .code("agent_id", "merchant_id", "currency")
                    .amounts(minor("volume merchant_fees floor_fees share")));

    static final List<ReportTable> ALL = List.of(POSITIONS, DEPOSITS, PAYOUTS, FEES);

    private SettlementTables() {}

    private static String[] minor(String names) {
        return names.replaceAll("(\\w+)", "$1_minor").split(" ");
    }
}

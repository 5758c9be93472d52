package io.qingfen.verify.jdbc;

import java.util.List;
import java.util.stream.Stream;

/** Totals that steps hand on are the sums of the rows behind them. */
public final class TotalAgreements {
    private static final String SETTLED = " from transactions where business_date = :date and disposition = 'SETTLED'";

    /** What a decision released moves by its own entries. */
    private static final String UNDECIDED =
            " and not exists (select 1 from decided_item x where x.business_date = :date"
                    + " and x.item_id = o.item_id and x.item_opened_on = o.opened_on)";

    private static final Agreement MERCHANTS = new Agreement(
            "totals by merchant from transactions and items",
            5,
            "merchant_id currency channel line kind item_count amount_minor",
            "table merchant_total",
            """
            select merchant_id, currency, channel, line, kind, sum(item_count), sum(amount_minor) from merchant_total
             where business_date = :date group by merchant_id, currency, channel, line, kind
             order by merchant_id, currency, channel, line, kind
            """,
            "transactions and open_item",
            "select * from (select merchant_id, currency, channel, line, kind, sum(n) as n, sum(a) as a from ("
                    + "select merchant_id, currency, channel, case when txn_type in ('VOID', 'COMPLETION_VOID') then"
                    + " 'VOIDS' when txn_type = 'REFUND' then 'REFUNDS' else 'SALES' end as line, '' as kind, 1 as n,"
                    + " case when txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND') then -amount_minor else"
                    + " amount_minor end as a" + SETTLED
                    + " union all select merchant_id, currency, channel, 'MERCHANT_FEES', '', 1, -fee_minor" + SETTLED
                    + " union all select merchant_id, currency, channel, 'SCHEME_COST', '', 1, scheme_cost_minor"
                    + SETTLED
                    + " union all select merchant_id, suspense_currency, channel, 'SUSPENSE', match_status, 1,"
                    + " suspense_minor from open_item where opened_on = :date and suspense_minor <> 0"
                    + " union all select merchant_id, suspense_currency, channel, 'SUSPENSE', match_status, -1,"
                    + " -suspense_minor from open_item o where removed_on = :date and suspense_minor <> 0" + UNDECIDED
                    + " union all select merchant_id, suspense_currency, channel, 'CREDITS_WITHHELD', '', 1,"
                    + " -withheld_minor from open_item where opened_on = :date and withheld_minor <> 0"
                    + " union all select merchant_id, suspense_currency, channel, 'CREDITS_WITHHELD', '', 1,"
                    + " withheld_minor from open_item o where removed_on = :date and withheld_minor <> 0" + UNDECIDED
                    + ") items group by merchant_id, currency, channel, line, kind) s"
                    + " order by merchant_id {c}, currency {c}, channel {c}, line {c}, kind {c}");

    private static final Agreement FEES = new Agreement(
            "totals of fees from transactions",
            5,
            "merchant_id channel card_type fee_rule currency item_count amount_minor fee_minor scheme_cost_minor",
            "table fee_total",
            """
            select merchant_id, channel, card_type, fee_rule, currency, sum(item_count), sum(amount_minor),
                   sum(fee_minor), sum(scheme_cost_minor)
              from fee_total where business_date = :date group by merchant_id, channel, card_type, fee_rule, currency
             order by merchant_id, channel, card_type, fee_rule, currency
            """,
            "transactions",
            """
            select merchant_id, channel, card_type, fee_rule, currency, count(*),
                   sum(case when txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND') then -amount_minor
                       else amount_minor end), sum(fee_minor), sum(scheme_cost_minor)
              from transactions where business_date = :date and disposition = 'SETTLED'
             group by merchant_id, channel, card_type, fee_rule, currency
             order by merchant_id, channel, card_type, fee_rule, currency
            """);

    private static final Agreement VOLUMES = new Agreement(
            "volume of terminals from transactions",
            4,
            "terminal_id channel card_type currency amount_minor",
            "table terminal_volume",
            """
            select terminal_id, channel, card_type, currency, sum(amount_minor) from terminal_volume
             where business_date = :date group by terminal_id, channel, card_type, currency
             order by terminal_id, channel, card_type, currency
            """,
            "transactions",
            """
            select terminal_id, channel, card_type, currency, sum(a) from (
              select coalesce(o.terminal_id, t.terminal_id) as terminal_id, t.channel, t.card_type, t.currency,
                     case when t.txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND') then -t.amount_minor
                     else t.amount_minor end as a
                from transactions t left join transactions o
                  on o.business_date = t.original_date and o.transaction_id = t.original_id
               where t.business_date = :date and t.disposition = 'SETTLED') counted
             group by terminal_id, channel, card_type, currency order by terminal_id, channel, card_type, currency
            """);

    /** Only partitions that are done hand anything on. */
    private static Agreement partitions(String table) {
        String all = "select distinct t.step, t.partition_name from " + table + " t where t.business_date = :date";
        return new Agreement(
                "partitions of " + table,
                2,
                "step partition_name",
                "table " + table,
                all + " order by t.step, t.partition_name",
                "table partition_done",
                all + " and (t.step = 'openBusinessDate' and t.partition_name = 'decisions' or exists (select 1 from"
                        + " partition_done p where p.business_date = t.business_date and p.step = t.step"
                        + " and p.partition_name = t.partition_name))"
                        + " order by t.step, t.partition_name");
    }

    public static final List<Agreement> ALL = Stream.concat(
                    Stream.of(MERCHANTS, FEES, VOLUMES),
                    Stream.of("night_total", "merchant_total", "fee_total", "terminal_volume")
                            .map(TotalAgreements::partitions))
            .toList();

    private TotalAgreements() {}
}

package io.qingfen.verify.jdbc;

import java.util.List;

/** What the date booked of schemes follows from what comparisons found, and that from the records of their files. */
public final class SchemeAgreements {
    private static final Agreement COST_MOVES = new Agreement(
            "costs of schemes that the date booked",
            1,
            "move_key merchant_id currency line debit_account credit_account amount_minor",
            "table money_move",
            """
            select move_key, merchant_id, currency, line, debit_account, credit_account, amount_minor from money_move
             where business_date = :date and move_key like 'SCHEME_COST|%' order by move_key
            """,
            "table scheme_cost",
            """
            select * from (
            select 'SCHEME_COST|' || source || '|' || cast(business_date as varchar) || '|' || channel || '|' || merchant_id
                     || '|' || currency || case when kind = '' then '' else '|' || kind end as move_key, merchant_id,
                   currency, '' as line,
                   case when scheme_minor > own_minor then 'expenses:scheme-cost:' || channel
                        else 'assets:scheme-receivable:' || channel end as debit,
                   case when scheme_minor > own_minor then 'assets:scheme-receivable:' || channel
                        else 'expenses:scheme-cost:' || channel end as credit, abs(scheme_minor - own_minor) as minor
              from scheme_cost where booked_on = :date and scheme_minor <> own_minor) moved order by move_key {c}
            """);

    /** Records leave the books with the dates of their files, which the last of them may have waited for. */
    private static final String ALL_KEPT = " and not exists (select 1 from business_day b where b.state = 'RETIRED'"
            + " and b.business_date >= cast(:date as date) - interval '61' day)";

    private static final String OF_DATE = " and r.decided_on = :date and r.standing = 'JOINED'"
            + " and coalesce(r.brand_fee_minor, 0) <> 0 and (select d.fees_booked from scheme_day d"
            + " where d.source = r.source and d.business_date = r.business_date)";

    private static final Agreement COSTS = new Agreement(
            "costs of schemes as their files say",
            4,
            "source channel merchant_id currency item_count own_minor scheme_minor",
            "table scheme_cost",
            "select source, channel, merchant_id, currency, item_count, own_minor, scheme_minor from scheme_cost"
                    + " where business_date = :date and kind = ''" + ALL_KEPT
                    + " order by source, channel, merchant_id, currency",
            "tables scheme_record and transactions",
            "select r.source, t.channel, t.merchant_id, r.currency, count(*), sum(t.scheme_cost_minor),"
                    + " sum(r.cost_minor) from transactions t join scheme_record r on r.own_date = t.business_date"
                    + " and r.transaction_id = t.transaction_id and r.standing = 'JOINED'"
                    + " where r.decided_on = :date and t.scheme_cost_minor - r.cost_minor <> 0" + ALL_KEPT
                    + " group by r.source, t.channel, t.merchant_id, r.currency"
                    + " order by r.source, t.channel, t.merchant_id, r.currency");

    private static final Agreement COST_SUMS = new Agreement(
            "costs of schemes as the master control has them",
            2,
            "source currency difference",
            "table scheme_cost",
            "select source, currency, sum(scheme_minor - own_minor) from scheme_cost where business_date = :date"
                    + " and kind = '' group by source, currency having sum(scheme_minor - own_minor) <> 0 order by source, currency",
            "table scheme_line",
            "select source, currency, sum(case line when 'COST_SCHEME' then amount_minor else -amount_minor end)"
                    + " from scheme_line where business_date = :date and line in ('COST_SCHEME', 'COST_OWN')"
                    + " group by source, currency having"
                    + " sum(case line when 'COST_SCHEME' then amount_minor else -amount_minor end) <> 0"
                    + " order by source, currency");

    /** Only where the source had them booked when its files told them; whose a waiting transaction is, its item says. */
    private static final Agreement BRAND_FEES = new Agreement(
            "brand fees of schemes as their files say",
            4,
            "source channel merchant_id currency item_count fees",
            "table scheme_cost",
            "select source, channel, merchant_id, currency, item_count, scheme_minor - own_minor from scheme_cost"
                    + " where business_date = :date and kind = 'BRAND_FEE'" + ALL_KEPT
                    + " order by source, channel, merchant_id, currency",
            "tables scheme_record and scheme_day",
            "select source, channel, merchant_id, currency, count(*), sum(fee) from ("
                    + "select r.source, t.channel, t.merchant_id, r.currency, r.brand_fee_minor as fee"
                    + " from transactions t join scheme_record r on r.own_date = t.business_date"
                    + " and r.transaction_id = t.transaction_id" + OF_DATE
                    + " union all select r.source, (select min(o.channel) from open_item o where o.item_id ="
                    + " r.transaction_id), (select min(o.merchant_id) from open_item o where o.item_id ="
                    + " r.transaction_id), r.currency, r.brand_fee_minor from scheme_record r where not exists"
                    + " (select 1 from transactions t where t.business_date = r.own_date"
                    + " and t.transaction_id = r.transaction_id)" + OF_DATE + ") told where 1 = 1" + ALL_KEPT
                    + " group by source, channel, merchant_id, currency"
                    + " order by source, channel, merchant_id, currency");

    /** What waits with its record, or belongs to none, is booked of nobody yet; a later date may. */
    private static final Agreement BRAND_FEE_SUMS = new Agreement(
            "brand fees of schemes as the balance shows them",
            3,
            "source currency line item_count amount",
            "table scheme_line",
            """
            select source, currency, line, item_count, amount_minor from scheme_line
             where business_date = :date and line like 'BRAND_FEES%' and item_count <> 0
             order by source, currency, line {c}
            """,
            "tables scheme_record, scheme_brand_fee and scheme_cost",
            """
            select source, currency, line, sum(items), sum(fee) from (
            select source, currency, 'BRAND_FEES' as line, 1 as items, brand_fee_minor as fee from scheme_record
             where business_date = :date and brand_fee_minor is not null
             union all select b.source, b.currency, m.line, 1, b.fee_minor from scheme_brand_fee b
             cross join (select 'BRAND_FEES' as line union all select 'BRAND_FEES_ALONE') m
             where b.business_date = :date
             union all select source, currency, 'BRAND_FEES_BOOKED', item_count, scheme_minor from scheme_cost
             where business_date = :date and kind = 'BRAND_FEE') told
             group by source, currency, line order by source, currency, line {c}
            """);

    private static final Agreement DISPUTE_MOVES = new Agreement(
            "disputes that the date booked",
            1,
            "move_key merchant_id currency line debit_account credit_account amount_minor",
            "table money_move",
            """
            select move_key, merchant_id, currency, line, debit_account, credit_account, amount_minor from money_move
             where business_date = :date and move_key like 'DISPUTE|%' order by move_key
            """,
            "table scheme_dispute",
            """
            select * from (
            select 'DISPUTE|' || f.file_name || ':' || cast(d.line_no as varchar) || m.ends as move_key,
                   d.own_merchant, d.currency, case when m.ends = '' then d.line else '' end as line,
                   case when m.ends <> '' and d.cost_minor > 0 then 'expenses:scheme-cost:' || d.channel
                        when m.ends <> '' or d.amount_minor > 0 then 'assets:scheme-receivable:' || d.channel
                        else 'liabilities:merchant-payable:' || d.own_merchant end as debit,
                   case when m.ends <> '' and d.cost_minor < 0 then 'expenses:scheme-cost:' || d.channel
                        when m.ends <> '' or d.amount_minor < 0 then 'assets:scheme-receivable:' || d.channel
                        else 'liabilities:merchant-payable:' || d.own_merchant end as credit,
                   abs(case when m.ends = '' then d.amount_minor else d.cost_minor end) as minor
              from scheme_dispute d join scheme_file f on f.file_no = d.file_no
             cross join (select '' as ends union all select '|COST') m
             where d.booked_on = :date and d.line <> '' and (m.ends = '' or d.cost_minor <> 0)) moved
             order by move_key {c}
            """);

    /** A merchant is never charged for more than it was paid, over all disputes of a transaction. */
    private static final Agreement DISPUTED = new Agreement(
            "disputes are of transactions that were cleared, and take no more than them",
            1,
            "file_and_line transaction_id merchant_id channel within",
            "table scheme_dispute",
            "select * from (select cast(d.file_no as varchar) || ':' || cast(d.line_no as varchar) as place,"
                    + " d.transaction_id, d.own_merchant, d.channel, 1 as within from scheme_dispute d"
                    + " where d.booked_on = :date" + ALL_KEPT + ") disputed order by place {c}",
            "tables transactions and scheme_dispute",
            "select * from (select cast(d.file_no as varchar) || ':' || cast(d.line_no as varchar) as place,"
                    + " t.transaction_id, t.merchant_id, t.channel,"
                    + " case when (select -sum(o.amount_minor) from scheme_dispute o"
                    + " where o.transaction_id = d.transaction_id and o.own_date = d.own_date and o.line <> ''"
                    + " and o.booked_on <= d.booked_on) between 0 and t.amount_minor then 1 else 0 end as within"
                    + " from scheme_dispute d join transactions t on t.business_date = d.own_date"
                    + " and t.transaction_id = d.transaction_id and t.disposition = 'SETTLED' and t.currency = d.currency"
                    + " where d.booked_on = :date" + ALL_KEPT + ") disputed order by place {c}");

    public static final List<Agreement> ALL =
            List.of(COST_MOVES, COSTS, COST_SUMS, BRAND_FEES, BRAND_FEE_SUMS, DISPUTE_MOVES, DISPUTED);

    private SchemeAgreements() {}
}

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
                     || '|' || currency as move_key, merchant_id, currency, '' as line,
                   case when scheme_minor > own_minor then 'expenses:scheme-cost:' || channel
                        else 'assets:scheme-receivable:' || channel end as debit,
                   case when scheme_minor > own_minor then 'assets:scheme-receivable:' || channel
                        else 'expenses:scheme-cost:' || channel end as credit, abs(scheme_minor - own_minor) as minor
              from scheme_cost where booked_on = :date and scheme_minor <> own_minor) moved order by move_key {c}
            """);

    /** Records leave the books with the dates of their files, which the last of them may have waited for. */
    private static final String ALL_KEPT = " and not exists (select 1 from business_day b where b.state = 'RETIRED'"
            + " and b.business_date >= cast(:date as date) - interval '61' day)";

    private static final Agreement COSTS = new Agreement(
            "costs of schemes as their files say",
            4,
            "source channel merchant_id currency item_count own_minor scheme_minor",
            "table scheme_cost",
            "select source, channel, merchant_id, currency, item_count, own_minor, scheme_minor from scheme_cost"
                    + " where business_date = :date" + ALL_KEPT + " order by source, channel, merchant_id, currency",
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
                    + " group by source, currency having sum(scheme_minor - own_minor) <> 0 order by source, currency",
            "table scheme_line",
            "select source, currency, sum(case line when 'COST_SCHEME' then amount_minor else -amount_minor end)"
                    + " from scheme_line where business_date = :date and line in ('COST_SCHEME', 'COST_OWN')"
                    + " group by source, currency having"
                    + " sum(case line when 'COST_SCHEME' then amount_minor else -amount_minor end) <> 0"
                    + " order by source, currency");

    public static final List<Agreement> ALL = List.of(COST_MOVES, COSTS, COST_SUMS);

    private SchemeAgreements() {}
}

package io.qingfen.verify.jdbc;

import java.util.List;

/** What an adjustment moves is the sum of its lines, and its lines begin with the fees that the books have. */
public final class AdjustmentAgreements {
    private static final String BOOKED =
            " from adjustment a join adjustment_line l on l.adjustment_id = a.adjustment_id"
                    + " where a.business_date = :date";

    private static final Agreement MOVES = new Agreement(
            "moves of adjustments",
            1,
            "move_key merchant_id currency line debit_account credit_account amount_minor",
            "table money_move",
            """
            select move_key, merchant_id, currency, line, debit_account, credit_account, amount_minor from money_move
             where business_date = :date and move_key like 'ADJUSTMENT|%' order by move_key
            """,
            "tables adjustment and adjustment_line",
            """
            select * from (
            select 'ADJUSTMENT|' || adjustment_id || '|' || fees || '|' || merchant_id || '|' || currency as move_key,
                   merchant_id, currency, 'ADJUSTMENTS' as line, case when more > 0 then owed else income end as debit,
                   case when more > 0 then income else owed end as credit, abs(more) as minor
              from (select a.adjustment_id, l.line as fees, l.merchant_id, l.currency,
                           case when l.line = 'INSTANT_FEE' then 'income:instant-fees' else 'income:merchant-fees' end
                             as income,
                           'liabilities:merchant-payable:' || l.merchant_id as owed,
                           sum(l.other_minor - l.charged_minor) as more
            """ + BOOKED + " group by a.adjustment_id, l.line, l.merchant_id, l.currency) s where more <> 0"
                    + ") moved order by move_key {c}");

    private static final String WHOSE =
            "(select distinct a.adjustment_id, a.from_date, a.to_date, l.merchant_id, l.currency" + BOOKED + ") w";

    private static final Agreement FEES = new Agreement(
            "fees that adjustments begin with",
            5,
            "adjustment_id merchant_id currency priced_date rule item_count amount_minor charged_minor",
            "table adjustment_line",
            "select l.adjustment_id, l.merchant_id, l.currency, l.priced_date, l.old_rule, sum(l.item_count),"
                    + " sum(l.amount_minor), sum(l.charged_minor)" + BOOKED + " and l.line = 'MERCHANT_FEES'"
                    + " group by l.adjustment_id, l.merchant_id, l.currency, l.priced_date, l.old_rule"
                    + " order by l.adjustment_id, l.merchant_id, l.currency, l.priced_date, l.old_rule",
            "table transactions",
            "select w.adjustment_id, w.merchant_id, w.currency, t.business_date, t.fee_rule, count(*),"
                    + " sum(case when t.txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND') then -t.amount_minor"
                    + " else t.amount_minor end), sum(t.fee_minor) from " + WHOSE
                    + " join transactions t on t.merchant_id = w.merchant_id and t.currency = w.currency"
                    + " and t.business_date >= w.from_date and t.business_date <= w.to_date"
                    + " and t.disposition = 'SETTLED'"
                    + " group by w.adjustment_id, w.merchant_id, w.currency, t.business_date, t.fee_rule"
                    + " order by w.adjustment_id, w.merchant_id, w.currency, t.business_date, t.fee_rule");

    private static final Agreement INSTANT_FEES = new Agreement(
            "instant fees that adjustments begin with",
            4,
            "adjustment_id merchant_id currency priced_date charged_minor",
            "table adjustment_line",
            "select l.adjustment_id, l.merchant_id, l.currency, l.priced_date, sum(l.charged_minor)" + BOOKED
                    + " and l.line = 'INSTANT_FEE' group by l.adjustment_id, l.merchant_id, l.currency, l.priced_date"
                    + " having sum(l.charged_minor) <> 0"
                    + " order by l.adjustment_id, l.merchant_id, l.currency, l.priced_date",
            "table position",
            "select w.adjustment_id, w.merchant_id, w.currency, p.business_date, -p.instant_fee_minor from " + WHOSE
                    + " join position p on p.merchant_id = w.merchant_id and p.currency = w.currency"
                    + " and p.business_date >= w.from_date and p.business_date <= w.to_date"
                    + " where p.instant_fee_minor <> 0"
                    + " order by w.adjustment_id, w.merchant_id, w.currency, p.business_date");

    private static final Agreement ONCE = new Agreement(
            "fees of a date are adjusted once",
            4,
            "merchant_id currency line priced_date adjustments",
            "table adjustment_line",
            "select l.merchant_id, l.currency, l.line, l.priced_date, count(distinct x.adjustment_id) from"
                    + " (select distinct l.merchant_id, l.currency, l.line, l.priced_date" + BOOKED + ") l"
                    + " join adjustment_line x on x.merchant_id = l.merchant_id and x.currency = l.currency"
                    + " and x.line = l.line and x.priced_date = l.priced_date"
                    + " join adjustment o on o.adjustment_id = x.adjustment_id and o.business_date <= :date"
                    + " group by l.merchant_id, l.currency, l.line, l.priced_date"
                    + " order by l.merchant_id, l.currency, l.line, l.priced_date",
            "table adjustment",
            "select merchant_id, currency, line, priced_date, 1 from (select distinct l.merchant_id, l.currency, l.line,"
                    + " l.priced_date" + BOOKED + ") l order by merchant_id, currency, line, priced_date");

    public static final List<Agreement> ALL = List.of(MOVES, FEES, INSTANT_FEES, ONCE);

    /** Those that the date booked. */
    public static final String ADJUSTMENTS = """
            select adjustment_id, adjustment_no, from_date, to_date, plan_name, plan_sha256, plan_content, only_merchants,
                   digest, reason, maker, checker, ended_at, end_reason
              from adjustment where business_date = :date order by adjustment_id
            """;

    /** Rows of one adjustment in the order of its digest. */
    public static final String LINES = """
            select merchant_id, currency, line, priced_date, old_rule, new_rule, item_count, amount_minor, charged_minor,
                   other_minor
              from adjustment_line where adjustment_id = :id
             order by merchant_id, currency, line desc, priced_date, old_rule, new_rule
            """;

    /** Who did this, by the audit chain. */
    public static final String ACTORS = """
            select actor from audit_record where action = :action and subject = :subject order by record_no
            """;

    private AdjustmentAgreements() {}
}

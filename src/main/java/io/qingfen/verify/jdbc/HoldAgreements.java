package io.qingfen.verify.jdbc;

import java.util.List;

/** Why payouts are held on a date follows from holds of people and from cases of rules that were not closed yet. */
public final class HoldAgreements {
    private static final String ACTIVE = """
            select merchant_id, hold_id as cause_id,
                   case when terminal_id = '' then 'MERCHANT_HOLD' else 'TERMINAL_HOLD' end as cause, reason as detail
              from risk_hold where business_date <= :date and coalesce(until_date, :date) >= :date
               and not (lifted_on is not null and lifted_on <= :date)
            """;

    private static final Agreement HELD = new Agreement(
            "why payouts are held",
            2,
            "merchant_id cause_id cause detail",
            "table position_hold",
            """
            select merchant_id, cause_id, cause, detail from position_hold where business_date = :date
             order by merchant_id, cause_id
            """,
            "tables risk_hold, risk_hit and review_case",
            "select merchant_id, cause_id, cause, detail from (" + ACTIVE + """
             union all
            select h.merchant_id, c.case_id, 'RISK_RULE', c.subject
              from review_case c join risk_hit h on h.case_id = c.case_id
             where h.hold_payout and c.opened_on <= :date and (c.closed_on is null or c.closed_on > :date)
            ) held order by merchant_id {c}, cause_id {c}
            """);

    public static final List<Agreement> ALL = List.of(HELD);

    /** Merchants that nothing of the date may be paid to. */
    public static final String HELD_MERCHANTS = """
            select distinct merchant_id from position_hold where business_date = :date order by merchant_id
            """;

    /** Every hold that had begun, with the first and last date on which it held, as of the date. */
    public static final String HOLDS = """
            select hold_id, hold_no, merchant_id, terminal_id, until_date, reason, business_date, lifted_on,
                   (select min(p.business_date) from position_hold p where p.cause_id = hold_id) as first_held,
                   (select max(p.business_date) from position_hold p
                     where p.cause_id = hold_id and p.business_date <= :date) as last_held
              from risk_hold where business_date <= :date order by hold_id
            """;

    private HoldAgreements() {}
}

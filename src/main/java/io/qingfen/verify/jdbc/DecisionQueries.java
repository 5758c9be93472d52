package io.qingfen.verify.jdbc;

/** What people decided on a date, with everything that says what it moves. */
public final class DecisionQueries {
    public static final String MOVES = """
            select move_key, merchant_id, currency, line, debit_account, credit_account, amount_minor from money_move
             where business_date = :date and move_key like 'CASE|%' order by move_key
            """;

    /** In the order of the dates on which the items were judged; what LINK paid before stands in the last columns. */
    public static final String DECIDED = """
            select d.case_id, d.resolution, d.item_opened_on, p.priced_on, o.match_status, o.channel, o.kind,
                   o.suspense_minor, o.withheld_minor, o.capture, o.authorization_record, d.item_id,
                   paid.resolution, claim.capture
              from decided_item d
              join open_item o on o.item_id = d.item_id and o.opened_on = d.item_opened_on
              left join case_proposal p on p.case_id = d.case_id and p.business_date = :date and p.state = 'APPLIED'
              left join decided_item paid on paid.case_id = p.other_case_id and d.resolution = 'LINK'
              left join open_item claim on claim.item_id = paid.item_id and claim.opened_on = paid.item_opened_on
             where d.business_date = :date order by d.item_opened_on, d.case_id
            """;

    /** What a reversed sale still holds of fee and cost: cleared, or settled by people and found later. */
    public static final String REVERSED = """
            select d.case_id, t.channel, t.fee_minor, t.scheme_cost_minor,
                   (select coalesce(sum(e.fee_minor), 0) from clearing_effect e where e.original_id = r.original_id
                       and e.original_date = r.original_date and e.business_date < :date),
                   (select coalesce(sum(e.cost_minor), 0) from clearing_effect e where e.original_id = r.original_id
                       and e.original_date = r.original_date and e.business_date < :date),
                   (select min(o.channel) from decided_item y join open_item o
                        on o.item_id = y.item_id and o.opened_on = y.item_opened_on
                     where y.case_id in (x.case_id, x.linked_case_id) and o.channel <> ''),
                   (select coalesce(sum(m.amount_minor), 0) from money_move m where m.move_key in
                       ('CASE|' || x.case_id || '|FEE', 'CASE|' || x.linked_case_id || '|FEE')),
                   (select coalesce(sum(m.amount_minor), 0) from money_move m where m.move_key in
                       ('CASE|' || x.case_id || '|COST', 'CASE|' || x.linked_case_id || '|COST'))
              from decided_item d
              join clearing_effect r on r.item_id = d.item_id and r.business_date = d.item_opened_on
               and r.kind = 'REVERSAL'
              left join transactions t on t.business_date = r.original_date and t.transaction_id = r.original_id
              left join decided_item x on x.business_date = r.original_date and x.item_id = r.original_id
             where d.business_date = :date order by d.case_id
            """;

    /** Dates that left the books take their reference data and transactions with them. */
    public static final String HAS_LEFT = "select 1 from business_day where business_date = :of and state = 'RETIRED'";

    /** An authorization that was found for a capture that people paid: both sides, seen from either date. */
    public static final Agreement LINKS = new Agreement(
            "authorizations found for paid captures",
            1,
            "case_id linked_case_id",
            "table decided_item",
            """
            select case_id, linked_case_id from decided_item
             where linked_case_id is not null and (business_date = :date
                or linked_case_id in (select case_id from decided_item where business_date = :date)) order by case_id
            """,
            "table case_proposal",
            """
            select p.other_case_id as paid, p.case_id from case_proposal p
              join decided_item a on a.case_id = p.case_id and a.resolution = 'LINK'
             where p.state = 'APPLIED' and p.resolution = 'LINK' and (p.business_date = :date
                or p.other_case_id in (select case_id from decided_item where business_date = :date))
             order by p.other_case_id
            """);

    private DecisionQueries() {}
}

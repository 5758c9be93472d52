package io.qingfen.verify.jdbc;

/** Who released the payouts of a date and handed them over, and what state each is in. */
public final class ReleaseQueries {
    /** Every payout of the date with each change of its state. */
    public static final String STATES = """
            select p.payout_id, p.state, e.event_no, e.from_state, e.to_state, e.actor, e.source, e.reason
              from payout p left join payout_event e on e.payout_id = p.payout_id
             where p.business_date = :date order by p.payout_id, e.event_no
            """;

    /** Approved proposals: a release by the system has nobody who checked it. */
    public static final String APPROVED = """
            select proposal_no, maker, coalesce(checker, 'system'), digest from payout_release
             where business_date = :date and state in ('APPROVED', 'RELEASED') order by proposal_no
            """;

    /** Of the date, by the audit chain. */
    public static final String ACTS = """
            select action, actor, detail from audit_record
             where subject = :day and action in ('payouts.propose', 'payouts.approve', 'payouts.sent')
             order by record_no
            """;

    private ReleaseQueries() {}
}

package io.qingfen.verify.jdbc;

/** Open items and cases of a date, for a look at each. */
public final class ItemQueries {
    /** Items that began to wait on the date or ended on it. */
    public static final String ITEMS = """
            select item_id, opened_on, kind, match_status, matched_by, merchant_id, terminal_id, txn_type, rrn, currency,
                   captured_minor, authorized_minor, suspense_minor, withheld_minor, suspense_currency, channel, case_id,
                   joins_until, capture, authorization_record, removed_on,
                   case when opened_on = :date then 1 else 0 end,
                   (select max(e.joins_until) from open_item e where e.item_id = o.item_id and e.removed_on = :date
                       and e.opened_on < :date and e.kind = 'PAIR'),
                   (select c.exposure_minor from review_case c where c.case_id = o.case_id),
                   (select c.resolution from review_case c where c.case_id = o.case_id),
                   (select count(*) from decided_item x where x.business_date = :date and x.item_id = o.item_id
                       and x.item_opened_on = o.opened_on),
                   (select min(w.joins_until_before) from prolonged_item w where w.item_id = o.item_id
                       and w.opened_on = o.opened_on),
                   greatest(coalesce((select max(l.business_date) from linked_pair l
                                 where l.claim_case_id = o.case_id or l.answer_case_id = o.case_id), o.opened_on),
                            coalesce((select max(p.wait_until) from case_proposal p where p.case_id = o.case_id
                                and p.resolution = 'WAIT' and p.state = 'APPLIED'), o.opened_on))
              from open_item o where opened_on = :date or removed_on = :date order by item_id, opened_on
            """;

    /** Removed on no date of the books, or before it was opened. */
    public static final String REMOVED_NEVER = """
            select item_id, opened_on, removed_on from open_item
             where removed_on > (select max(business_date) from business_day)
                or removed_on < opened_on
            """;

    /** Transactions of the date whose records came on an earlier one. */
    public static final String FROM_EARLIER = """
            select t.transaction_id, t.capture_file, t.capture_line, t.authorization_file, t.authorization_line,
                   case when c.business_date < :date then 1 else 0 end,
                   case when a.business_date < :date then 1 else 0 end
              from transactions t
              left join input_file c on c.file_no = t.capture_file
              left join input_file a on a.file_no = t.authorization_file
             where t.business_date = :date and (c.business_date < :date or a.business_date < :date)
             order by t.transaction_id
            """;

    public static final String TRANSACTION =
            "select transaction_id from transactions where business_date = :date and transaction_id = :id";

    public static final String CASES = """
            select case_id, opened_on, kind, subject, state, resolution, closed_on, currency, exposure_minor,
                   capture_file, capture_line, authorization_file, authorization_line
              from review_case where opened_on <= :date and (closed_on is null or closed_on >= :date)
             order by opened_on, case_id
            """;

    private ItemQueries() {}
}

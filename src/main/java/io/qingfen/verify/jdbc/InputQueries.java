package io.qingfen.verify.jdbc;

/** What the books say of input records, always beginning with file, line and what the row is called. */
public final class InputQueries {
    public static final String FILES_OF_DATE = " from input_file where business_date = :date order by file_no";

    /** Files of the date, and older ones whose records were judged on it. */
    public static final String FILES_NAMED = """
             from input_file where business_date = :date
                or file_no in (select capture_file from transactions where business_date = :date)
                or file_no in (select authorization_file from transactions where business_date = :date)
             order by file_no
            """;

    /** SHA-256 of every file that the date or an earlier one used. */
    public static final String USED = "select sha256 from input_file where business_date <= :date";

    public static final String CAPTURES = """
            select capture_file, capture_line, transaction_id, merchant_id, terminal_id, batch_no, trace_no, rrn,
                   txn_type, amount_minor, currency, txn_time, entry_mode, matched_by, match_status, disposition,
                   fee_minor, net_minor, fee_rule, scheme_cost_minor, authorization_file
              from transactions where business_date = :date and capture_file is not null
             order by capture_file, capture_line, transaction_id
            """;

    public static final String AUTHORIZATIONS = """
            select authorization_file, authorization_line, transaction_id, merchant_id, terminal_id, batch_no, trace_no,
                   rrn, txn_type, channel, card_type, amount_minor, currency, txn_time, response_code, scheme_ref,
                   match_status, matched_by, disposition, fee_minor, fee_rule, scheme_cost_minor, entry_mode,
                   capture_file, net_minor
              from transactions where business_date = :date and authorization_file is not null
             order by authorization_file, authorization_line, transaction_id
            """;

    public static final String REJECTS = """
            select file_no, line_no, reason, record_type from reject where business_date = :date
             order by file_no, line_no
            """;

    public static final String BATCHES = """
            select file_no, line_no, terminal_id || '|' || batch_no, terminal_id, batch_no, closed_at, merchant_id
              from terminal_batch where business_date = :date order by file_no, line_no, terminal_id, batch_no
            """;

    public static final String DUPLICATE_BATCHES = """
            select capture_file, capture_line, case_id, captured_minor from review_case
             where opened_on = :date and kind = 'DUPLICATE_BATCH' order by capture_file, capture_line, case_id
            """;

    public static final String FAILURES = """
            select authorization_file, authorization_line, merchant_id || '|' || terminal_id || '|' || rrn, merchant_id,
                   terminal_id, trace_no, rrn, txn_type, channel, card_type, amount_minor, currency, txn_time,
                   response_code, outcome
              from failure where business_date = :date order by authorization_file, authorization_line
            """;

    public static final String HOLD_EVENTS = """
            select file_no, line_no, merchant_id || '|' || rrn || '|' || kind, merchant_id, rrn, kind, terminal_id,
                   amount_minor, currency
              from hold_event where business_date = :date order by file_no, line_no
            """;

    /**
     * Records that began to wait on the date, or were handed over as new pairs. A reversal that waited, unchanged, since
     * an earlier date stands in a file of that date.
     */
    public static final String WAITING = """
            select item_id, 'open_item', capture, authorization_record from open_item o where opened_on = :date
               and not exists (select 1 from open_item e where e.item_id = o.item_id and e.opened_on < o.opened_on
                     and e.kind = 'REVERSAL' and e.removed_on = :date
                     and e.authorization_record = o.authorization_record)
            union all
            select item_id, 'follow_up', capture, authorization_record from follow_up
             where business_date = :date and opened_on is null
            """;

    /** Reversals that waited when the date began. */
    public static final String WAITING_REVERSALS = """
            select item_id, authorization_record from open_item
             where match_status = 'REVERSAL_WITHOUT_ORIGINAL' and opened_on < :date
               and (removed_on is null or removed_on >= :date)
            """;

    public static final String TALLIES = """
            select file_no, record_kind, outcome, digits, currency, sum(item_count), sum(amount_minor), sum(unreadable)
              from intake_tally where business_date = :date
             group by file_no, record_kind, outcome, digits, currency
             order by file_no, record_kind, outcome, digits, currency
            """;

    /** What waited when the date began and what waits at its end, by currency; of items that still joined. */
    public static final String WAITING_TOTALS =
            """
            select 'CAPTURES_CARRIED_IN', currency, count(*), sum(captured_minor) from """ + Items.AS_OF + """
             o where not exists (select 1 from decided_item x where x.business_date = :date and x.item_id = o.item_id
                     and x.item_opened_on = o.opened_on) and captured_minor is not null and kind <> 'REVERSAL' and opened_on < :date and joined_until >= :date
               and (removed_on is null or removed_on >= :date) group by currency
            union all
            select 'AUTHORIZATIONS_CARRIED_IN', suspense_currency, count(*), sum(authorized_minor) from """ + Items.AS_OF + """
             o where not exists (select 1 from decided_item x where x.business_date = :date and x.item_id = o.item_id
                     and x.item_opened_on = o.opened_on) and authorized_minor is not null and kind <> 'REVERSAL' and opened_on < :date and joined_until >= :date
               and (removed_on is null or removed_on >= :date) group by suspense_currency
            union all
            select 'CAPTURES_OPEN', currency, count(*), sum(captured_minor) from """ + Items.AS_OF + """
             o where captured_minor is not null and kind <> 'REVERSAL' and opened_on <= :date and joined_until >= :date
               and (removed_on is null or removed_on > :date) group by currency
            union all
            select 'AUTHORIZATIONS_OPEN', suspense_currency, count(*), sum(authorized_minor) from """ + Items.AS_OF + """
             o where authorized_minor is not null and kind <> 'REVERSAL' and opened_on <= :date and joined_until >= :date
               and (removed_on is null or removed_on > :date) group by suspense_currency
            union all
            select 'AUTHORIZATIONS_FAILED', currency, count(*), sum(amount_minor) from failure
             where business_date = :date group by currency
            union all
            select 'AUTHORIZATIONS_FAILED', suspense_currency, -count(*), -sum(authorized_minor) from open_item
             where opened_on = :date and kind = 'AUTHORIZATION' and match_status = 'UNKNOWN_OUTCOME'
             group by suspense_currency
            union all
            select 'AUTHORIZATIONS_NOT_FINANCIAL', i.suspense_currency, count(*), sum(i.authorized_minor)
              from open_item i join review_case c on c.case_id = i.case_id
             where i.removed_on = :date and i.kind = 'AUTHORIZATION' and c.resolution = 'REVERSED'
             group by i.suspense_currency
            union all
            select 'CAPTURES_DECIDED', currency, count(*), sum(captured_minor) from decided_item
             where business_date = :date and joined and captured_minor is not null group by currency
            union all
            select 'AUTHORIZATIONS_DECIDED', authorized_currency, count(*), sum(authorized_minor) from decided_item
             where business_date = :date and joined and authorized_minor is not null group by authorized_currency
            """;

    public static final String NIGHT = """
            select measure, currency, sum(item_count), sum(amount_minor) from night_total
             where business_date = :date group by measure, currency
            """;

    public static final String FOLLOWED = """
            select item_id, capture, authorization_record from follow_up where business_date = :date
            """;

    private InputQueries() {}
}

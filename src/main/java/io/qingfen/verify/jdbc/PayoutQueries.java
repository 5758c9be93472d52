package io.qingfen.verify.jdbc;

/** Payouts of a date and their files. */
public final class PayoutQueries {
    private static final String COLUMNS = "select payout_id, merchant_id, currency, amount_minor, account_name,"
            + " account_masked, account_cipher, bank_code, bank_name, value_date, state from payout"
            + " where business_date = :date";

    public static final String PAYOUTS = COLUMNS + " order by payout_id";

    /** Those that leave: one that was taken out stands in no bank file. */
    public static final String OF_GROUP =
            COLUMNS + " and value_date = :on and currency = :in and state <> 'WITHDRAWN' order by payout_id";

    public static final String FILES = """
            select file_name, sha256, payouts, amount_minor, currency, value_date from payout_file
             where business_date = :date order by file_name
            """;

    public static final String GROUPS = """
            select value_date, currency, count(*), sum(amount_minor) from payout where business_date = :date
             and state <> 'WITHDRAWN' group by value_date, currency order by value_date, currency
            """;

    public static final String REPORTS = """
            select file_name, row_count, sha256, size_bytes from report_file where business_date = :date order by file_name
            """;

    /** What two people, or the system, let go. */
    public static final String RELEASED = """
            select f.file_name, f.sha256 from payout_release_file f join payout_release r
             on r.business_date = f.business_date and r.proposal_no = f.proposal_no and r.state = 'RELEASED'
             where f.business_date = :date order by f.file_name
            """;

    private PayoutQueries() {}
}

package io.qingfen.verify.jdbc;

/** Payouts of a date and their files. */
public final class PayoutQueries {
    private static final String COLUMNS = "select payout_id, merchant_id, currency, amount_minor, account_name,"
            + " account_masked, account_cipher, bank_code, bank_name, value_date, state from payout"
            + " where business_date = :date";

    public static final String PAYOUTS = COLUMNS + " order by payout_id";

    public static final String OF_GROUP = COLUMNS + " and value_date = :on and currency = :in order by payout_id";

    public static final String FILES = """
            select file_name, sha256, payouts, amount_minor, currency, value_date from payout_file
             where business_date = :date order by file_name
            """;

    public static final String GROUPS = """
            select value_date, currency, count(*), sum(amount_minor) from payout where business_date = :date
             group by value_date, currency order by value_date, currency
            """;

    public static final String REPORTS = """
            select file_name, row_count, sha256, size_bytes from report_file where business_date = :date order by file_name
            """;

    private PayoutQueries() {}
}

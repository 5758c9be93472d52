package io.qingfen.verify.jdbc;

/** What rules of risk measure, from single records: merchant, part, whole, dates, money at stake. */
public final class RiskQueries {
    private static final String SALES = " from transactions where business_date = :date and disposition = 'SETTLED'"
            + " and txn_type in ('SALE', 'OFFLINE_SALE', 'PREAUTH_COMPLETION') and currency = :currency";

    public static final String SINGLE_AMOUNT = "select merchant_id, max(amount_minor), count(*), 0, sum(amount_minor)"
            + SALES + " and amount_minor > :amount group by merchant_id order by merchant_id";

    public static final String DAILY_AMOUNT =
            "select t.merchant_id, t.a, sum(p.sales_minor), count(*), t.a from (select"
                    + " merchant_id, sum(amount_minor) as a" + SALES + " group by merchant_id) t join position p"
                    + " on p.merchant_id = t.merchant_id and p.currency = :currency and p.sales_minor > 0"
                    + " and p.business_date >= :since and p.business_date < :date group by t.merchant_id, t.a"
                    + " order by t.merchant_id";

    public static final String REFUND_RATIO = """
            select merchant_id, sum(case when txn_type = 'REFUND' then amount_minor else 0 end),
                   sum(case when txn_type in ('SALE', 'OFFLINE_SALE', 'PREAUTH_COMPLETION') then amount_minor else 0 end), 0,
                   sum(case when txn_type = 'REFUND' then amount_minor else 0 end)
              from transactions where business_date = :date and disposition = 'SETTLED' and currency = :currency
             group by merchant_id order by merchant_id
            """;

    /** By response code: the rule's are summed up by whoever reads. */
    public static final String FAILURES = """
            select merchant_id, response_code, count(*) from failure where business_date = :date and currency = :currency
             group by merchant_id, response_code order by merchant_id, response_code
            """;

    public static final String SAME_CARD = """
            select merchant_id, max(n), count(*), 0, sum(a)
              from (select merchant_id, card_sha256, sum(item_count) as n, sum(amount_minor) as a from card_use
                     where business_date = :date and currency = :currency group by merchant_id, card_sha256) cards
             where n >= :times group by merchant_id order by merchant_id
            """;

    public static final String HITS = """
            select case_id, merchant_id, rule_id, rule_kind, hold_payout, currency, part, whole, dates from risk_hit
             where business_date = :date order by case_id
            """;

    public static final String CASES = """
            select case_id, subject, merchant_id, currency, exposure_minor,
                   terminal_id || batch_no || trace_no || rrn || response_code || coalesce(cast(captured_minor as varchar), '')
                     || coalesce(cast(authorized_minor as varchar), '') || coalesce(cast(capture_file as varchar), '')
                     || coalesce(cast(authorization_file as varchar), '')
              from review_case where opened_on = :date and kind = 'RISK_RULE' order by case_id
            """;

    /** Rule and merchant of cases that were open already when the date was judged. */
    public static final String OPEN = """
            select h.rule_id, h.merchant_id from risk_hit h join review_case c on c.case_id = h.case_id
             where h.business_date < :date and (c.closed_on is null or c.closed_on > :date)
            """;

    private RiskQueries() {}

    /** @param both {@code and}, or {@code or} for a night that passes midnight */
    public static String nightShare(String both, boolean byAmount) {
        String night = "mod(txn_time, 86400) >= :begin " + both + " mod(txn_time, 86400) < :end";
        String what = byAmount ? "amount_minor" : "1";
        return "select merchant_id, sum(case when " + night + " then " + what + " else 0 end), sum(" + what + "), 0,"
                + " sum(case when " + night + " then amount_minor else 0 end)" + SALES
                + " group by merchant_id order by merchant_id";
    }
}

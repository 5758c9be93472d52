package io.qingfen.verify.jdbc;

/** What reserves and agents' shares are reckoned from, and their tables. */
public final class AgreedQueries {
    /** merchant, currency, sales less voids and refunds, fees. */
    public static final String CLEARED = """
            select merchant_id, currency,
                   sum(case when txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND') then -amount_minor
                       else amount_minor end), sum(fee_minor)
              from transactions where business_date = :date and disposition = 'SETTLED'
             group by merchant_id, currency order by merchant_id, currency
            """;

    public static final String RESERVES = """
            select merchant_id, currency, base_minor, rate_ppm, withheld_minor, days, release_on
              from reserve_hold where business_date = :date order by merchant_id, currency
            """;

    public static final String SHARES = """
            select merchant_id, currency, agent_id, volume_minor, merchant_fees_minor, floor_rate_ppm, ratio_ppm,
                   floor_fees_minor, share_minor
              from agent_share where business_date = :date order by merchant_id, currency
            """;

    private AgreedQueries() {}
}

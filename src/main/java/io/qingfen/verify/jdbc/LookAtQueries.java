package io.qingfen.verify.jdbc;

/** Which payouts of a date deserve a look, from payouts and accounts. */
public final class LookAtQueries {
    /**
     * Payout, merchant, amount; earlier payouts that count; how many ended without money by a date after this one, so
     * that nobody knows whether the night counted them; count and sum of the 30 days before in the same currency.
     */
    public static final String PAYOUTS = """
            select p.payout_id, p.merchant_id, p.amount_minor, coalesce(e.counting, 0), coalesce(e.unsure, 0),
                   coalesce(m.items, 0), coalesce(m.minor, 0)
              from payout p
              left join (select merchant_id, sum(case when state in ('WITHDRAWN', 'REJECTED') then 0 else 1 end) as counting,
                                sum(case when state in ('WITHDRAWN', 'REJECTED') and (ended_on is null or ended_on > :date)
                                    then 1 else 0 end) as unsure
                           from payout where business_date < :date group by merchant_id) e on e.merchant_id = p.merchant_id
              left join (select merchant_id, currency, count(*) as items, sum(amount_minor) as minor
                           from payout where business_date >= :monthAgo and business_date < :date
                            and state not in ('WITHDRAWN', 'REJECTED') group by merchant_id, currency) m
                on m.merchant_id = p.merchant_id and m.currency = p.currency
             where p.business_date = :date order by p.payout_id
            """;

    /** Merchant, and since when its account is another than before. */
    public static final String CHANGED = """
            select merchant_id, max(valid_from) from (
              select merchant_id, valid_from, account_digest,
                     lag(account_digest) over (partition by merchant_id order by valid_from) as before_it
                from merchant_account where valid_from <= :date) a
             where valid_from > :weekAgo and before_it <> account_digest group by merchant_id
            """;

    public static final String NOTED = """
            select payout_id, reason, earlier, earlier_minor, changed_on from payout_look_at
             where business_date = :date order by payout_id, reason
            """;

    /** The average is rounded half up. */
    public static final OutputTable FILE = OutputTable.of(
            "payouts-to-look-at.csv",
            "payout_look_at",
            "payout_id merchant_id amount currency value_date reason average changed_on",
            "payout_id reason",
            "ttatdtad",
            """
            select l.payout_id, p.merchant_id, p.amount_minor, p.currency, p.value_date, l.reason,
                   case when l.earlier = 0 then null else (2 * l.earlier_minor + l.earlier) / (2 * l.earlier) end,
                   l.changed_on
              from payout_look_at l left join payout p on p.payout_id = l.payout_id
             where l.business_date = :date order by l.payout_id, l.reason
            """);

    private LookAtQueries() {}
}

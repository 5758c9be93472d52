package io.qingfen.verify.jdbc;

/** Deposits of a date, the date before, and what moved them. */
public final class DepositQueries {
    public static final String DAYS = """
            select d.terminal_id, d.merchant_id, d.policy, d.state, d.activated_on, d.window_ends_on, d.amount_minor,
                   d.currency, d.collected_minor, d.refunded_minor, d.forfeited_minor, d.held_minor, d.counted_minor,
                   d.next_threshold_minor, d.refund_today_minor, d.collected_today_minor, d.forfeited_today_minor,
                   b.merchant_id, b.policy, b.state, b.activated_on, b.window_ends_on, b.amount_minor, b.currency,
                   b.collected_minor, b.refunded_minor, b.forfeited_minor, b.counted_minor,
                   (select max(h.counted_minor) from deposit_day h where h.terminal_id = d.terminal_id
                       and h.business_date < :date and h.activated_on = d.activated_on
                       and h.merchant_id = d.merchant_id)
              from deposit_day d
              left join deposit_day b on b.business_date = :before and b.terminal_id = d.terminal_id
             where d.business_date = :date order by d.terminal_id
            """;

    public static final String EVENTS = """
            select terminal_id, event_no, merchant_id, kind, amount_minor, currency from deposit_event
             where business_date = :date order by terminal_id, event_no
            """;

    public static final String VOLUMES = """
            select terminal_id, channel, card_type, currency, sum(amount_minor) from terminal_volume
             where business_date = :date group by terminal_id, channel, card_type, currency
             order by terminal_id
            """;

    public static final String VOLUMES_OF_TERMINAL = """
            select business_date, channel, card_type, currency, sum(amount_minor) from terminal_volume
             where terminal_id = :terminal and business_date >= :from and business_date <= :to
             group by business_date, channel, card_type, currency order by business_date
            """;

    /** What a merchant's position could give to deposits. */
    public static final String AVAILABLE = """
            select merchant_id, currency, net_minor - deposit_refund_minor - instant_fee_minor - deposit_withheld_minor
              from position where business_date = :date
               and exists (select 1 from deposit_day d where d.business_date = :date
                     and d.merchant_id = position.merchant_id and d.currency = position.currency)
             order by merchant_id, currency
            """;

    public static final String BOOKS_FROM = "select min(business_date), max(business_date) from business_day";

    /** The running state, which is that of the last date. */
    public static final String STATES = """
            select d.terminal_id, d.merchant_id, d.policy, d.state, d.activated_on, d.window_ends_on, d.amount_minor,
                   d.currency, d.collected_minor, d.refunded_minor, d.forfeited_minor, d.counted_minor, d.earned_minor,
                   d.month_minor, d.months_met, d.history_complete, d.case_opened_on, d.changed_on, d.counted_through,
                   (select max(c.opened_on) from review_case c where c.kind = 'DEPOSIT_HISTORY_MISSING'
                       and c.subject = d.terminal_id and c.merchant_id = d.merchant_id),
                   (select max(e.business_date) from deposit_event e where e.terminal_id = d.terminal_id),
                   (select min(h.business_date) from deposit_day h where h.terminal_id = d.terminal_id
                       and h.activated_on = d.activated_on and h.merchant_id = d.merchant_id),
                   t.merchant_id, t.currency, t.policy, t.activated_on
              from deposit d left join deposit_day t on t.business_date = :date and t.terminal_id = d.terminal_id
             order by d.terminal_id
            """;

    private DepositQueries() {}
}

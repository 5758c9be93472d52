package io.qingfen.verify.jdbc;

import java.util.List;

/** What every CSV file of the outbox must say, by plain SQL. */
public final class OutputTables {
    private static final String SOURCES = """
            left join input_file c on c.file_no = t.capture_file
            left join input_file a on a.file_no = t.authorization_file
            """;
    private static final String SOURCE_CELLS = """
            case when t.capture_file is null then '' else c.file_name || ':' || t.capture_line end,
            case when t.authorization_file is null then '' else a.file_name || ':' || t.authorization_line end
            """;

    static final OutputTable TRANSACTIONS = OutputTable.of(
            "transactions.csv",
            "transactions",
            "transaction_id business_date merchant_id terminal_id batch_no trace_no rrn txn_type channel card_type"
                    + " amount currency response_code match_status matched_by disposition fee fee_rule scheme_cost net"
                    + " capture_source authorization_source",
            "merchant_id terminal_id batch_no trace_no rrn txn_type transaction_id",
            "tdttttttttatttttataatt",
            "select t.transaction_id, t.business_date, t.merchant_id, t.terminal_id, t.batch_no, t.trace_no, t.rrn,"
                    + " t.txn_type, t.channel, t.card_type, t.amount_minor, t.currency, t.response_code,"
                    + " t.match_status, t.matched_by, t.disposition, t.fee_minor, coalesce(t.fee_rule, ''),"
                    + " t.scheme_cost_minor, t.net_minor, " + SOURCE_CELLS + " from transactions t " + SOURCES
                    + " where t.business_date = :date order by t.merchant_id, t.terminal_id, t.batch_no, t.trace_no,"
                    + " t.rrn, t.txn_type, t.transaction_id");

    private static final OutputTable CASES = OutputTable.of(
            "cases.csv",
            "review_case",
            "case_id opened_on state kind resolution merchant_id terminal_id batch_no trace_no rrn captured_amount"
                    + " authorized_amount currency response_code category reason suggested_action exposure age_days"
                    + " capture_source authorization_source",
            "opened_on case_id",
            "tdttttttttaattxxxagtt",
            "select t.case_id, t.opened_on, case when t.closed_on is null or t.closed_on > :date then 'OPEN' else t.state end, t.kind,"
                    + " case when t.closed_on is null or t.closed_on > :date then '' else t.resolution end, t.merchant_id, t.terminal_id,"
                    + " t.batch_no, t.trace_no, t.rrn, t.captured_minor, t.authorized_minor, t.currency,"
                    + " t.response_code, '', '', '', t.exposure_minor, t.opened_on, " + SOURCE_CELLS
                    + " from review_case t " + SOURCES
                    + " where t.opened_on <= :date and (t.closed_on is null or t.closed_on >= :date)"
                    + " order by t.opened_on, t.case_id");

    private static final OutputTable FAILURES = OutputTable.of(
            "failures.csv",
            "failure",
            "business_date merchant_id terminal_id trace_no rrn txn_type channel card_type amount currency txn_time"
                    + " response_code outcome category reason suggested_action authorization_source",
            "merchant_id terminal_id txn_time rrn",
            "dtttttttatsttxxxt",
            "select t.business_date, t.merchant_id, t.terminal_id, t.trace_no, t.rrn, t.txn_type, t.channel,"
                    + " t.card_type, t.amount_minor, t.currency, t.txn_time, t.response_code, t.outcome, '', '', '',"
                    + " a.file_name || ':' || t.authorization_line from failure t"
                    + " left join input_file a on a.file_no = t.authorization_file where t.business_date = :date"
                    + " order by t.merchant_id, t.terminal_id, t.txn_time, t.rrn, t.authorization_file,"
                    + " t.authorization_line");

    private static final OutputTable REJECTS = OutputTable.of(
            "rejects.csv",
            "reject",
            "file #line record_type reason field detail",
            "file #line",
            "tdtttt",
            "select f.file_name, t.line_no, t.record_type, t.reason, t.field, t.detail from reject t"
                    + " left join input_file f on f.file_no = t.file_no where t.business_date = :date"
                    + " order by f.file_name, t.line_no");

    private static final OutputTable POSITIONS = OutputTable.of(
            "positions.csv",
            "position",
            "business_date merchant_id currency sales_count sales voids refunds merchant_fees instant_fee"
                    + " deposit_withheld deposit_refund chargebacks chargeback_reversals adjustments reserve_withheld"
                    + " reserve_released payout_returned credits_withheld brought_forward net decision payout"
                    + " carried_forward value_date",
            "merchant_id currency",
            "dttdaaaaaaaaaaaaaaaataad",
            "select business_date, merchant_id, currency, sales_count, sales_minor, voids_minor, refunds_minor,"
                    + " merchant_fees_minor, instant_fee_minor, deposit_withheld_minor, deposit_refund_minor,"
                    + " chargebacks_minor, chargeback_reversals_minor, adjustments_minor, reserve_withheld_minor,"
                    + " reserve_released_minor, payout_returned_minor, credits_withheld_minor, brought_forward_minor,"
                    + " net_minor, decision, payout_minor, carried_forward_minor, value_date from position"
                    + " where business_date = :date order by merchant_id, currency");

    private static final OutputTable DEPOSITS = OutputTable.of(
            "deposits.csv",
            "deposit_day",
            "terminal_id merchant_id policy state activated_on window_ends_on amount collected refunded forfeited held"
                    + " counted_volume next_threshold refund_today collected_today forfeited_today",
            "terminal_id",
            "ttttddaaaaaaaaaa",
            "select terminal_id, merchant_id, policy, state, activated_on, window_ends_on, amount_minor,"
                    + " collected_minor, refunded_minor, forfeited_minor, held_minor, counted_minor,"
                    + " next_threshold_minor, refund_today_minor, collected_today_minor, forfeited_today_minor,"
                    + " currency from deposit_day where business_date = :date order by terminal_id");

    private static final OutputTable PAYOUTS = OutputTable.of(
            "payouts.csv",
            "payout",
            "payout_id merchant_id account_name account_masked bank_code amount currency value_date state",
            "payout_id",
            "tttttatdt",
            "select payout_id, merchant_id, account_name, account_masked, bank_code, amount_minor, currency,"
                    + " value_date, 'PREPARED' from payout where business_date = :date order by payout_id");

    private static final OutputTable FEES = OutputTable.of(
            "fees.csv",
            "fee_total",
            "merchant_id channel card_type fee_rule count amount fee scheme_cost margin",
            "merchant_id channel card_type fee_rule",
            "ttttdaaaa",
            "select merchant_id, channel, card_type, fee_rule, sum(item_count), sum(amount_minor), sum(fee_minor),"
                    + " sum(scheme_cost_minor), sum(fee_minor) - sum(scheme_cost_minor), currency from fee_total"
                    + " where business_date = :date group by merchant_id, channel, card_type, fee_rule, currency"
                    + " order by merchant_id, channel, card_type, fee_rule, currency");

    private static final OutputTable JOURNAL = OutputTable.of(
            "journal.csv",
            "posting",
            "entry_id business_date #posting_no account debit credit currency description",
            "entry_id #posting_no",
            "tddtaatt",
            "select p.entry_id, e.business_date, p.posting_no, p.account, p.debit_minor, p.credit_minor, p.currency,"
                    + " e.description from posting p left join journal_entry e on e.entry_id = p.entry_id"
                    + " where p.business_date = :date order by p.entry_id, p.posting_no");

    private static final OutputTable TRIAL_BALANCE = OutputTable.of(
            "trial-balance.csv",
            "trial_balance",
            "account currency opening debits credits closing",
            "account currency",
            "ttaaaa",
            "select account, currency, opening_minor, debits_minor, credits_minor, closing_minor from trial_balance"
                    + " where business_date = :date order by account, currency");

    private static final OutputTable CONTROL_TOTALS = OutputTable.of(
            "control-totals.csv",
            "control_total",
            "#position_no boundary side count amount currency counterpart_count counterpart_amount closed",
            "#position_no",
            "ottdatdat",
            "select position_no, boundary, side, item_count, amount_minor, currency, counterpart_count, counterpart_minor, closed"
                    + " from control_total where business_date = :date order by position_no");

    /** Written only where there is an agents.yml. */
    public static final OutputTable AGENT_SHARES = OutputTable.of(
            "agent-shares.csv",
            "agent_share",
            "business_date agent_id merchant_id currency volume merchant_fees floor_fees share",
            "agent_id merchant_id currency",
            "dtttaaaa",
            "select business_date, agent_id, merchant_id, currency, volume_minor, merchant_fees_minor, floor_fees_minor,"
                    + " share_minor from agent_share where business_date = :date"
                    + " order by agent_id, merchant_id, currency");

    /** In the order of their names, but the transactions, which may stand in several files. */
    public static final List<OutputTable> ALL = List.of(
            CASES,
            CONTROL_TOTALS,
            DEPOSITS,
            FAILURES,
            FEES,
            JOURNAL,
            PAYOUTS,
            POSITIONS,
            REJECTS,
            TRANSACTIONS,
            TRIAL_BALANCE);

    private OutputTables() {}
}

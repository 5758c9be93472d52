package io.qingfen.verify.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which tables and columns the proof answers for, and why it does not answer for the others. */
final class Coverage {
    private static final String OF_DATE = "business_date = :date";

    /** Rows of a date by table: what the proof of that date must notice. */
    static final Map<String, String> COVERED = new LinkedHashMap<>();

    /** Rows that ended on the date: what ended them. */
    static final Map<String, String> ENDED =
            Map.of("open_item", "removed_on = :date", "preauth_hold", "closed_on = :date");

    static final Map<String, List<String>> ENDED_COLUMNS =
            Map.of("open_item", List.of("removed_on"), "preauth_hold", List.of("closed_on", "closed_by"));

    /** Whole tables, and columns as {@code table.column}, each with its reason. */
    static final Map<String, String> EXEMPT = new LinkedHashMap<>();

    static {
        List.of("business_day night_total control_total reference_snapshot input_file intake_tally working_range"
                        + " reject transactions failure terminal_batch follow_up hold_event clearing_effect"
                        + " terminal_volume merchant_total fee_total deposit_event deposit_day position"
                        + " journal_entry posting trial_balance payout payout_file report_file money_move"
                        + " reserve_hold agent_share"
                        + " intake_chunk")
                .forEach(names -> List.of(names.split(" ")).forEach(name -> COVERED.put(name, OF_DATE)));
        COVERED.put("merchant_account", "valid_from = :date");
        COVERED.put("open_item", "opened_on = :date");
        COVERED.put("preauth_hold", "opened_on = :date");
        COVERED.put("review_case", "opened_on <= :date and (closed_on is null or closed_on >= :date)");
        COVERED.put(
                "deposit",
                "exists (select 1 from deposit_day y where y.business_date = :date"
                        + " and y.terminal_id = deposit.terminal_id)");

        COVERED.put("position_hold", OF_DATE);
        COVERED.put("risk_hit", OF_DATE);
        COVERED.put("risk_hold", "business_date <= :date");
        COVERED.put("adjustment", OF_DATE);
        COVERED.put(
                "adjustment_line",
                "exists (select 1 from adjustment a where a.business_date = :date"
                        + " and a.adjustment_id = adjustment_line.adjustment_id)");

        String clock = "time of the database's clock; no amount is made of it";
        EXEMPT.put("business_day.opened_at", clock);
        EXEMPT.put("business_day.closed_at", clock + "; that it is not before opened_at is proved");
        EXEMPT.put("business_day.taken_over", "dates that were closed before the mark existed have none");
        String plan = "how a file was cut for reading in parallel; that every record was read once is proved";
        EXEMPT.put("intake_chunk.plan", plan);
        EXEMPT.put("intake_chunk.segment_no", plan);
        EXEMPT.put("intake_chunk.first_line", plan);
        EXEMPT.put("intake_chunk.context_byte", plan);
        EXEMPT.put("intake_tally.segment_no", plan);
        EXEMPT.put("deposit_event.reason", "words for people; the numbers behind them are proved");
        EXEMPT.put("money_move.description", "words for people; they stand again in journal_entry, which is proved");
        EXEMPT.put("deposit.counted_through", "without volume it lags on purpose; the volume of each date is proved");
        String month = "the running month of a monthly policy; what it earned is proved when its months are over";
        EXEMPT.put("deposit.month_minor", month);
        EXEMPT.put("deposit.months_met", month);
        EXEMPT.put("payout.ended_on", "the date that books the end of a payout, later than its own");
        String act = "who acted and when; the audit chain proves it";
        List.of("placed_by", "placed_at", "lift_reason", "lifted_by", "lifted_at")
                .forEach(column -> EXEMPT.put("risk_hold." + column, act));
        EXEMPT.put("adjustment.proposed_at", act);
        EXEMPT.put("adjustment.approved_at", act);
        EXEMPT.put("review_case.assignee", "who works on a case by day");

        EXEMPT.put("card_use", "digests of card tokens for the rule SAME_CARD; its findings are proved against it");
        String control = "run control: who ran and what is done; results are proved, not their making";
        EXEMPT.put("run_lease", control);
        EXEMPT.put("partition_done", control);
        List.of("job_stop", "job_start", "job_state", "file_arrival").forEach(table -> EXEMPT.put(table, control));
        List.of("notification", "notification_delivery")
                .forEach(table -> EXEMPT.put(table, "what people were told; nothing is reckoned from it"));
        EXEMPT.put("app_user", "who may sign in; what they did is in the audit trail, which is proved");
        EXEMPT.put("api_token", "who may come with a program; what it did is in the audit trail, which is proved");
        EXEMPT.put("api_request", "what programs were answered for two days; what they did is in the audit trail");
        EXEMPT.put("case_view", "questions that people keep; nothing is reckoned from them");
        EXEMPT.put("intake_notice", "what lay in the inbox at that moment; no archive keeps it");
        String booked = "nights without people have none; FindingCorruptionsOfStoriesTest plants into them";
        List.of(
                        "case_proposal",
                        "decided_item",
                        "linked_pair",
                        "payout_event",
                        "payout_result_file",
                        "audit_record",
                        "audit_head")
                .forEach(table -> EXEMPT.put(table, booked));
        String day = "what people do by day, with its own proof; it reaches a date through the tables that are proved";
        List.of(
                        "case_selection",
                        "case_act",
                        "prolonged_item",
                        "payout_look_at",
                        "payout_release",
                        "payout_release_total",
                        "payout_release_file")
                .forEach(table -> EXEMPT.put(table, day));
        List.of(
                        "scheme_file",
                        "scheme_day",
                        "scheme_line",
                        "scheme_funds",
                        "scheme_brand_fee",
                        "scheme_record",
                        "scheme_own",
                        "scheme_cost",
                        "scheme_dispute")
                .forEach(
                        table -> EXEMPT.put(
                                table,
                                "what schemes say by day; its master control proves it; what the next date books of it is planted in ComparingSchemeFilesTest"));
        String again = "what an earlier run of the date made; superseded, not part of the date";
        List.of(
                        "rerun",
                        "entry_standing",
                        "deposit_before",
                        "superseded_position",
                        "superseded_payout",
                        "superseded_case",
                        "superseded_transactions")
                .forEach(table -> EXEMPT.put(table, again));
        EXEMPT.put("journal_entry.reverses", "which entry a re-run took back; the balances of both are proved");
        EXEMPT.put("business_day.generation", "how often the date was run again; only the last run is the date");
        List.of("retired_date", "legal_hold", "retention_floor")
                .forEach(table ->
                        EXEMPT.put(table, "of dates that have left the books, or must not; the audit chain proves it"));
        EXEMPT.put("flyway_schema_history", "the framework's own");
    }

    private Coverage() {}

    static boolean isExempt(String table, String column) {
        return EXEMPT.containsKey(table + "." + column);
    }

    /** Tables of the frameworks are theirs. */
    static boolean isFramework(String table) {
        return table.startsWith("batch_") || table.startsWith("qrtz_");
    }
}

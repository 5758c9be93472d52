package io.qingfen.retention.jdbc;

import io.qingfen.retention.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table with rows that leave together with their business date, in the order in which they may be removed.
 *
 * @param where which rows: {@code :date}, {@code :executions} and {@code :instances} of the date's jobs
 * @param order columns that put the rows in one order
 * @param owners on PostgreSQL only the owner of the tables removes these rows
 */
public record DatedTable(String name, String where, String order, boolean owners) {
    private static final String OF_DATE = "business_date = :date";
    private static final String OF_EXECUTIONS = "job_execution_id in (:executions)";
    private static final String OF_STEPS = "step_execution_id in"
            + " (select s.step_execution_id from batch_step_execution s where s.job_execution_id in (:executions))";

    private static final List<DatedTable> WORKING = List.of(
            new DatedTable("batch_step_execution_context", OF_STEPS, "step_execution_id", false),
            new DatedTable("batch_job_execution_context", OF_EXECUTIONS, "job_execution_id", false),
            new DatedTable("batch_step_execution", OF_EXECUTIONS, "step_execution_id", false),
            new DatedTable("batch_job_execution_params", OF_EXECUTIONS, "job_execution_id, parameter_name", false),
            new DatedTable("batch_job_execution", OF_EXECUTIONS, "job_execution_id", false),
            new DatedTable("batch_job_instance", "job_instance_id in (:instances)", "job_instance_id", false),
            of("deposit_before", "terminal_id"),
            new DatedTable(
                    "notification_delivery",
                    "notification_no in (select n.notification_no from notification n where n." + OF_DATE + ")",
                    "delivery_id",
                    false),
            of("notification", "notification_no"),
            of("job_state", "job, topic"),
            of("file_arrival", "file_name"));

    private static final List<DatedTable> LEDGER = List.of(
            owned("posting", OF_DATE, "entry_id, posting_no"),
            owned("journal_entry", OF_DATE, "entry_id"),
            owned("entry_standing", OF_DATE, "generation, entry_id"),
            owned("superseded_position", OF_DATE, "generation, merchant_id, currency"),
            owned("superseded_payout", OF_DATE, "generation, payout_id"),
            owned("superseded_case", "opened_on = :date", "generation, case_id"),
            owned("superseded_transactions", OF_DATE, "generation, transaction_id"),
            owned("transactions", OF_DATE, "transaction_id"));

    /** What later dates look up whatever its age stays: cases, deposits and their volume, payouts, batches, files. */
    private static final List<DatedTable> RESULTS = List.of(
            of("trial_balance", "account, currency"),
            of("position_hold", "merchant_id, cause_id"),
            of("position", "merchant_id, currency"),
            of("agent_share", "merchant_id, currency"),
            of("money_move", "move_key"),
            of("deposit_day", "terminal_id"),
            of("merchant_total", "step, partition_name, merchant_id, currency, channel, line, kind"),
            of("fee_total", "step, partition_name, merchant_id, channel, card_type, fee_rule, currency"),
            of("card_use", "step, partition_name, merchant_id, currency, card_sha256"),
            of("follow_up", "item_id"),
            of("hold_event", "file_no, line_no"),
            of("failure", "authorization_file, authorization_line"),
            of("reject", "file_no, line_no"),
            of("intake_notice", "file_name, notice"),
            of("intake_tally", "segment_no, file_no, record_kind, outcome, currency, digits"),
            of("intake_chunk", "file_no, chunk_no"),
            of("working_range", "range_no"),
            of("reference_snapshot", "file_name, part_no"),
            of("night_total", "step, partition_name, measure, currency"),
            of("control_total", "position_no"),
            of("partition_done", "step, partition_name"),
            ofSchemes("scheme_record", "file_no, line_no"),
            ofSchemes("scheme_own", "source, transaction_id"),
            new DatedTable(
                    "scheme_cost",
                    "booked_on = :date",
                    "source, business_date, kind, channel, merchant_id, currency",
                    false),
            of("scheme_funds", "source, currency, funds_key"),
            of("scheme_brand_fee", "file_no, line_no"),
            new DatedTable(
                    "scheme_dispute",
                    "(booked_on = :date or booked_on is null and line = '' and " + OF_DATE + ")",
                    "file_no, line_no",
                    false),
            of("report_file", "file_name"),
            of("payout_file", "file_name"),
            of("payout_look_at", "payout_id, reason"));

    /** What still waits for a later file of a scheme stays: the next comparison begins with it. */
    private static DatedTable ofSchemes(String name, String order) {
        return new DatedTable(name, OF_DATE + " and standing <> 'WAITING'", order, false);
    }

    private static DatedTable of(String name, String order) {
        return new DatedTable(name, OF_DATE, order, false);
    }

    private static DatedTable owned(String name, String where, String order) {
        return new DatedTable(name, where, order, true);
    }

    /** The tables of a kind. */
    public static List<DatedTable> of(Kind kind) {
        return kind == Kind.WORKING
                ? WORKING
                : new ArrayList<>(
                        Stream.concat(LEDGER.stream(), RESULTS.stream()).toList());
    }

    String rows() {
        return "from " + name + " where " + where;
    }
}

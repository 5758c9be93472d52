package io.qingfen.nightly.jdbc;

import io.qingfen.nightly.RerunDiff;
import io.qingfen.nightly.SupersededDates;
import io.qingfen.review.CaseKind;
import io.qingfen.run.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables rerun, superseded_… and everything that a date wrote. */
@Component
class StoredSupersededDates implements SupersededDates {
    /** Of a proposal whose date was run again before anybody approved it. */
    static final String VOID_REASON = "the date was run again";

    /** Results that people compare; everything else of an earlier generation stands in its files. */
    private static final List<String> KEEP = List.of(
            "insert into superseded_position select :generation, p.* from position p where p.business_date = :date",
            "insert into superseded_payout select :generation, p.* from payout p where p.business_date = :date",
            "update superseded_payout set state = 'WITHDRAWN' where business_date = :date and generation = :generation",
            "insert into superseded_case select :generation, c.* from review_case c where c.opened_on = :date",
            "insert into superseded_transactions select :generation, t.* from transactions t where t.business_date = :date");

    /** The last proposal for a case, or for the record that is linked with it. */
    private static final String STANDING = " (select 1 from case_proposal p"
            + " where (p.case_id = review_case.case_id or p.other_case_id = review_case.case_id)"
            + " and p.proposal_no = (select max(x.proposal_no) from case_proposal x where x.case_id = p.case_id)";

    /** Kinds of cases that were found by day, as a list of SQL. */
    private static final String OF_THE_DAY = Arrays.stream(CaseKind.values())
            .filter(CaseKind::isOfTheDay)
            .map(kind -> "'" + kind + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    /** What the date changed in rows of earlier dates goes back; what it opened goes away. */
    private static final List<String> RESTORE = List.of(
            "delete from open_item where opened_on = :date",
            "update open_item set removed_on = null where removed_on = :date",
            "update open_item set joins_until = (select w.joins_until_before from prolonged_item w"
                    + " where w.business_date = :date and w.item_id = open_item.item_id"
                    + " and w.opened_on = open_item.opened_on)"
                    + " where exists (select 1 from prolonged_item w where w.business_date = :date"
                    + " and w.item_id = open_item.item_id and w.opened_on = open_item.opened_on)",
            "delete from preauth_hold where opened_on = :date",
            "update preauth_hold set closed_on = null, closed_by = null where closed_on = :date",
            // what banks said by day was there before the date began
            "delete from review_case where opened_on = :date and kind not in " + OF_THE_DAY,
            // a late record of a scheme closed its case by day
            "update review_case set state = 'OPEN', resolution = '', closed_on = null where closed_on = :date"
                    + " and (kind not in " + OF_THE_DAY + " or resolution <> 'SELF_CLEARED')",
            "delete from deposit where terminal_id in"
                    + " (select terminal_id from deposit_before where business_date = :date)",
            "insert into deposit select terminal_id, merchant_id, policy, state, activated_on, window_ends_on,"
                    + " amount_minor, currency, collected_minor, refunded_minor, forfeited_minor, counted_minor,"
                    + " counted_through, earned_minor, month_minor, months_met, history_complete, case_opened_on,"
                    + " changed_on from deposit_before where business_date = :date and existed",
            "delete from merchant_account where valid_from = :date",
            // decisions that the date took over wait again; proposals that it overtook stand again
            "update decided_item set linked_case_id = null where linked_case_id in"
                    + " (select case_id from decided_item where business_date = :date)",
            "update case_proposal set state = case when checker is null then 'PROPOSED' else 'APPROVED' end,"
                    + " business_date = null where business_date = :date",
            "update review_case set state = 'PROPOSED' where state in ('OPEN', 'APPROVED') and exists" + STANDING
                    + " and p.state = 'PROPOSED')",
            "update review_case set state = 'APPROVED' where state = 'OPEN' and (exists" + STANDING
                    + " and p.state = 'APPROVED') or exists" + STANDING
                    + " and p.state = 'APPLIED' and p.resolution = 'WAIT' and p.wait_until = :date))",
            "delete from case_act where actor = 'night of ' || cast(:date as varchar)",
            // holds that people placed and lifted wait again, and adjustments that they approved
            "update risk_hold set business_date = null where business_date = :date",
            "update risk_hold set lifted_on = null where lifted_on = :date",
            "update adjustment set state = 'APPROVED', business_date = null where business_date = :date",
            "update scheme_dispute set booked_on = null where booked_on = :date",
            "update scheme_cost set booked_on = null where booked_on = :date",
            "update payout set ended_on = null where ended_on = :date",
            "update payout_release set state = 'VOID', reason = '" + VOID_REASON + "', ended_at = current_timestamp"
                    + " where business_date = :date and state = 'PROPOSED'");

    private static final List<String> OF_THE_DATE =
            List.of(("deposit_before partition_done night_total control_total reference_snapshot input_file "
                            + "intake_chunk intake_tally working_range intake_notice reject transactions failure "
                            + "terminal_batch follow_up hold_event clearing_effect terminal_volume merchant_total "
                            + "card_use fee_total deposit_event deposit_day position position_hold risk_hit reserve_hold "
                            + "agent_share trial_balance payout payout_file payout_look_at report_file money_move "
                            + "decided_item prolonged_item linked_pair")
                    .split(" "));

    private final JdbcClient jdbc;

    StoredSupersededDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int generation(LocalDate businessDate) {
        return jdbc.sql("select generation from business_day where business_date = ?")
                .param(businessDate)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    @Override
    public List<String> obstacles(LocalDate businessDate) {
        // Whoever releases payouts of the date holds this row until his decision is committed, and the other way round.
        jdbc.sql("select state from business_day where business_date = ? for update")
                .param(businessDate)
                .query(String.class)
                .optional();
        List<String> obstacles = new ArrayList<>();
        long left = count("select count(*) from payout where business_date = ? and state <> 'PREPARED'", businessDate);
        if (left > 0) {
            obstacles.add(
                    left + " of its payouts are beyond PREPARED: money is on its way or was withdrawn by decision;"
                            + " late records go to the next business date, and wrong amounts are corrected by a case");
        }
        long proposed = cases(businessDate, "PROPOSED");
        if (proposed > 0) {
            obstacles.add(
                    proposed + " of its cases wait for a decision that somebody proposed; approve them into the next"
                            + " date, or reject them: qingfen cases list --date " + businessDate);
        }
        long approved = cases(businessDate, "APPROVED");
        if (approved > 0) {
            obstacles.add(approved
                    + " of its cases are decided by two people, and the next date books that; let it, and"
                    + " correct what is wrong by a case or an adjustment: qingfen cases list --date " + businessDate);
        }
        long compared = count("select count(*) from scheme_day where business_date >= ?", businessDate);
        if (compared > 0) {
            obstacles.add("scheme files were held against its books, and what waits for later files would be lost; late"
                    + " records go to the next business date, and wrong amounts are corrected by a case");
        }
        List<String> adjusted = jdbc.sql("select adjustment_id from adjustment where state in ('PROPOSED', 'APPROVED')"
                        + " and from_date <= ? and to_date >= ? order by adjustment_no")
                .params(businessDate, businessDate)
                .query(String.class)
                .list();
        adjusted.forEach(
                id -> obstacles.add("adjustment " + id + " was reckoned from its fees; end it first and propose"
                        + " it again afterwards: qingfen adjustments show " + id));
        return obstacles;
    }

    /** Those of payouts and schemes came by day and stay, with what was proposed for them. */
    private long cases(LocalDate openedOn, String state) {
        return count(
                "select count(*) from review_case where opened_on = ? and state = '" + state + "' and kind not in "
                        + OF_THE_DAY,
                openedOn);
    }

    private long count(String sql, LocalDate date) {
        return jdbc.sql(sql).param(date).query(Long.class).single();
    }

    @Override
    public int begin(LocalDate businessDate, Actor actor, String reason) {
        int next = generation(businessDate) + 1;
        boolean begun =
                count("select count(*) from rerun where business_date = ? and state = 'BEGUN'", businessDate) > 0;
        if (!begun) {
            jdbc.sql("insert into rerun (business_date, generation, state, actor, reason, begun_at)"
                            + " values (?, ?, 'BEGUN', ?, ?, current_timestamp)")
                    .params(businessDate, next, actor.name(), reason)
                    .update();
            jdbc.sql("update business_day set state = 'SUPERSEDING' where business_date = ?")
                    .param(businessDate)
                    .update();
        }
        return next;
    }

    @Override
    public void takeBack(LocalDate businessDate, int generation) {
        KEEP.forEach(sql -> all(sql, businessDate, generation));
        RESTORE.forEach(sql -> all(sql, businessDate, generation));
        OF_THE_DATE.forEach(
                table -> all("delete from " + table + " where business_date = :date", businessDate, generation));
        all(
                "update business_day set state = 'OPEN', closed_at = null, ranges = null, reference_sha256 = null,"
                        + " taken_over = false, generation = :generation where business_date = :date",
                businessDate,
                generation);
        all(
                "update rerun set state = 'UNDONE' where business_date = :date and generation = :generation",
                businessDate,
                generation);
    }

    private void all(String sql, LocalDate date, int generation) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("date", date);
        (sql.contains(":generation") ? statement.param("generation", generation) : statement).update();
    }

    @Override
    public RerunDiff diff(LocalDate businessDate, int generation) {
        return new ResultComparison(jdbc, businessDate, generation).diff();
    }

    @Override
    public void forgetBefore(LocalDate businessDate) {
        jdbc.sql("delete from deposit_before where business_date < ?")
                .param(businessDate)
                .update();
    }
}

package io.qingfen.review.jdbc;

import io.qingfen.review.CaseDecisions.Standing;
import io.qingfen.review.CaseState;
import io.qingfen.review.Proposal;
import io.qingfen.review.Resolution;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tables review_case and case_proposal as acts change them. Each change names the state that it leaves: of two that act
 * at once, one finds its row changed and is refused.
 */
@Component
class ProposalRows {
    private final JdbcClient jdbc;

    ProposalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A proposal with its row's own values. */
    record Row(int number, Standing standing, String basis, LocalDate pricedOn) {
        Proposal proposal() {
            return standing.proposal();
        }
    }

    /** Locks the case. */
    CaseState lock(String caseId) {
        return jdbc.sql("select state from review_case where case_id = ? for update")
                .param(caseId)
                .query(String.class)
                .optional()
                .map(CaseState::valueOf)
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        "There is no case " + caseId + ". List them: qingfen cases list --all"));
    }

    /** From one state to another, or refused when the case is in a third one. */
    void move(String caseId, CaseState from, CaseState to) {
        if (!from.mayBecome(to)) {
            throw new IllegalStateException("no case goes from " + from + " to " + to);
        }
        int changed = jdbc.sql("update review_case set state = ? where case_id = ? and state = ?")
                .params(to.name(), caseId, from.name())
                .update();
        if (changed != 1) {
            throw new Refusal(
                    Exit.REFUSED,
                    "case " + caseId + " is " + lock(caseId) + ", not " + from
                            + "; look at it first: qingfen cases show " + caseId);
        }
    }

    int insert(Proposal proposal, String maker, String selection, String basis, LocalDate pricedOn) {
        int number = jdbc.sql("select coalesce(max(proposal_no), 0) + 1 from case_proposal where case_id = ?")
                .param(proposal.caseId())
                .query(Integer.class)
                .single();
        jdbc.sql("insert into case_proposal (case_id, proposal_no, state, resolution, other_case_id, wait_until,"
                        + " selection_id, maker, proposed_at, reason, basis, priced_on)"
                        + " values (?, ?, 'PROPOSED', ?, ?, ?, ?, ?, current_timestamp, ?, ?, ?)")
                .params(
                        proposal.caseId(),
                        number,
                        proposal.resolution().name(),
                        proposal.with().orElse(null),
                        proposal.until().orElse(null),
                        selection,
                        maker,
                        proposal.comment(),
                        basis,
                        pricedOn)
                .update();
        return number;
    }

    /** The last proposal of the case; of the linked case when this one is only its other record. */
    Optional<Row> last(String caseId) {
        return jdbc.sql("select * from case_proposal where case_id = ? or other_case_id = ?"
                        + " order by proposed_at desc, case_id, proposal_no desc limit 1")
                .params(caseId, caseId)
                .query(ProposalRows::row)
                .optional();
    }

    List<Row> ofSelection(String selection) {
        return jdbc.sql("select * from case_proposal where selection_id = ? order by case_id")
                .param(selection)
                .query(ProposalRows::row)
                .list();
    }

    /** Approved ones that no night took yet; those of one date together, since they share its reference data. */
    List<Row> waitingForANight() {
        return jdbc.sql("select p.* from case_proposal p join review_case c on c.case_id = p.case_id"
                        + " where p.state = 'APPROVED' and p.business_date is null"
                        + " order by c.opened_on, p.case_id, p.proposal_no")
                .query(ProposalRows::row)
                .list();
    }

    /** Refused when the proposal is not in the state that it leaves. */
    void approve(Row row, String checker) {
        requireOne(
                row,
                jdbc.sql("update case_proposal set state = 'APPROVED', checker = ?, decided_at = current_timestamp"
                                + " where case_id = ? and proposal_no = ? and state = 'PROPOSED'")
                        .params(checker, row.proposal().caseId(), row.number())
                        .update());
    }

    void end(Row row, String from, String to) {
        requireOne(
                row,
                jdbc.sql("update case_proposal set state = ? where case_id = ? and proposal_no = ? and state = ?")
                        .params(to, row.proposal().caseId(), row.number(), from)
                        .update());
    }

    private static void requireOne(Row row, int changed) {
        if (changed != 1) {
            throw new Refusal(
                    Exit.REFUSED,
                    "the proposal for case " + row.proposal().caseId() + " was decided by somebody else meanwhile");
        }
    }

    private static Row row(ResultSet row, int no) throws SQLException {
        Proposal proposal = new Proposal(
                row.getString("case_id"),
                Resolution.valueOf(row.getString("resolution")),
                Optional.ofNullable(row.getString("other_case_id")),
                Optional.ofNullable(row.getObject("wait_until", LocalDate.class)),
                row.getString("reason"));
        Standing standing = new Standing(
                row.getString("case_id") + "." + row.getInt("proposal_no"),
                proposal,
                row.getString("state"),
                row.getString("maker"),
                text(row.getString("checker")),
                text(row.getString("selection_id")),
                Optional.ofNullable(row.getObject("business_date", LocalDate.class)));
        return new Row(
                row.getInt("proposal_no"),
                standing,
                row.getString("basis"),
                row.getObject("priced_on", LocalDate.class));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}

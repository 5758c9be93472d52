package io.qingfen.review.jdbc;

import io.qingfen.review.CaseState;
import io.qingfen.review.TakenDecisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions as a night takes them over, in the transaction that opens its date. */
@Component
class StoredTakenDecisions implements TakenDecisions {
    private final JdbcClient jdbc;
    private final ProposalRows rows;
    private final CaseActs acts;

    StoredTakenDecisions(JdbcClient jdbc, ProposalRows rows, CaseActs acts) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.acts = acts;
    }

    @Override
    public List<Decision> take(LocalDate businessDate) {
        List<Decision> taken = new ArrayList<>();
        for (ProposalRows.Row row : rows.waitingForANight()) {
            int frozen = jdbc.sql("update case_proposal set business_date = ? where case_id = ? and proposal_no = ?"
                            + " and state = 'APPROVED' and business_date is null")
                    .params(businessDate, row.proposal().caseId(), row.number())
                    .update();
            if (frozen == 1) {
                taken.add(new Decision(row.proposal(), row.number(), row.basis(), row.pricedOn()));
            }
        }
        return taken;
    }

    @Override
    public void applied(Decision decision, LocalDate businessDate) {
        end(decision, "APPLIED");
        String resolution = decision.proposal().resolution().name();
        cases(decision).forEach(caseId -> {
            int closed = jdbc.sql("update review_case set state = ?, resolution = ?, closed_on = ?"
                            + " where case_id = ? and state = ?")
                    .params(CaseState.APPLIED.name(), resolution, businessDate, caseId, CaseState.APPROVED.name())
                    .update();
            if (closed == 1) {
                acts.remember(night(businessDate), caseId, "APPLIED", resolution);
            }
        });
    }

    @Override
    public void waiting(Decision decision, LocalDate businessDate) {
        end(decision, "APPLIED");
        acts.remember(
                night(businessDate),
                decision.proposal().caseId(),
                "WAITING",
                "until " + decision.proposal().until().orElseThrow());
    }

    @Override
    public void voided(Decision decision, LocalDate businessDate, String reason) {
        end(decision, "VOIDED");
        cases(decision).forEach(caseId -> reopen(caseId, businessDate, "VOIDED", reason));
    }

    @Override
    public void endWaits(LocalDate businessDate) {
        List<String> over = jdbc.sql("select p.case_id from case_proposal p"
                        + " join review_case c on c.case_id = p.case_id"
                        + " where c.state = 'APPROVED' and p.state = 'APPLIED' and p.resolution = 'WAIT'"
                        + " and p.wait_until <= ? and p.proposal_no = (select max(x.proposal_no) from case_proposal x"
                        + " where x.case_id = p.case_id) order by p.case_id")
                .param(businessDate)
                .query(String.class)
                .list();
        over.forEach(caseId -> reopen(caseId, businessDate, "REOPENED", "its date has come"));
    }

    private void reopen(String caseId, LocalDate businessDate, String action, String reason) {
        int reopened = jdbc.sql("update review_case set state = ? where case_id = ? and state = ?")
                .params(CaseState.OPEN.name(), caseId, CaseState.APPROVED.name())
                .update();
        if (reopened == 1) {
            acts.remember(night(businessDate), caseId, action, reason);
        }
    }

    private void end(Decision decision, String state) {
        jdbc.sql("update case_proposal set state = ? where case_id = ? and proposal_no = ? and state = 'APPROVED'")
                .params(state, decision.proposal().caseId(), decision.number())
                .update();
    }

    private static List<String> cases(Decision decision) {
        List<String> cases = new ArrayList<>(List.of(decision.proposal().caseId()));
        decision.proposal().with().ifPresent(cases::add);
        return cases;
    }

    static String night(LocalDate businessDate) {
        return "night of " + businessDate;
    }
}

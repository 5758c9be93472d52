package io.qingfen.review.jdbc;

import io.qingfen.review.CaseState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proposals for cases that closed by themselves meanwhile: they do nothing any more, and a linked case is free again. */
final class OvertakenProposals {
    private final JdbcClient jdbc;

    OvertakenProposals(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    private record Overtaken(String caseId, int number, String otherCaseId) {}

    /** @param closed cases that this transaction closed; few of them ever have a proposal */
    void voidFor(Collection<String> closed, LocalDate on) {
        List<Overtaken> found = jdbc.sql("select p.case_id, p.proposal_no, p.other_case_id"
                        + " from (select distinct id from unnest(cast(? as varchar array)) as u(id)) k"
                        + " join case_proposal p on p.case_id = k.id or p.other_case_id = k.id"
                        + " where p.state in ('PROPOSED', 'APPROVED') and p.business_date is null"
                        + " order by p.case_id, p.proposal_no")
                .param(closed.toArray(String[]::new))
                .query((row, no) -> new Overtaken(row.getString(1), row.getInt(2), row.getString(3)))
                .list();
        found.forEach(one -> voidOne(one, on));
    }

    private void voidOne(Overtaken proposal, LocalDate on) {
        jdbc.sql("update case_proposal set state = 'VOIDED', business_date = ? where case_id = ? and proposal_no = ?"
                        + " and state in ('PROPOSED', 'APPROVED') and business_date is null")
                .params(on, proposal.caseId(), proposal.number())
                .update();
        free(proposal.caseId(), on);
        if (proposal.otherCaseId() != null) {
            free(proposal.otherCaseId(), on);
        }
    }

    /** Open again, unless it is the one that closed. */
    private void free(String caseId, LocalDate on) {
        jdbc.sql("update review_case set state = ? where case_id = ? and state in ('PROPOSED', 'APPROVED')")
                .params(CaseState.OPEN.name(), caseId)
                .update();
        jdbc.sql("insert into case_act (case_id, act_no, acted_at, actor, action, detail)"
                        + " select cast(? as varchar), coalesce(max(act_no), 0) + 1, current_timestamp,"
                        + " cast(? as varchar), 'VOIDED', 'overtaken: a record found its counterpart or was reversed'"
                        + " from case_act where case_id = ?")
                .params(caseId, StoredTakenDecisions.night(on), caseId)
                .update();
    }
}

package io.qingfen.review.jdbc;

import io.qingfen.review.CaseDecisions;
import io.qingfen.review.Effect;
import io.qingfen.review.Proposal;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts on one case, each in a transaction of its own. */
@Component
class StoredCaseDecisions implements CaseDecisions {
    private static final Set<String> OPEN_ENDED = Set.of("PROPOSED", "APPROVED");
    private final JdbcClient jdbc;
    private final ProposalRows rows;
    private final CaseActs acts;
    private final ProposedDecisions proposed;
    private final TransactionTemplate transaction;

    StoredCaseDecisions(
            JdbcClient jdbc,
            ProposalRows rows,
            CaseActs acts,
            ProposedDecisions proposed,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.acts = acts;
        this.proposed = proposed;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Effect preview(Proposal proposal) {
        return proposed.effect(proposal, proposed.lastClosed());
    }

    @Override
    public Effect propose(Actor maker, Proposal proposal) {
        return transaction.execute(status -> {
            rows.lock(proposal.caseId());
            return proposed.propose(maker, proposal, null);
        });
    }

    @Override
    public Effect approve(Actor checker, String caseId, String seen) {
        return transaction.execute(status -> {
            ProposalRows.Row row = standingAlone(caseId);
            if (!seen.isEmpty() && !seen.equals(row.standing().key())) {
                throw new Refusal(
                        Exit.REFUSED,
                        "case " + caseId + " has another proposal than the one you looked at: "
                                + row.proposal().resolution() + " by "
                                + row.standing().maker() + "; look at it, then decide");
            }
            return proposed.approve(checker, row);
        });
    }

    @Override
    public Optional<Effect> booking(String caseId) {
        return rows.last(caseId)
                .filter(row -> OPEN_ENDED.contains(row.standing().state()))
                .map(proposed::booking);
    }

    @Override
    public void reject(Actor actor, String caseId, String comment) {
        transaction.executeWithoutResult(status -> proposed.reject(actor, standingAlone(caseId), comment));
    }

    private ProposalRows.Row standingAlone(String caseId) {
        rows.lock(caseId);
        ProposalRows.Row row = rows.last(caseId)
                .filter(last -> last.standing().state().equals("PROPOSED"))
                .orElseThrow(() -> new Refusal(
                        Exit.REFUSED,
                        "case " + caseId + " has no proposal that waits for approval; look at it: qingfen cases show "
                                + caseId));
        if (!row.standing().selection().isEmpty()) {
            throw new Refusal(
                    Exit.REFUSED,
                    "case " + caseId + " was proposed with others; approve or reject them together: --selection "
                            + row.standing().selection());
        }
        return row;
    }

    @Override
    public void comment(Actor actor, String caseId, String comment) {
        transaction.executeWithoutResult(status -> {
            ProposedDecisions.requireComment(comment);
            rows.lock(caseId);
            acts.record(actor, caseId, "COMMENTED", comment);
        });
    }

    @Override
    public void assign(Actor actor, String caseId, String assignee) {
        FreeText.withoutNumbersOfCards("assignee", assignee);
        transaction.executeWithoutResult(status -> {
            if (!assignee.isEmpty() && !Actor.isName(assignee)) {
                throw new Refusal(Exit.USAGE_OR_REFERENCE, "not a user name: 1 to 60 of A-Z a-z 0-9 . _ @ -");
            }
            if (rows.lock(caseId).isClosed()) {
                throw new Refusal(Exit.REFUSED, "case " + caseId + " is closed; nobody has to work on it");
            }
            jdbc.sql("update review_case set assignee = ? where case_id = ?")
                    .params(assignee, caseId)
                    .update();
            acts.record(actor, caseId, "ASSIGNED", assignee.isEmpty() ? "to nobody" : "to " + assignee);
        });
    }

    @Override
    public List<Act> history(String caseId) {
        return acts.of(caseId);
    }

    @Override
    public Optional<Standing> standing(String caseId) {
        return rows.last(caseId).map(ProposalRows.Row::standing);
    }
}

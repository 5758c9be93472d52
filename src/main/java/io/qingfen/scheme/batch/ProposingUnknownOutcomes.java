package io.qingfen.scheme.batch;

import io.qingfen.review.CaseDecisions;
import io.qingfen.review.Proposal;
import io.qingfen.run.Actor;
import io.qingfen.run.Refusal;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.UnknownOutcome;
import io.qingfen.scheme.jdbc.UnknownOutcomes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Proposes what the scheme's files say of cases UNKNOWN_OUTCOME; a person approves. Each proposal is one transaction, and made
 * once: cut off anywhere, the next start does the rest.
 */
@Component
class ProposingUnknownOutcomes {
    private final UnknownOutcomes outcomes;
    private final CaseDecisions decisions;

    ProposingUnknownOutcomes(UnknownOutcomes outcomes, CaseDecisions decisions) {
        this.outcomes = outcomes;
        this.decisions = decisions;
    }

    /** After the source was compared for the date; one line for people of each. */
    List<String> propose(SchemeSource source, LocalDate date) {
        List<String> lines = new ArrayList<>();
        for (UnknownOutcome outcome : outcomes.decided(source, date)) {
            Optional<Proposal> proposal = outcome.proposal(source.name() + " " + date);
            proposal.ifPresent(wanted -> lines.add(propose(wanted)));
        }
        return lines;
    }

    private String propose(Proposal wanted) {
        String what = "case " + wanted.caseId() + ": " + wanted.resolution() + ", since " + wanted.comment();
        try {
            decisions.propose(Actor.SYSTEM, wanted);
            return what + "; proposed, approve it: qingfen cases approve " + wanted.caseId();
        } catch (Refusal refused) {
            return what + "; could not be proposed: " + String.join("; ", refused.problems());
        }
    }
}

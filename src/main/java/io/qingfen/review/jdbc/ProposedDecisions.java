package io.qingfen.review.jdbc;

import io.qingfen.review.CaseEffects;
import io.qingfen.review.CaseState;
import io.qingfen.review.Effect;
import io.qingfen.review.Proposal;
import io.qingfen.review.Resolution;
import io.qingfen.run.Actor;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What single decisions and selections share: proposing, approving and rejecting one proposal, inside a transaction. */
@Component
class ProposedDecisions {
    private static final int LONGEST_WAIT = 90;
    private static final int LONGEST_COMMENT = 1_000;

    private final ProposalRows rows;
    private final CaseActs acts;
    private final CaseEffects effects;
    private final BusinessDays days;

    ProposedDecisions(ProposalRows rows, CaseActs acts, CaseEffects effects, BusinessDays days) {
        this.rows = rows;
        this.acts = acts;
        this.effects = effects;
        this.days = days;
    }

    /** The last date whose books are closed; decisions are booked by a later one. */
    LocalDate lastClosed() {
        return days.latestClosed()
                .orElseThrow(() ->
                        new Refusal(Exit.REFUSED, "no business date is closed yet, so there is nothing to decide"));
    }

    Effect effect(Proposal proposal, LocalDate pricedOn) {
        requireArguments(proposal);
        return effects.effect(proposal, lastClosed().plusDays(1), pricedOn);
    }

    /** What the next night would book of it. */
    Effect booking(ProposalRows.Row row) {
        return effects.effect(row.proposal(), lastClosed().plusDays(1), row.pricedOn());
    }

    Effect propose(Actor maker, Proposal proposal, String selection) {
        LocalDate pricedOn = lastClosed();
        rows.move(proposal.caseId(), CaseState.OPEN, CaseState.PROPOSED);
        Effect effect = effect(proposal, pricedOn);
        otherOpenCase(proposal).ifPresent(other -> {
            rows.move(other, CaseState.OPEN, CaseState.PROPOSED);
            acts.record(maker, other, "PROPOSED", "LINK with " + proposal.caseId() + ": " + proposal.comment());
        });
        rows.insert(proposal, maker.name(), selection, effect.basis(), pricedOn);
        acts.record(maker, proposal.caseId(), "PROPOSED", words(proposal, selection) + ": " + proposal.comment());
        return effect;
    }

    /** The other record of a LINK, unless it was settled alone before. */
    private Optional<String> otherOpenCase(Proposal proposal) {
        return proposal.with().filter(other -> !rows.lock(other).isClosed());
    }

    private static String words(Proposal proposal, String selection) {
        return proposal.resolution()
                + proposal.with().map(other -> " with " + other).orElse("")
                + proposal.until().map(date -> " until " + date).orElse("")
                + (selection == null ? "" : ", selection " + selection);
    }

    /** Of a locked or unlocked case; the state in the update decides between two who act at once. */
    Effect approve(Actor checker, ProposalRows.Row row) {
        String caseId = row.proposal().caseId();
        if (checker.isSamePersonAs(new Actor(row.standing().maker()))) {
            throw new Refusal(
                    Exit.REFUSED,
                    "case " + caseId + ": " + row.standing().maker()
                            + " proposed it, so another person has to approve it");
        }
        rows.move(caseId, CaseState.PROPOSED, CaseState.APPROVED);
        row.proposal().with().filter(this::isProposed).ifPresent(other -> {
            rows.move(other, CaseState.PROPOSED, CaseState.APPROVED);
            acts.record(checker, other, "APPROVED", "LINK with " + caseId);
        });
        rows.approve(row, checker.name());
        Effect effect = booking(row);
        if (!effect.basis().equals(row.basis())) {
            throw new Refusal(
                    Exit.REFUSED,
                    "case " + caseId + " has changed since it was proposed; reject the proposal and propose again:"
                            + " qingfen cases reject " + caseId + " --comment TEXT");
        }
        acts.record(
                checker,
                caseId,
                "APPROVED",
                words(row.proposal(), null) + ", proposed by " + row.standing().maker());
        return effect;
    }

    private boolean isProposed(String caseId) {
        return rows.lock(caseId) == CaseState.PROPOSED;
    }

    void reject(Actor actor, ProposalRows.Row row, String comment) {
        String caseId = row.proposal().caseId();
        requireComment(comment);
        rows.move(caseId, CaseState.PROPOSED, CaseState.OPEN);
        row.proposal().with().filter(this::isProposed).ifPresent(other -> {
            rows.move(other, CaseState.PROPOSED, CaseState.OPEN);
            acts.record(actor, other, "REJECTED", "LINK with " + caseId + ": " + comment);
        });
        rows.end(row, "PROPOSED", "REJECTED");
        acts.record(actor, caseId, "REJECTED", words(row.proposal(), null) + ": " + comment);
    }

    private void requireArguments(Proposal proposal) {
        requireComment(proposal.comment());
        if (proposal.with().isPresent() != (proposal.resolution() == Resolution.LINK)) {
            throw usage("--with OTHER_CASE belongs to LINK, and LINK needs it");
        }
        if (proposal.until().isPresent() != (proposal.resolution() == Resolution.WAIT)) {
            throw usage("--until DATE belongs to WAIT, and WAIT needs it");
        }
        if (proposal.with().filter(proposal.caseId()::equals).isPresent()) {
            throw usage("a case cannot be linked with itself");
        }
        LocalDate next = lastClosed().plusDays(1);
        proposal.until().ifPresent(date -> {
            if (!date.isAfter(next) || date.isAfter(next.plusDays(LONGEST_WAIT))) {
                throw usage("--until must be after " + next + ", the next business date, and by "
                        + next.plusDays(LONGEST_WAIT) + " at the latest");
            }
        });
    }

    static void requireComment(String comment) {
        List<String> problems = comment == null || comment.isBlank()
                ? List.of("say why: --comment TEXT")
                : comment.length() > LONGEST_COMMENT
                        ? List.of("the comment is longer than " + LONGEST_COMMENT + " characters")
                        : comment.chars().anyMatch(Character::isISOControl)
                                ? List.of("the comment has a control character; one line of plain text, please")
                                : List.of();
        if (!problems.isEmpty()) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, problems);
        }
        FreeText.withoutNumbersOfCards("--comment", comment);
    }

    private static Refusal usage(String problem) {
        return new Refusal(Exit.USAGE_OR_REFERENCE, problem);
    }
}

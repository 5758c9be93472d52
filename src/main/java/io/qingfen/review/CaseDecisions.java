package io.qingfen.review;

import io.qingfen.run.Actor;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What people do with one case. Each act is one transaction and one audit record, or is refused as a whole. */
public interface CaseDecisions {
    /** The effect that a proposal would have; changes nothing. */
    Effect preview(Proposal proposal);

    /** OPEN to PROPOSED. Refused for a case in another state, or when the resolution does not fit it. */
    Effect propose(Actor maker, Proposal proposal);

    /** PROPOSED to APPROVED, by another person than the maker, and only when nothing changed since. */
    Effect approve(Actor checker, String caseId);

    /** PROPOSED to OPEN. The maker may take back the own proposal. */
    void reject(Actor actor, String caseId, String comment);

    void comment(Actor actor, String caseId, String comment);

    /** @param assignee empty: nobody in particular */
    void assign(Actor actor, String caseId, String assignee);

    /** Everything that people and nights did with the case, oldest first. */
    List<Act> history(String caseId);

    /** The last proposal of the case, whatever became of it. */
    Optional<Standing> standing(String caseId);

    /** @param at the database's time */
    record Act(OffsetDateTime at, String actor, String action, String detail) {}

    /**
     * A proposal and how far it came.
     *
     * @param state PROPOSED, APPROVED, REJECTED, VOIDED or APPLIED
     * @param checker empty until approved
     * @param businessDate the date whose night took it over; empty until then
     */
    record Standing(
            Proposal proposal,
            String state,
            String maker,
            String checker,
            String selection,
            Optional<LocalDate> businessDate) {}
}

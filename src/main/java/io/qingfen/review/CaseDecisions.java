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
    default Effect approve(Actor checker, String caseId) {
        return approve(checker, caseId, "");
    }

    /** @param seen the {@link Standing#key} that the checker looked at: another proposal is refused; empty: whichever waits */
    Effect approve(Actor checker, String caseId, String seen);

    /** What the proposal that waits or is approved would book at the fees of its date; empty without one. */
    Optional<Effect> booking(String caseId);

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
     * @param key names it among all proposals, so that nobody approves another one than they looked at
     * @param state PROPOSED, APPROVED, REJECTED, VOIDED or APPLIED
     * @param checker empty until approved
     * @param businessDate the date whose night took it over; empty until then
     */
    record Standing(
            String key,
            Proposal proposal,
            String state,
            String maker,
            String checker,
            String selection,
            Optional<LocalDate> businessDate) {}
}

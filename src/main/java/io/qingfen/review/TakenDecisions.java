package io.qingfen.review;

import java.time.LocalDate;
import java.util.List;

/** Decisions as the night takes them over. All takes part in the caller's transaction. */
public interface TakenDecisions {
    /** Freezes what is approved as this date's, in order of case id. */
    List<Decision> take(LocalDate businessDate);

    /** Booked: the case, and that of the linked record, close. */
    void applied(Decision decision, LocalDate businessDate);

    /** Told to wait: the case stays APPROVED until the date it waits for. */
    void waiting(Decision decision, LocalDate businessDate);

    /** Overtaken: it does nothing, and its cases are open again unless they closed by themselves. */
    void voided(Decision decision, LocalDate businessDate, String reason);

    /** Opens the cases again whose date has come. */
    void endWaits(LocalDate businessDate);

    /**
     * An approved proposal.
     *
     * @param basis what the checker approved, see {@link Effect#basis()}
     * @param pricedOn see {@link CaseEffects#effect}
     */
    record Decision(Proposal proposal, int number, String basis, LocalDate pricedOn) {}
}

package io.qingfen.review;

import java.time.LocalDate;

/** What waits behind cases and what decisions would do to the books. Reads only. */
public interface CaseEffects {
    /** @throws io.qingfen.run.Refusal when there is no such case */
    Situation of(String caseId);

    /**
     * The effect of a decision if the night of this date took it over.
     *
     * @param pricedOn an opened date: prices what no rule of its own date fits
     * @throws io.qingfen.run.Refusal when it is not allowed, or the sale was paid already
     */
    Effect effect(Proposal proposal, LocalDate date, LocalDate pricedOn);
}

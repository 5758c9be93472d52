package io.qingfen.review;

import io.qingfen.money.Currency;
import io.qingfen.run.Actor;
import java.time.LocalDate;
import java.util.Optional;

/** Many cases decided at once. A selection is frozen when it is proposed, and approved only as it was. */
public interface CaseSelections {
    /** Proposes the resolution for every open case that the filter finds, or for none of them. */
    Selection propose(
            Actor maker, CaseQueue.Filter filter, Resolution resolution, Optional<LocalDate> until, String comment);

    /** Approves all, when count and sum are those that the checker expects and nothing changed since. */
    Selection approve(Actor checker, String selection, long count, String sum);

    /** Gives all that are still proposed back to the queue. */
    Selection reject(Actor actor, String selection, String comment);

    /**
     * Cases proposed together.
     *
     * @param id {@code S} and sixteen hex digits of the digest
     * @param exposureMinor sum over the cases, minor units
     * @param digest over everything that is approved with it
     */
    record Selection(
            String id, Resolution resolution, long count, long exposureMinor, Currency currency, String digest) {}
}

package io.qingfen.review;

import io.qingfen.money.Currency;
import io.qingfen.run.Actor;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Many cases decided at once. A selection is frozen when it is proposed, and approved only as it was. */
public interface CaseSelections {
    /** Proposes the resolution for every open case that the filter finds, or for none of them. */
    Selection propose(
            Actor maker, CaseQueue.Filter filter, Resolution resolution, Optional<LocalDate> until, String comment);

    /**
     * What would be proposed together.
     *
     * @throws io.qingfen.run.Refusal when there is no open case, there are too many, or they are of several currencies
     */
    Seen look(CaseQueue.Filter filter);

    /**
     * The same for what somebody looked at.
     *
     * @param seal of {@link Seen}
     * @throws io.qingfen.run.Refusal when other cases are open now, or the same with another amount; nothing is proposed
     */
    Selection propose(
            Actor maker,
            CaseQueue.Filter filter,
            Resolution resolution,
            Optional<LocalDate> until,
            String comment,
            String seal);

    /** Those that wait for approval, the oldest first. */
    List<Standing> waiting();

    Optional<Standing> find(String selection);

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

    /**
     * Open cases that could be decided together.
     *
     * @param exposureMinor sum over the cases, minor units
     * @param seal digest over the ids and amounts at stake
     */
    record Seen(List<CaseQueue.Item> cases, long exposureMinor, Currency currency, String seal) {}

    /**
     * A selection and how it stands.
     *
     * @param left cases that still wait for approval as they were proposed
     */
    record Standing(Selection selection, String maker, OffsetDateTime proposedAt, String comment, long left) {}
}

package io.qingfen.explain;

import java.time.LocalDate;
import java.util.Optional;

/** Explains payouts and positions, transactions and input records, cases and entries. Reads only. */
public interface Explainer {
    /**
     * What to explain, and how far.
     *
     * @param id as outputs and commands show it, or a merchant's id together with a date
     * @param date only this business date of a transaction; the date of a merchant's position
     * @param most transactions shown below one line or entry
     */
    record Request(String id, Optional<LocalDate> date, long most) {}

    /** @throws io.qingfen.run.Refusal with exit 2 when the id has no known shape or the books do not have it */
    void explain(Request request, Outline outline);
}

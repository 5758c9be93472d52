package io.qingfen.ledger;

import java.util.Collection;

/** The moves of each date, booked when its merchants are settled. Takes part in the caller's transaction. */
public interface Moves {
    /** Adds moves; one that stands already (same date and key) is left as it is. */
    void add(Collection<Move> moves);
}

package io.qingfen.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;

/** The append-only books. Takes part in the caller's transaction. */
public interface Journal {
    /**
     * Appends entries; an entry that stands already (same id) is left as it is. On a date that is run again, one that
     * stands with other amounts or accounts is reversed and posted anew.
     */
    void post(Collection<Entry> entries);

    /** The same for entries of one date by id, when no other entries of the date have ids between theirs. */
    void postInOrder(SortedMap<String, Entry> entries);

    /**
     * Takes back every entry of a date that was run again which its latest run did not post: a reversing entry stands
     * beside it. Does nothing on a date that ran once.
     */
    void reverseOthers(LocalDate businessDate);
}

package io.qingfen.ledger;

import java.util.Collection;

/** The append-only books. Takes part in the caller's transaction. */
public interface Journal {
    /** Appends entries; an entry that stands already (same id) is left as it is. */
    void post(Collection<Entry> entries);
}

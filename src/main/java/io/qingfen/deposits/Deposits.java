package io.qingfen.deposits;

import io.qingfen.reference.Snapshot;
import java.util.Collection;
import java.util.Map;

/** The deposits that the books know. Takes part in the caller's transaction. */
public interface Deposits {
    /** By terminal id; a terminal without deposit is absent. */
    Map<String, Deposit> of(Collection<String> terminalIds, Snapshot snapshot);

    /**
     * Appends the events and the rows of the date, and keeps the new states.
     *
     * @param stored what {@link #of} gave for these terminals
     */
    void keep(Map<String, Deposit> stored, Collection<DepositDay> days);
}

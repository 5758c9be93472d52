package io.qingfen.reference;

import java.time.LocalDate;

/** The snapshots of reference data, one per business date, as frozen when the date was opened. */
public interface References {
    /**
     * The snapshot of an opened business date; restart, verify and what-if of a date see the same one.
     *
     * @throws IllegalStateException when the date was never opened
     */
    Snapshot of(LocalDate businessDate);
}

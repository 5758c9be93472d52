package io.qingfen.risk;

import io.qingfen.reference.Snapshot;
import java.time.LocalDate;
import java.util.Set;

/** Whose payouts a night holds. */
public interface HeldMerchants {
    /**
     * Judges the range's merchants by the rules, opens cases for what is found, and writes down who is held on the
     * snapshot's date and why. Takes part in the caller's transaction; called once per range and date.
     *
     * @param from merchant id, inclusive
     * @param to exclusive
     * @return merchants that are not paid on the date, whatever they are owed
     */
    Set<String> of(Snapshot reference, String from, String to);

    /** What {@link #of} returned for the range on this date, read again. */
    Set<String> known(LocalDate businessDate, String from, String to);
}

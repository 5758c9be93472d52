package io.qingfen.review;

import java.time.LocalDate;
import java.util.Collection;

/** The review queue as the night sees it: open, and close without a person. Both take part in the caller's transaction. */
public interface Cases {
    /**
     * Opening the same case twice is opening it once. Two transactions that run at once must not open the same case:
     * one whose subject several partitions share belongs into the finish of the step.
     */
    void open(Collection<Case> cases);

    /**
     * Closes open cases by themselves; ids that are unknown or closed already are left as they are.
     *
     * @return how many were closed now
     */
    int selfClose(Collection<String> caseIds, SelfClosing resolution, LocalDate on);

    /** Closes cases without money at stake that were opened on or before this date, as AGED_OUT. */
    void closeAged(LocalDate openedUntil, LocalDate on);

    /** Why a case closed without a person. */
    enum SelfClosing {
        SELF_CLEARED,
        REVERSED,
        AGED_OUT
    }
}

package io.qingfen.review;

/** States of a case; closed ones carry a resolution. */
public enum CaseState {
    /** Waits for a person. */
    OPEN,
    /** Somebody proposed a resolution; waits for another person. */
    PROPOSED,
    /** Approved: the next night applies it. A case that was told to WAIT stays here until its date. */
    APPROVED,
    /** Decided and booked. */
    APPLIED,
    /** Closed without a person. */
    SELF_CLEARED;

    /** Whether a case may pass from this state to that one; nothing leaves the last two. */
    public boolean mayBecome(CaseState next) {
        return switch (this) {
            case OPEN -> next == PROPOSED || next == SELF_CLEARED;
            case PROPOSED -> next == APPROVED || next == OPEN || next == SELF_CLEARED;
            case APPROVED -> next == APPLIED || next == OPEN || next == SELF_CLEARED;
            case APPLIED, SELF_CLEARED -> false;
        };
    }

    public boolean isClosed() {
        return this == APPLIED || this == SELF_CLEARED;
    }
}

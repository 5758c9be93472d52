package io.qingfen.adjustments;

/** How far an adjustment has come. Nothing is booked before APPLIED. */
public enum AdjustmentState {
    /** One person wants it. */
    PROPOSED,
    /** Another person agreed; the next night books it. */
    APPROVED,
    /** Another person did not agree. */
    REJECTED,
    /** Taken back before it was booked. */
    WITHDRAWN,
    /** Booked. */
    APPLIED;

    /** Whether an adjustment may pass from this state to that one; nothing leaves the last three. */
    public boolean mayBecome(AdjustmentState next) {
        return switch (this) {
            case PROPOSED -> next == APPROVED || next == REJECTED || next == WITHDRAWN;
            case APPROVED -> next == APPLIED || next == WITHDRAWN;
            case REJECTED, WITHDRAWN, APPLIED -> false;
        };
    }

    /** Neither ended nor booked. */
    public boolean isOpen() {
        return this == PROPOSED || this == APPROVED;
    }
}

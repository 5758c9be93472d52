package io.qingfen.risk;

/** How far a hold has come. What people do by day takes effect with the next night. */
public enum HoldState {
    /** Waits for the next night, which will hold the payouts. */
    PLACED,
    /** Nights hold the payouts. */
    ACTIVE,
    /** Lifted; the next night pays again. */
    LIFTING,
    /** Ended by a person. */
    LIFTED,
    /** Ended by its date. */
    EXPIRED;

    /** Whether a hold may pass from this state to that one; nothing leaves the last two. */
    public boolean mayBecome(HoldState next) {
        return switch (this) {
            case PLACED -> next == ACTIVE || next == LIFTING;
            case ACTIVE -> next == LIFTING || next == EXPIRED;
            case LIFTING -> next == LIFTED;
            case LIFTED, EXPIRED -> false;
        };
    }

    /** Whether a person can still lift it. */
    public boolean mayBeLifted() {
        return mayBecome(LIFTING);
    }

    public boolean isOver() {
        return this == LIFTED || this == EXPIRED;
    }
}

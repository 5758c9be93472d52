package io.qingfen.payouts;

import java.util.Set;

/** Where a payout stands; {@link #mayBecome} lists the only changes there are. */
public enum PayoutState {
    /** Booked and in a bank file that has not left the house. */
    PREPARED,
    /** Approved by a second person. */
    RELEASED,
    /** Handed to the bank. */
    SENT,
    PAID,
    REJECTED,
    RETURNED,
    /** Nobody knows what the bank did; never sent again by the system. */
    UNKNOWN,
    /** Taken back before release. */
    WITHDRAWN;

    public boolean mayBecome(PayoutState next) {
        return nexts().contains(next);
    }

    private Set<PayoutState> nexts() {
        return switch (this) {
            case PREPARED -> Set.of(RELEASED, WITHDRAWN);
            case RELEASED -> Set.of(SENT);
            case SENT -> Set.of(PAID, REJECTED, RETURNED, UNKNOWN);
            case UNKNOWN -> Set.of(PAID, REJECTED);
            case PAID, REJECTED, RETURNED, WITHDRAWN -> Set.of();
        };
    }
}

package io.qingfen.deposits;

import java.util.Set;

/** Life of a terminal deposit; {@link #next} lists the only transitions. */
public enum DepositState {
    /** Nothing is held yet; it is collected from the merchant's positions. */
    DUE,
    /** All or a part of it is held, nothing was given back. */
    HELD,
    PART_REFUNDED,
    /** All of it was given back because its stages were reached. */
    REFUNDED,
    /** The rest became income when the window ended. */
    FORFEITED,
    /** The rest became the price of the device when the window ended. */
    CONVERTED,
    /** The rest was given back because the terminal came back. */
    RETURNED,
    /** The terminal was sold: income at once, never a liability. */
    SOLD;

    /** States that may follow directly; empty for the last ones. */
    public Set<DepositState> next() {
        return switch (this) {
            case DUE -> Set.of(HELD);
            case HELD -> Set.of(PART_REFUNDED, FORFEITED, CONVERTED, RETURNED);
            case PART_REFUNDED -> Set.of(REFUNDED, FORFEITED, CONVERTED, RETURNED);
            case REFUNDED, FORFEITED, CONVERTED, RETURNED, SOLD -> Set.of();
        };
    }

    /** Nothing moves any more. */
    public boolean isFinal() {
        return next().isEmpty();
    }

    /**
     * The state after a step; staying in an open state is allowed.
     *
     * @throws IllegalStateException when this state never becomes that one
     */
    DepositState become(DepositState wanted) {
        if (this == wanted && !isFinal() || next().contains(wanted)) {
            return wanted;
        }
        throw new IllegalStateException("a deposit never goes from " + this + " to " + wanted);
    }
}

package io.qingfen.payouts;

import java.time.LocalDate;
import java.util.List;

/**
 * A reason why prepared payouts may not leave yet. Every gate is asked when a release is proposed and again when it is
 * approved; one objection of one gate is enough to refuse.
 */
public interface ReleaseGate {
    /** One text per objection: what, why, what to do next. Empty when money may leave. Reads only. */
    List<String> objections(LocalDate businessDate);

    /**
     * Whether it is asked once only, when nothing else speaks against and money is about to leave: because it takes long.
     * It is asked without the lock of the date, so others may act meanwhile; what changed by then is not released. What
     * it objects to is a broken invariant (exit 5).
     */
    default boolean isLast() {
        return false;
    }
}

package io.qingfen.notifications;

/** Sends what is due. */
public interface Deliveries {
    /**
     * Tries every delivery that is due, once. A receiver that is away, and settings that are wrong, are logged and tried
     * again later; they never fail the caller.
     *
     * @return how many arrived
     */
    int deliver();
}

package io.qingfen.access;

import java.time.Duration;
import java.time.Instant;

/**
 * Guessing is stopped after ten failures in a row, for half an hour (PCI DSS 8.3.4). Every user is locked alike, the
 * last administrator too: the lock ends by itself, and does not end earlier by more failures.
 */
public final class LockOut {
    public static final int FAILURES = 10;
    public static final Duration LOCKED = Duration.ofMinutes(30);

    private LockOut() {}

    /**
     * Until when nobody signs in as this user; null when they may.
     *
     * @param failures in a row, this one included
     */
    public static Instant until(int failures, Instant now) {
        return failures >= FAILURES ? now.plus(LOCKED) : null;
    }
}

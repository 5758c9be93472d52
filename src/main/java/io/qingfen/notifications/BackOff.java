package io.qingfen.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait before the next attempt: soon at first, then rarely, for about a day. */
public final class BackOff {
    private static final List<Integer> SECONDS = List.of(10, 60, 300, 1_800, 7_200, 21_600, 43_200);

    private BackOff() {}

    /** After so many attempts; empty when it is time to give up. */
    public static Optional<Duration> after(int attempts) {
        return attempts > SECONDS.size()
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(SECONDS.get(attempts - 1)));
    }
}

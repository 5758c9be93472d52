package io.qingfen.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** When dates ran, how long steps usually take, and what became of their payouts. Only reads. */
public interface NightHours {
    /**
     * Of one business date.
     *
     * @param closed null while it is not
     * @param waiting payouts that nobody has released
     * @param payouts all of the date
     */
    record Hours(Instant opened, Instant closed, long waiting, long payouts) {}

    /** Of this date and every later one. */
    Map<LocalDate, Hours> since(LocalDate date);

    /** The median of each step over the last five complete nights before this date; empty for the first nights. */
    Map<String, Duration> usual(LocalDate before);
}

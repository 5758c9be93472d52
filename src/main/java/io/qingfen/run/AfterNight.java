package io.qingfen.run;

import java.time.LocalDate;

/** What follows a night by itself, while the run still holds its lease. */
@FunctionalInterface
public interface AfterNight {
    /** Once the date is closed: does what it can and tells of the rest; the date stays closed whatever comes of it. */
    void afterNight(LocalDate businessDate);

    /** When the run ended without success after its last try, not when somebody stopped it. Must not throw. */
    default void afterFailure(LocalDate businessDate, Refusal refusal) {}
}

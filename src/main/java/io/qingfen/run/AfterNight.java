package io.qingfen.run;

import java.time.LocalDate;

/** What follows a night by itself once its date is closed, while the run still holds its lease. */
@FunctionalInterface
public interface AfterNight {
    /** Does what it can and tells of the rest; the date stays closed whatever comes of it. */
    void afterNight(LocalDate businessDate);
}

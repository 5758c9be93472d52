package io.qingfen.health.batch;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.calendar.MissingCalendarYear;
import io.qingfen.calendar.SettlementCycle;
import io.qingfen.health.Finding;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whether the days off of the next year are there before the first night that needs them. */
final class CalendarProbe {
    private static final String PROBE = "calendar";

    /** How long before the need somebody must begin: the days off are published late in the year. */
    private static final int DAYS_BEFORE = 60;

    private CalendarProbe() {}

    static Finding look(Optional<BusinessCalendar> calendar, LocalDate today) {
        if (calendar.isEmpty()) {
            return Finding.fail(
                    PROBE,
                    "reference/calendar.yml is missing or not sound",
                    "working days are never guessed, so no date opens",
                    "qingfen reference check");
        }
        for (LocalDate date = today; !date.isAfter(today.plusDays(DAYS_BEFORE)); date = date.plusDays(1)) {
            try {
                SettlementCycle.T1.valueDate(date, calendar.get());
            } catch (MissingCalendarYear missing) {
                return missing(missing.year(), date, ChronoUnit.DAYS.between(today, date));
            }
        }
        return Finding.ok(PROBE, "complete for the next " + DAYS_BEFORE + " days");
    }

    private static Finding missing(int year, LocalDate needed, long days) {
        String what = "the year " + year + " is missing, first needed by the night of " + needed;
        String why = "that night is refused: working days are never guessed";
        String next = "add the days off and make-up working days of " + year
                + " to reference/calendar.yml, then: qingfen reference check --date " + needed;
        return days == 0
                ? Finding.fail(PROBE, what + " (today)", why, next)
                : Finding.warn(PROBE, what + " (in " + days + " days)", why, next);
    }
}

package io.qingfen.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Working days of one country: Monday to Friday, less the listed days off, plus the listed make-up working days.
 *
 * @param country two letters
 * @param years the years that are listed; a date outside them is refused, never guessed
 * @param off days off that would otherwise be worked
 * @param work make-up working days that would otherwise be off
 */
public record BusinessCalendar(String country, Set<Integer> years, Set<LocalDate> off, Set<LocalDate> work) {

    public BusinessCalendar {
        years = Set.copyOf(years);
        off = Set.copyOf(off);
        work = Set.copyOf(work);
    }

    /** @throws MissingCalendarYear when the year is not listed */
    public boolean isWorkingDay(LocalDate date) {
        if (!years.contains(date.getYear())) {
            throw new MissingCalendarYear(date.getYear());
        }
        if (work.contains(date)) {
            return true;
        }
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !off.contains(date);
    }

    /**
     * The first working day after this date: 2026-02-14 gives 2026-02-24 in China.
     *
     * @throws MissingCalendarYear when the search leaves the listed years
     */
    public LocalDate nextWorkingDay(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}

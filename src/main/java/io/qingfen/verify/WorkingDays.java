package io.qingfen.verify;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Working days of the frozen calendar: not the weekend and not off, or a make-up day. */
public record WorkingDays(Set<LocalDate> off, Set<LocalDate> work) {
    public boolean isWorked(LocalDate date) {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return work.contains(date) || !weekend && !off.contains(date);
    }

    /** D0 the date itself, D1 the next day, T1 the next working day. */
    public LocalDate valueDate(String cycle, LocalDate date) {
        LocalDate value = cycle.equals("D0") ? date : date.plusDays(1);
        while (cycle.equals("T1") && !isWorked(value)) {
            value = value.plusDays(1);
        }
        return value;
    }
}

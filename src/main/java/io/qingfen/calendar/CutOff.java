package io.qingfen.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** The moment that ends a business date. A time exactly at the cut-off belongs to the next date. */
public record CutOff(LocalTime time) {

    /** The first moment that no longer belongs to this business date. */
    public LocalDateTime endOf(LocalDate businessDate) {
        return businessDate.atTime(time);
    }

    /** The business date of a local time: 22:59:59 is today's, 23:00:00 tomorrow's with a cut-off at 23:00. */
    public LocalDate businessDateOf(LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        return moment.isBefore(endOf(day)) ? day : day.plusDays(1);
    }
}

package io.qingfen.calendar;

import java.time.LocalDate;

/** When a payout counts at the merchant's bank: the same day, the next calendar day, the next working day. */
public enum SettlementCycle {
    D0,
    D1,
    T1;

    /** @throws MissingCalendarYear when the business date or the value date lies in a year that is not listed */
    public LocalDate valueDate(LocalDate businessDate, BusinessCalendar calendar) {
        LocalDate date =
                switch (this) {
                    case D0 -> businessDate;
                    case D1 -> businessDate.plusDays(1);
                    case T1 -> calendar.nextWorkingDay(businessDate);
                };
        calendar.isWorkingDay(businessDate);
        calendar.isWorkingDay(date);
        return date;
    }
}

package io.qingfen.reference.batch;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.calendar.MissingCalendarYear;
import io.qingfen.calendar.SettlementCycle;
import io.qingfen.reference.Merchant;
import io.qingfen.run.FileProblems;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether the calendar has every year that payouts of a business date may fall into, whoever is paid. */
final class ValueDates {
    /** From so many days before a new year its missing calendar is worth a warning. */
    private static final int AHEAD_DAYS = 60;

    private ValueDates() {}

    static void check(BusinessCalendar calendar, List<Merchant> merchants, LocalDate date, FileProblems problems) {
        Set<SettlementCycle> cycles = EnumSet.of(SettlementCycle.D0);
        merchants.forEach(merchant -> cycles.add(merchant.cycle()));
        Set<Integer> missing = new TreeSet<>();
        for (SettlementCycle cycle : cycles) {
            try {
                cycle.valueDate(date, calendar);
            } catch (MissingCalendarYear year) {
                missing.add(year.year());
            }
        }
        for (int year : missing) {
            problems.add(
                    ReferenceFiles.CALENDAR,
                    0,
                    "years",
                    "has no " + year + ", which the business date " + date
                            + " or a value date needs; add the year's days off and make-up working days");
        }
        int next = date.plusDays(AHEAD_DAYS).getYear();
        if (missing.isEmpty() && !calendar.years().contains(next)) {
            problems.warn(ReferenceFiles.CALENDAR, 0, "years", "has no " + next + " yet; runs will be refused without");
        }
    }
}

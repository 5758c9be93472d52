package io.qingfen.calendar;

/** A date falls in a year that the calendar does not list; working days are never guessed. */
public final class MissingCalendarYear extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int year;

    public MissingCalendarYear(int year) {
        super("the calendar has no year " + year
                + ": add its days off and make-up working days to reference/calendar.yml");
        this.year = year;
    }

    public int year() {
        return year;
    }
}

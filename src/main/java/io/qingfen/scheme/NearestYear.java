package io.qingfen.scheme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times that are written without their year: of the years around the clearing date, the one that comes nearest to it. */
final class NearestYear {
    private static final int DIGITS = 10;
    private final LocalDate clearingDate;

    NearestYear(LocalDate clearingDate) {
        this.clearingDate = clearingDate;
    }

    /**
     * Local seconds since 1970 of {@code MMDDhhmmss}. With the clearing date 2027-01-01, 1231230000 is of 2026.
     *
     * @throws BadRecord when there is no such time
     */
    long seconds(String field, String text) {
        if (text.length() != DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new BadRecord(field + " is not a time of the form MMDDhhmmss");
        }
        LocalDateTime nearest = null;
        for (int year = clearingDate.getYear() - 1; year <= clearingDate.getYear() + 1; year++) {
            LocalDateTime time = inYear(year, text);
            if (time != null && (nearest == null || distance(time) < distance(nearest))) {
                nearest = time;
            }
        }
        if (nearest == null) {
            throw new BadRecord(field + " is not a time of any day around " + clearingDate);
        }
        return nearest.toEpochSecond(ZoneOffset.UTC);
    }

    private long distance(LocalDateTime time) {
        return Math.abs(time.toLocalDate().toEpochDay() - clearingDate.toEpochDay());
    }

    private static LocalDateTime inYear(int year, String text) {
        try {
            return LocalDateTime.of(year, pair(text, 0), pair(text, 2), pair(text, 4), pair(text, 6), pair(text, 8));
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static int pair(String text, int from) {
        return (text.charAt(from) - '0') * 10 + text.charAt(from + 1) - '0';
    }
}

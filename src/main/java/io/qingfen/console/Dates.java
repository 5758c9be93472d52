package io.qingfen.console;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;

/**
 * Dates of addresses and forms, in every language as the books write them: {@code 2026-03-02}. Years that databases cannot
 * keep are none.
 */
final class Dates implements Formatter<LocalDate> {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @Override
    public LocalDate parse(String text, Locale locale) throws ParseException {
        String date = text.strip();
        if (!SHAPE.matcher(date).matches()) {
            throw new ParseException("not a date like 2026-03-02", 0);
        }
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException none) {
            ParseException wrong = new ParseException("there is no such day", 0);
            wrong.initCause(none);
            throw wrong;
        }
    }

    @Override
    public String print(LocalDate date, Locale locale) {
        return date.toString();
    }
}

package io.qingfen.reference.batch;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Shape;
import io.qingfen.run.YamlMap;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** {@code calendar.yml}: per year the days off and the make-up working days of the country. */
final class CalendarFile {
    private static final Shape<String> COUNTRY = Shape.text("[A-Z]{2}", "a country of two letters like CN");
    private final Set<Integer> years = new HashSet<>();
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> work = new HashSet<>();

    private CalendarFile() {}

    /** Absent when it is not sound: working days are never guessed. */
    static Optional<BusinessCalendar> read(ReferenceFiles files, FileProblems problems) throws IOException {
        return new YamlFile(ReferenceFiles.CALENDAR, problems).read(files).flatMap(new CalendarFile()::calendar);
    }

    private Optional<BusinessCalendar> calendar(YamlMap map) {
        String country = map.value("country", COUNTRY);
        Optional<YamlMap> all = map.map("years");
        if (all.isEmpty() && !map.has("years")) {
            map.problem("years", "is missing; list the days off per year");
        }
        all.ifPresent(this::years);
        map.end();
        return map.isSound() ? Optional.of(new BusinessCalendar(country, years, off, work)) : Optional.empty();
    }

    private void years(YamlMap map) {
        for (String key : map.keys()) {
            if (!key.matches("(19|20|21)[0-9]{2}")) {
                map.has(key);
                map.problem(key, "is not a year like 2026");
                continue;
            }
            int year = Integer.parseInt(key);
            years.add(year);
            map.map(key).ifPresent(days -> days(days, year));
        }
    }

    private void days(YamlMap map, int year) {
        dates(map, "off", year, off);
        dates(map, "work", year, work);
        map.end();
    }

    private void dates(YamlMap map, String key, int year, Set<LocalDate> dates) {
        for (LocalDate date : map.list(key, Shapes.DATE)) {
            if (date.getYear() != year) {
                map.problem(key, date + " is not in " + year + "; list it under its own year");
            } else if (off.contains(date) || work.contains(date)) {
                map.problem(key, date + " stands twice; a day is either off or worked");
            } else {
                dates.add(date);
            }
        }
    }
}

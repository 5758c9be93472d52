package io.qingfen.cli;

import io.qingfen.run.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What waits in the inbox, by the dates in the names. */
final class InboxDates {
    private static final Pattern NAME = Pattern.compile("[a-z-]+_(\\d{8})_\\d{2,5}\\.csv");

    private InboxDates() {}

    /** An input file by name. */
    record Waiting(String name, LocalDate date) {}

    /** Every date from the earliest to the latest file, without gaps; empty when nothing waits. */
    static List<LocalDate> of(Home home) {
        List<LocalDate> dates = files(home).stream().map(Waiting::date).sorted().toList();
        return dates.isEmpty()
                ? List.of()
                : dates.get(0)
                        .datesUntil(dates.get(dates.size() - 1).plusDays(1))
                        .toList();
    }

    /** Every date from that of the earliest file to this one; this one alone when none is earlier. */
    static List<LocalDate> firstUntil(Home home, LocalDate until) {
        LocalDate first = files(home).stream()
                .map(Waiting::date)
                .filter(date -> !date.isAfter(until))
                .min(LocalDate::compareTo)
                .orElse(until);
        return first.datesUntil(until.plusDays(1)).toList();
    }

    /** Files with the name of an input file, in byte order of name. */
    static List<Waiting> files(Home home) {
        if (!Files.isDirectory(home.inbox())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.inbox())) {
            return files.map(file -> waiting(file.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .sorted(java.util.Comparator.comparing(Waiting::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + home.inbox(), e);
        }
    }

    private static Optional<Waiting> waiting(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Waiting(name, LocalDate.parse(parts.group(1), DateTimeFormatter.BASIC_ISO_DATE)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

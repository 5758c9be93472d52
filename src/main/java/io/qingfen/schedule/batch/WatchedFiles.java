package io.qingfen.schedule.batch;

import io.qingfen.run.Home;
import io.qingfen.schedule.ExpectedFile;
import io.qingfen.schedule.FileBoard;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.jdbc.Arrivals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Looks at the inbox, the files of runs, the quarantine and the books. */
@Component
class WatchedFiles implements FileBoard {
    private static final Pattern DATED = Pattern.compile("[a-z-]+_([0-9]{8})_[0-9]{2,5}\\.[a-z0-9]+");
    private final FilesOnDisk files;
    private final Arrivals arrivals;

    WatchedFiles(Home home, Arrivals arrivals) {
        this.files = new FilesOnDisk(home);
        this.arrivals = arrivals;
    }

    @Override
    public List<Line> of(JobDefinition definition, LocalDate businessDate, Instant now) {
        return definition.expectedFiles().stream()
                .map(expected -> line(definition, expected, businessDate, now))
                .toList();
    }

    private Line line(JobDefinition definition, ExpectedFile expected, LocalDate date, Instant now) {
        Optional<Instant> latest = expected.latestArrival()
                .map(time -> definition.timetable().at(date.plusDays(1).atTime(time)));
        List<Arrival> found = arrivals(expected, date, latest);
        long inTime = found.stream().filter(one -> one.state() == State.ARRIVED).count();
        long here =
                inTime + found.stream().filter(one -> one.state() == State.LATE).count();
        return new Line(expected, latest, state(expected, found, inTime, here, latest, now), found);
    }

    private static State state(
            ExpectedFile expected, List<Arrival> found, long inTime, long here, Optional<Instant> latest, Instant now) {
        if (here >= expected.atLeast()) {
            return inTime >= expected.atLeast() ? State.ARRIVED : State.LATE;
        }
        if (found.stream().anyMatch(one -> one.state() == State.REFUSED)) {
            return State.REFUSED;
        }
        return latest.filter(now::isAfter).isPresent() ? State.MISSING : State.EXPECTED;
    }

    private List<Arrival> arrivals(ExpectedFile expected, LocalDate date, Optional<Instant> latest) {
        Predicate<String> wanted = expected.namesOf(date).asMatchPredicate();
        Map<String, Instant> seen = arrivals.seen(date);
        Map<String, Arrival> found = new TreeMap<>();
        for (String name : files.quarantined(wanted)) {
            found.put(name, new Arrival(name, State.REFUSED, time(seen, name), files.reason(name)));
        }
        arrivals.duplicates(date).forEach((name, detail) -> {
            if (wanted.test(name)) {
                found.put(name, new Arrival(name, State.DUPLICATE, time(seen, name), detail));
            }
        });
        TreeSet<String> here = files.inbox(wanted);
        here.addAll(files.taken(date, wanted));
        for (String name : here) {
            found.put(name, new Arrival(name, inTime(seen.get(name), latest), time(seen, name), ""));
        }
        arrivals.taken(date).forEach((name, taken) -> {
            if (wanted.test(name) && (taken.counted() || !isRefused(found.get(name)))) {
                boolean late = taken.by().isAfter(date);
                State state = late ? State.LATE : inTime(seen.get(name), latest);
                found.put(name, new Arrival(name, state, time(seen, name), late ? "used by " + taken.by() : ""));
            }
        });
        return new ArrayList<>(found.values());
    }

    private static boolean isRefused(Arrival found) {
        return found != null && found.state() == State.REFUSED;
    }

    private static State inTime(Instant seen, Optional<Instant> latest) {
        boolean late = seen != null && latest.filter(seen::isAfter).isPresent();
        return late ? State.LATE : State.ARRIVED;
    }

    private static Optional<Instant> time(Map<String, Instant> seen, String name) {
        return Optional.ofNullable(seen.get(name));
    }

    @Override
    public Optional<LocalDate> earliest(JobDefinition definition) {
        return waiting(definition).values().stream().min(LocalDate::compareTo);
    }

    @Override
    public void note(JobDefinition definition, Instant now) {
        waiting(definition).forEach((name, date) -> arrivals.note(name, date, files.cameInto(name, now)));
    }

    private Map<String, LocalDate> waiting(JobDefinition definition) {
        Map<String, LocalDate> waiting = new TreeMap<>();
        for (String name : files.inbox(name -> dateOf(name).isPresent())) {
            LocalDate date = dateOf(name).orElseThrow();
            boolean ours = definition.expectedFiles().stream()
                    .anyMatch(one -> one.namesOf(date).matcher(name).matches());
            if (ours) {
                waiting.put(name, date);
            }
        }
        return waiting;
    }

    private static Optional<LocalDate> dateOf(String name) {
        Matcher parts = DATED.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(parts.group(1), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}

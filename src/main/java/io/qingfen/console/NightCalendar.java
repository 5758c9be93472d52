package io.qingfen.console;

import io.qingfen.overview.NightAccounts.Headline;
import io.qingfen.overview.NightAccounts.StepRun;
import io.qingfen.overview.NightHours.Hours;
import io.qingfen.overview.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Business dates with their stages, latest first. Dates that should have begun and are not in the books have rows of
 * their own: a night that did not happen is seen.
 */
final class NightCalendar {
    /** Absent dates that are named one by one; the others are counted. */
    private static final int NAMED = 3;
    /** Whoever settles a date that long after its deadline catches up, and is not late. */
    private static final Duration CATCHING_UP = Duration.ofDays(2);

    private final Function<LocalDate, Optional<Instant>> deadline;
    private final Instant now;

    NightCalendar(Function<LocalDate, Optional<Instant>> deadline, Instant now) {
        this.deadline = deadline;
        this.now = now;
    }

    /** How a date stands to its deadline. */
    enum Punctuality {
        ON_TIME,
        LATE,
        CAUGHT_UP
    }

    /** What became of a date's payouts. */
    enum Release {
        NONE,
        WAITING,
        DONE
    }

    record Cell(Stage stage, Stage.State state) {}

    /**
     * A row: a date of the books, or dates that are absent.
     *
     * @param to the same as {@code date} unless the row stands for several absent dates
     * @param headline null for absent dates
     * @param hours null for absent dates
     * @param deadline of the first date; null when nobody waits for it
     */
    record Row(
            LocalDate date,
            LocalDate to,
            Headline headline,
            Hours hours,
            Punctuality punctuality,
            Instant deadline,
            List<Cell> cells,
            Release release) {
        public boolean absent() {
            return headline == null;
        }

        public long dates() {
            return ChronoUnit.DAYS.between(date, to) + 1;
        }
    }

    /**
     * @param headlines latest first
     * @param steps of dates that are not closed
     * @param lastDue the last date that should have begun
     */
    List<Row> rows(
            List<Headline> headlines,
            Map<LocalDate, Hours> hours,
            Function<LocalDate, List<StepRun>> steps,
            Optional<LocalDate> lastDue) {
        List<Row> rows = new ArrayList<>();
        if (!headlines.isEmpty()) {
            LocalDate next = headlines.get(0).day().date().plusDays(1);
            lastDue.filter(due -> !due.isBefore(next)).ifPresent(due -> rows.addAll(absent(next, due)));
        }
        for (Headline headline : headlines) {
            rows.add(row(headline, hours, steps));
        }
        return rows;
    }

    private Row row(Headline headline, Map<LocalDate, Hours> hours, Function<LocalDate, List<StepRun>> steps) {
        LocalDate date = headline.day().date();
        Hours own = hours.getOrDefault(date, new Hours(now, null, 0, 0));
        boolean closed = headline.day().isComplete();
        List<StepRun> runs = closed ? List.of() : steps.apply(date);
        List<Cell> cells = Arrays.stream(Stage.values())
                .map(stage -> new Cell(stage, stage.of(headline.day(), runs)))
                .toList();
        return new Row(
                date,
                date,
                headline,
                own,
                punctuality(date, own),
                deadline.apply(date).orElse(null),
                cells,
                release(own));
    }

    private List<Row> absent(LocalDate next, LocalDate due) {
        List<Row> rows = new ArrayList<>();
        LocalDate named = next.plusDays(NAMED - 1);
        if (due.isAfter(named)) {
            rows.add(absentRow(named.plusDays(1), due));
        }
        LocalDate last = due.isAfter(named) ? named : due;
        for (LocalDate date = last; !date.isBefore(next); date = date.minusDays(1)) {
            rows.add(absentRow(date, date));
        }
        return rows;
    }

    /** Late when the first of them is. */
    private Row absentRow(LocalDate from, LocalDate to) {
        Instant latest = deadline.apply(from).orElse(null);
        boolean late = latest != null && now.isAfter(latest);
        Punctuality punctuality = late ? Punctuality.LATE : Punctuality.ON_TIME;
        return new Row(from, to, null, null, punctuality, latest, List.of(), Release.NONE);
    }

    private Punctuality punctuality(LocalDate date, Hours hours) {
        Optional<Instant> latest = deadline.apply(date);
        Instant end = hours.closed() == null ? now : hours.closed();
        if (latest.isEmpty() || !end.isAfter(latest.get())) {
            return Punctuality.ON_TIME;
        }
        return hours.opened().isAfter(latest.get().plus(CATCHING_UP)) ? Punctuality.CAUGHT_UP : Punctuality.LATE;
    }

    private static Release release(Hours hours) {
        if (hours.payouts() == 0) {
            return Release.NONE;
        }
        return hours.waiting() > 0 ? Release.WAITING : Release.DONE;
    }
}

package io.qingfen.nightly;

import io.qingfen.run.AfterNight;
import io.qingfen.run.BooksMark;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDay.State;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Runs business dates: one at a time, in order, each to one successful end.
 *
 * <p>All methods end normally when the night is complete, and otherwise with a {@link Refusal} that carries the exit
 * code of the command line and what to do next.
 */
@Component
public final class Nights {
    private final BusinessDays days;
    private final RunLease lease;
    private final NightRun night;
    private final BooksMark mark;
    private final List<AfterNight> afterwards;

    Nights(BusinessDays days, RunLease lease, NightRun night, BooksMark mark, List<AfterNight> afterwards) {
        this.days = days;
        this.lease = lease;
        this.night = night;
        this.mark = mark;
        this.afterwards = List.copyOf(afterwards);
    }

    /**
     * Runs the date; one whose process died or was stopped is continued. Refuses a closed date, one that failed (that
     * is for {@link #restart}), and one that does not follow the last date of the books.
     */
    public void run(LocalDate date, int workers) {
        underLease(date, workers, token -> admit(date));
    }

    /** Continues a date that has begun and is not closed. */
    public void restart(LocalDate date, int workers) {
        underLease(date, workers, token -> admitRestart(date));
    }

    /** Refuses a date that {@link #run} would refuse; starts and changes nothing. */
    public void requireRunnable(LocalDate date) {
        mark.require();
        admit(date);
    }

    /** Refuses a date that {@link #restart} would refuse; starts and changes nothing. */
    public void requireRestartable(LocalDate date) {
        mark.require();
        admitRestart(date);
    }

    /** Refuses a date that {@link Reruns} would refuse for its place in the books; starts and changes nothing. */
    public void requireRepeatable(LocalDate date) {
        mark.require();
        admitAgain(date);
    }

    /** Names of the steps of a night, in order. */
    public List<String> steps() {
        return night.steps();
    }

    /**
     * The dates to run, in order, until this one is closed; empty when it is. On empty books only the date itself.
     */
    public List<LocalDate> datesUntil(LocalDate until) {
        LocalDate first = days.latestClosed()
                .map(closed -> closed.plusDays(1))
                .or(() -> days.latest().map(BusinessDay::date))
                .orElse(until);
        return first.isAfter(until)
                ? List.of()
                : first.datesUntil(until.plusDays(1)).toList();
    }

    /**
     * Runs the last date once more.
     *
     * @param setAside what makes the date free to run, called with the lease's token
     */
    void again(LocalDate date, int workers, LongConsumer setAside) {
        underLease(date, workers, token -> {
            admitAgain(date);
            setAside.accept(token);
        });
    }

    /** Something about the last date, which is complete, while nothing else can run. */
    void aside(LocalDate date, LongConsumer work) {
        try (RunLease.Held held = lease.acquire(date)) {
            admitAgain(date);
            work.accept(held.token());
        } catch (DataAccessException away) {
            throw NightFailure.of(date, away);
        }
    }

    private void underLease(LocalDate date, int workers, LongConsumer admission) {
        try (RunLease.Held held = lease.acquire(date)) {
            mark.require();
            admission.accept(held.token());
            complete(date, workers, held.token());
            afterwards.forEach(work -> work.afterNight(date));
        } catch (DataAccessException away) {
            throw NightFailure.of(date, away);
        }
    }

    private void complete(LocalDate date, int workers, long token) {
        try {
            night.execute(date, workers, token);
        } catch (Refusal refusal) {
            boolean notOurs = refusal.exit() == Exit.LEASE_HELD;
            boolean onlyStopped = refusal.exit() == Exit.INTERRUPTED;
            if (!notOurs && !onlyStopped) {
                keep(date, refusal);
                afterwards.forEach(work -> work.afterFailure(date, refusal));
            }
            throw refusal;
        }
    }

    /**
     * When the database itself is away, the date stays OPEN and the next run continues it. New books stay new when
     * their first date is refused before it opened: a mistyped date must not become the one that others have to follow.
     */
    private void keep(LocalDate date, Refusal refusal) {
        try {
            boolean newBooks = days.latest().isEmpty();
            if (!newBooks) {
                days.fail(date, String.join("\n", refusal.problems()));
            }
        } catch (DataAccessException away) {
            refusal.addSuppressed(away);
        }
    }

    private void admit(LocalDate date) {
        days.requireKept(date);
        Optional<BusinessDay> day = days.find(date);
        if (day.isEmpty()) {
            requireNext(date);
            return;
        }
        if (day.get().state() == State.CLOSED) {
            throw closed(date);
        }
        refuseWhenSuperseding(day.get());
        if (day.get().state() == State.FAILED) {
            String reason = day.get().failure().orElse("");
            throw refused(
                    date,
                    "its last run failed (" + reason.lines().findFirst().orElse("")
                            + "); mend the cause, then: qingfen restart --date " + date);
        }
    }

    private void admitRestart(LocalDate date) {
        days.requireKept(date);
        BusinessDay day = days.find(date)
                .orElseThrow(() -> refused(
                        date,
                        "has not begun, there is nothing to restart; run it: qingfen run nightly-settlement --date "
                                + date));
        if (day.state() == State.CLOSED) {
            throw closed(date);
        }
        refuseWhenSuperseding(day);
    }

    private void admitAgain(LocalDate date) {
        days.requireKept(date);
        BusinessDay day = days.find(date)
                .orElseThrow(() -> refused(
                        date, "has not begun, there is nothing to run again; run it: qingfen run --date " + date));
        if (day.state() != State.CLOSED && day.state() != State.SUPERSEDING) {
            throw refused(date, "is not complete; continue it: qingfen restart --date " + date);
        }
        LocalDate last = days.latest().orElseThrow().date();
        if (last.isAfter(date)) {
            throw refused(
                    date,
                    "later dates are settled (the last is " + last
                            + ") and build on it; late records go to the next date"
                            + " to run, a wrong amount is corrected by a case");
        }
    }

    private static void refuseWhenSuperseding(BusinessDay day) {
        if (day.state() == State.SUPERSEDING) {
            throw refused(
                    day.date(),
                    "its re-run has begun; continue it: qingfen rerun --date " + day.date() + " --reason TEXT");
        }
    }

    private void requireNext(LocalDate date) {
        Optional<BusinessDay> latest = days.latest();
        if (latest.isEmpty()) {
            return;
        }
        LocalDate last = latest.get().date();
        refuseWhenSuperseding(latest.get());
        if (latest.get().state() != State.CLOSED) {
            throw refused(date, last + " comes first and is not complete; continue it: qingfen restart --date " + last);
        }
        LocalDate next = last.plusDays(1);
        if (date.isBefore(next)) {
            throw refused(
                    date, "is before the books, whose last date is " + last + "; the next date to run is " + next);
        }
        if (date.isAfter(next)) {
            throw refused(
                    date,
                    "dates follow without a gap and the books end on " + last
                            + "; run the next one: qingfen run nightly-settlement --date " + next + " (or --until "
                            + date + ")");
        }
    }

    private static Refusal closed(LocalDate date) {
        return refused(date, "is closed, a date is settled once; see what it made: qingfen status --date " + date);
    }

    private static Refusal refused(LocalDate date, String why) {
        return new Refusal(Exit.REFUSED, "business date " + date + ": " + why);
    }
}

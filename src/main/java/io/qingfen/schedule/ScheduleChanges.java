package io.qingfen.schedule;

import io.qingfen.run.Actor;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.JobDefinition.StartsWhen;
import io.qingfen.schedule.JobStops.Stop;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people see of the schedule and change about it, the same on the command line and in the console. */
@Component
public final class ScheduleChanges {
    private final JobStops stops;
    private final JobStarts starts;
    private final BusinessDays days;
    private final Home home;
    private final Clock clock;

    ScheduleChanges(JobStops stops, JobStarts starts, BusinessDays days, Home home, Clock clock) {
        this.stops = stops;
        this.starts = starts;
        this.days = days;
        this.home = home;
        this.clock = clock;
    }

    /**
     * A job as it stands.
     *
     * @param next empty when it never starts again
     * @param last empty when the schedule has not seen to any start yet
     */
    public record Listed(
            JobDefinition definition, Optional<Timetable.Start> next, Optional<JobStarts.Seen> last, List<Stop> stops) {
        public boolean isPaused() {
            return stops.stream().anyMatch(stop -> stop.businessDate().isEmpty());
        }

        /** Whether it settles business dates, one of which can be skipped. */
        public boolean hasDates() {
            return hasDates(definition);
        }

        private static boolean hasDates(JobDefinition definition) {
            return definition.startsWhen() == StartsWhen.EVERY_EARLIER_DATE_IS_CLOSED;
        }
    }

    /** Every job, by its name. */
    public List<Listed> all() {
        Instant now = clock.instant();
        return JobDefinitions.SHIPPED.stream()
                .map(job -> JobDefinitions.read(home, job))
                .map(definition -> new Listed(
                        definition,
                        definition.timetable().next(now),
                        starts.last(definition.name()),
                        stops.inForce(definition.name(), now)))
                .toList();
    }

    /** @throws Refusal USAGE_OR_REFERENCE when there is no such job */
    public JobDefinition definition(String job) {
        if (!JobDefinitions.SHIPPED.contains(job)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Unknown job '" + job.replaceAll("[^ -~]", "?") + "'. Jobs: "
                            + String.join(", ", JobDefinitions.SHIPPED));
        }
        return JobDefinitions.read(home, job);
    }

    /**
     * Lets the schedule start nothing of a job.
     *
     * @param until last day of the pause, where the job lives; empty: until it is resumed
     * @throws Refusal when it is paused already, the day is over or the reason is none
     */
    public Stop pause(Actor who, String job, String reason, Optional<LocalDate> until) {
        Optional<Instant> end = end(definition(job), until);
        return stops.place(who, job, Optional.empty(), reason, end, clock.instant());
    }

    /**
     * Lets the schedule not start one business date; later ones wait for it, since the books have no gaps.
     *
     * @throws Refusal when the job has no dates, the date is closed or skipped already, or the reason is none
     */
    public Stop skip(Actor who, String job, LocalDate date, String reason, Optional<LocalDate> until) {
        JobDefinition definition = definition(job);
        if (!Listed.hasDates(definition)) {
            throw new Refusal(
                    Exit.REFUSED,
                    "job " + job + ": has no business dates to skip; pause it: qingfen jobs pause " + job
                            + " --reason TEXT --until D");
        }
        days.requireKept(date);
        boolean closed = days.find(date)
                .filter(day -> day.state() == BusinessDay.State.CLOSED)
                .isPresent();
        if (closed) {
            throw new Refusal(Exit.REFUSED, "business date " + date + ": is closed already, there is nothing to skip");
        }
        return stops.place(who, job, Optional.of(date), reason, end(definition, until), clock.instant());
    }

    /**
     * Ends a pause, or the skip of a date; what is due is caught up once.
     *
     * @param date the skipped date; empty for the pause of the whole job
     * @throws Refusal when there is none, or the reason is none
     */
    public Stop resume(Actor who, String job, Optional<LocalDate> date, String reason) {
        return stops.end(who, definition(job).name(), date, reason, clock.instant());
    }

    /** The end of this day where the job lives. */
    private Optional<Instant> end(JobDefinition definition, Optional<LocalDate> until) {
        Optional<Instant> end =
                until.map(last -> definition.timetable().at(last.plusDays(1).atStartOfDay()));
        if (end.filter(clock.instant()::isAfter).isPresent()) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE, "--until " + until.get() + ": this day is over; name a later one");
        }
        return end;
    }
}

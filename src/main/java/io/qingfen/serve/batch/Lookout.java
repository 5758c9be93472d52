package io.qingfen.serve.batch;

import io.qingfen.run.BusinessDays;
import io.qingfen.run.Notice;
import io.qingfen.run.OnlyServing;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobDefinition.Deadline;
import io.qingfen.schedule.JobStates;
import io.qingfen.schedule.JobStates.Topic;
import io.qingfen.schedule.JobStops;
import io.qingfen.schedule.ScheduledJobs;
import io.qingfen.schedule.Timetable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Looks whether dates that are due are closed in time; works while a night runs. */
@Component
@OnlyServing
public class Lookout {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private final ScheduledJobs jobs;
    private final DueDates due;
    private final BusinessDays days;
    private final JobStates states;
    private final JobStops stops;
    private final Clock clock;

    Lookout(ScheduledJobs jobs, DueDates due, BusinessDays days, JobStates states, JobStops stops, Clock clock) {
        this.jobs = jobs;
        this.due = due;
        this.days = days;
        this.states = states;
        this.stops = stops;
        this.clock = clock;
    }

    /** Tells what is late. */
    public void look() {
        try {
            JobDefinition night = jobs.definition(NightDuty.NAME);
            Instant now = clock.instant();
            night.deadline()
                    .ifPresent(deadline -> night.timetable()
                            .latest(now)
                            .flatMap(start -> due.until(night, start.businessDate()).stream()
                                    .findFirst())
                            .filter(date -> !isSkipped(date, now))
                            .ifPresent(date -> look(night.timetable(), deadline, date, now)));
        } catch (DataAccessException away) {
            LOG.info("the database does not answer: {}", away.getMessage());
        }
    }

    private boolean isSkipped(LocalDate date, Instant now) {
        return stops.inForce(NightDuty.NAME, now).stream()
                .anyMatch(one -> one.businessDate().filter(date::equals).isPresent());
    }

    /** Only the first date that is not closed: the others wait for it. */
    private void look(Timetable timetable, Deadline deadline, LocalDate date, Instant now) {
        LocalDate day = date.plusDays(1);
        if (!now.isBefore(timetable.at(day.atTime(deadline.late())))) {
            tell(date, Notice.Kind.LATE, "is not closed at its deadline, " + deadline.late());
        } else if (!now.isBefore(timetable.at(day.atTime(deadline.warn())))
                && states.of(NightDuty.NAME, date, Topic.TIME).isEmpty()) {
            boolean begun = days.find(date).isPresent();
            tell(
                    date,
                    begun ? Notice.Kind.DUE_SOON : Notice.Kind.ABSENT,
                    (begun ? "is not closed at " : "has not begun at ") + deadline.warn() + ", its deadline is "
                            + deadline.late());
        }
    }

    private void tell(LocalDate date, Notice.Kind kind, String what) {
        String text = "business date " + date + " " + what + "; see: qingfen status --date " + date;
        if (states.become(NightDuty.NAME, date, Topic.TIME, kind, text)) {
            LOG.info("{}: {}", NightDuty.NAME, text);
        }
    }
}

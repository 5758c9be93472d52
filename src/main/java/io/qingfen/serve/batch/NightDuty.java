package io.qingfen.serve.batch;

import io.qingfen.nightly.Nights;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDay.State;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Notice;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLog;
import io.qingfen.run.StopSignal;
import io.qingfen.schedule.FileBoard;
import io.qingfen.schedule.FileGate;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobStates;
import io.qingfen.schedule.JobStates.Topic;
import io.qingfen.schedule.JobStops;
import io.qingfen.schedule.NightNews;
import io.qingfen.schedule.ScheduledJob;
import io.qingfen.schedule.Timetable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Settles every date that is due and not closed, in order, each once its files are there. */
@Component
@OnlyServing
class NightDuty implements ScheduledJob {
    static final String NAME = "nightly-settlement";
    private static final Logger LOG = LoggerFactory.getLogger(NightDuty.class);
    private final Nights nights;
    private final BusinessDays days;
    private final DueDates due;
    private final FileGate gate;
    private final JobStates states;
    private final JobStops stops;
    private final NightNews news;
    private final StopSignal stop;
    private final Clock clock;
    private final int workers;

    NightDuty(
            Nights nights,
            BusinessDays days,
            DueDates due,
            FileGate gate,
            JobStates states,
            JobStops stops,
            NightNews news,
            StopSignal stop,
            Clock clock,
            @Value("${qingfen.workers:0}") int workers) {
        this.nights = nights;
        this.days = days;
        this.due = due;
        this.gate = gate;
        this.states = states;
        this.stops = stops;
        this.news = news;
        this.stop = stop;
        this.clock = clock;
        this.workers = workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> steps() {
        return nights.steps();
    }

    @Override
    public boolean asksItsRecords() {
        return true;
    }

    @Override
    public List<String> run(JobDefinition definition, Timetable.Start start) {
        days.latestClosed().ifPresent(news::afterNight);
        List<String> done = new ArrayList<>();
        for (LocalDate date : due.until(definition, start.businessDate())) {
            if (stop.isRequested()) {
                return done;
            }
            requireNotSkipped(date);
            requireBegun(definition, date);
            settle(date);
            done.add("business date " + date + " is closed");
        }
        return done;
    }

    private void settle(LocalDate date) {
        try (RunLog.Mark named = RunLog.of(NAME, date)) {
            LOG.info("{}: business date {} starts", NAME, date);
            nights.run(date, workers);
            LOG.info("{}: business date {} is closed", NAME, date);
        }
    }

    /** The books have no gaps: whoever skips a date holds back those after it. */
    private void requireNotSkipped(LocalDate date) {
        stops.inForce(NAME, clock.instant()).stream()
                .filter(one -> one.businessDate().filter(date::equals).isPresent())
                .findFirst()
                .ifPresent(one -> {
                    throw new Refusal(
                            Exit.REFUSED,
                            "business date " + date + " is skipped by " + one.placedBy() + " (" + one.reason()
                                    + "), later dates wait for it; settle it: qingfen run --date " + date
                                    + ", or let the schedule do it: qingfen jobs resume " + NAME + " --date " + date
                                    + " --reason TEXT");
                });
    }

    /** A date that has its records goes on; one that failed is for a person; any other needs its files. */
    private void requireBegun(JobDefinition definition, LocalDate date) {
        Optional<BusinessDay> day = days.find(date);
        if (day.map(BusinessDay::state)
                .filter(state -> state != State.OPEN && state != State.CLOSED)
                .isPresent()) {
            day.get().failure().ifPresent(reason -> news.foundFailed(date, reason));
            throw new Refusal(
                    Exit.REFUSED,
                    "business date " + date + " stands as " + day.get().state()
                            + " and waits for a person: qingfen status --date " + date);
        }
        if (day.flatMap(BusinessDay::ranges).isEmpty()) {
            requireFiles(definition, date);
        }
    }

    private void requireFiles(JobDefinition definition, LocalDate date) {
        List<FileBoard.Line> missing = gate.missing(definition, date);
        boolean told = states.of(NAME, date, Topic.FILES).isPresent();
        if (missing.isEmpty()) {
            if (told) {
                String text = "business date " + date + ": the files that were missing are here";
                states.become(NAME, date, Topic.FILES, Notice.Kind.FILES_COMPLETE, text);
            }
            return;
        }
        Refusal waiting = FileGate.waiting(date, missing);
        boolean tooLate = missing.stream().anyMatch(line -> line.state() != FileBoard.State.EXPECTED);
        if (tooLate) {
            String text = String.join("\n", waiting.problems());
            states.become(NAME, date, Topic.FILES, Notice.Kind.WAITING_FOR_FILES, text);
        }
        throw waiting;
    }
}

package io.qingfen.cli;

import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobDefinition.StartsWhen;
import io.qingfen.schedule.JobDefinitions;
import io.qingfen.schedule.JobStops;
import io.qingfen.schedule.JobStops.Stop;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people change about the schedule; each change has a reason and is audited. */
abstract class JobsChange implements Callable<Integer> {
    private final Session session;
    private final String command;

    @Mixin
    private Options options;

    @Mixin
    private ActingAs actingAs;

    @Parameters(paramLabel = "JOB", description = "Name of the job, as in jobs list.")
    private String job;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 3 to 500 characters.")
    private String reason;

    private JobsChange(Session session, String command) {
        this.session = session;
        this.command = command;
    }

    @Override
    public Integer call() {
        Session.requireHome(options.home());
        JobDefinition definition = definition(options.home(), job);
        Actor who = actingAs.actor();
        Stop changed;
        try (Engine engine = session.open(options.home())) {
            changed = change(engine, definition, who, reason);
        }
        new JobsText(session, options).changed(command, definition, changed);
        return Exit.DONE.code();
    }

    abstract Stop change(Engine engine, JobDefinition definition, Actor who, String why);

    /** The definition of a job that exists. */
    private static JobDefinition definition(Home home, String job) {
        if (!JobDefinitions.SHIPPED.contains(job)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Unknown job '" + job + "'. Jobs: " + String.join(", ", JobDefinitions.SHIPPED));
        }
        return JobDefinitions.read(home, job);
    }

    /** The end of this day where the job lives. */
    private static Optional<Instant> end(JobDefinition definition, LocalDate until, Clock clock) {
        Optional<Instant> end = Optional.ofNullable(until)
                .map(last -> definition.timetable().at(last.plusDays(1).atStartOfDay()));
        if (end.filter(clock.instant()::isAfter).isPresent()) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, "--until " + until + ": this day is over; name a later one");
        }
        return end;
    }

    @Command(
            name = "pause",
            header = "Let the schedule start nothing of a job; a run that is on its way goes on.",
            description = "A person may still run it. Dates that fall due meanwhile are caught up when it is resumed.",
            footer = {
                "",
                "Examples:",
                "  qingfen jobs pause payout-results --reason \"bank sends test files\" --until 2026-03-04 --as li.na"
            })
    static final class Pause extends JobsChange {
        @Option(names = "--until", paramLabel = "D", description = "Last day of the pause (default: until resumed).")
        private LocalDate until;

        Pause(Session session) {
            super(session, "jobs pause");
        }

        @Override
        Stop change(Engine engine, JobDefinition definition, Actor who, String why) {
            Clock clock = engine.part(Clock.class);
            return engine.part(JobStops.class)
                    .place(
                            who,
                            definition.name(),
                            Optional.empty(),
                            why,
                            end(definition, until, clock),
                            clock.instant());
        }
    }

    @Command(
            name = "resume",
            header = "End a pause, or with --date a skip; what is due is caught up once.",
            footer = {
                "",
                "Examples:",
                "  qingfen jobs resume nightly-settlement --reason \"database is back\"",
                "  qingfen jobs resume nightly-settlement --date 2026-03-02 --reason \"file has come\""
            })
    static final class Resume extends JobsChange {
        @Option(names = "--date", paramLabel = "D", description = "The business date that was skipped.")
        private LocalDate date;

        Resume(Session session) {
            super(session, "jobs resume");
        }

        @Override
        Stop change(Engine engine, JobDefinition definition, Actor who, String why) {
            Instant now = engine.part(Clock.class).instant();
            return engine.part(JobStops.class).end(who, definition.name(), Optional.ofNullable(date), why, now);
        }
    }

    @Command(
            name = "skip",
            header = "Let the schedule not start one business date.",
            description =
                    "The books have no gaps: the date is not left out, it waits for a person (qingfen run --date D), "
                            + "and every later date waits for it. With --until the schedule starts it after that day.",
            footer = {
                "",
                "Examples:",
                "  qingfen jobs skip nightly-settlement --date 2026-03-02 --reason \"files are corrected by hand\""
            })
    static final class Skip extends JobsChange {
        @Option(names = "--date", paramLabel = "D", required = true, description = "The business date.")
        private LocalDate date;

        @Option(names = "--until", paramLabel = "D", description = "Last day of the skip (default: until resumed).")
        private LocalDate until;

        Skip(Session session) {
            super(session, "jobs skip");
        }

        @Override
        Stop change(Engine engine, JobDefinition definition, Actor who, String why) {
            if (definition.startsWhen() != StartsWhen.EVERY_EARLIER_DATE_IS_CLOSED) {
                throw new Refusal(
                        Exit.REFUSED,
                        "job " + definition.name() + ": has no business dates to skip; pause it: qingfen jobs pause "
                                + definition.name() + " --reason TEXT --until D");
            }
            Clock clock = engine.part(Clock.class);
            boolean closed = engine.accounts().of(date).stream()
                    .anyMatch(account -> account.day().state().equals("CLOSED"));
            if (closed) {
                throw new Refusal(
                        Exit.REFUSED, "business date " + date + ": is closed already, there is nothing to skip");
            }
            return engine.part(JobStops.class)
                    .place(
                            who,
                            definition.name(),
                            Optional.of(date),
                            why,
                            end(definition, until, clock),
                            clock.instant());
        }
    }
}

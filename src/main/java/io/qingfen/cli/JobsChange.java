package io.qingfen.cli;

import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobStops.Stop;
import io.qingfen.schedule.ScheduleChanges;
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
        Actor who = actingAs.actor();
        JobDefinition definition;
        Stop changed;
        try (Engine engine = session.open(options.home())) {
            ScheduleChanges schedule = engine.part(ScheduleChanges.class);
            definition = schedule.definition(job);
            changed = change(schedule, job, who, reason);
        }
        new JobsText(session, options).changed(command, definition, changed);
        return Exit.DONE.code();
    }

    abstract Stop change(ScheduleChanges schedule, String name, Actor who, String why);

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
        Stop change(ScheduleChanges schedule, String name, Actor who, String why) {
            return schedule.pause(who, name, why, Optional.ofNullable(until));
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
        Stop change(ScheduleChanges schedule, String name, Actor who, String why) {
            return schedule.resume(who, name, Optional.ofNullable(date), why);
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
        Stop change(ScheduleChanges schedule, String name, Actor who, String why) {
            return schedule.skip(who, name, date, why, Optional.ofNullable(until));
        }
    }
}

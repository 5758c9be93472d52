package io.qingfen.cli;

import io.qingfen.run.Exit;
import io.qingfen.schedule.ScheduleChanges;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qingfen jobs …}: the schedule, and what people change about it. */
@Command(
        name = "jobs",
        header = "The schedule of qingfen serve: see it, pause a job, skip a date.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  qingfen jobs list",
            "  qingfen jobs pause nightly-settlement --reason \"database is moved\" --until 2026-03-04"
        })
final class JobsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    static CommandLine line(Session session) {
        return new CommandLine(new JobsCommand())
                .addSubcommand(new ListThem(session))
                .addSubcommand(new JobsChange.Pause(session))
                .addSubcommand(new JobsChange.Resume(session))
                .addSubcommand(new JobsChange.Skip(session));
    }

    @Command(
            name = "list",
            header = "Every job: when it starts next, what came of its last start, whether it is paused.",
            footer = {"", "Examples:", "  qingfen jobs list --json"})
    static final class ListThem implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        ListThem(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<ScheduleChanges.Listed> all;
            try (Engine engine = session.open(options.home())) {
                all = engine.part(ScheduleChanges.class).all();
            }
            new JobsText(session, options).list(all);
            return Exit.DONE.code();
        }
    }
}

package io.qingfen.cli;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qingfen run}: settles one business date, or every date up to one. */
@Command(
        name = "run",
        header = "Settle a business date, or catch up every date until one.",
        description = "A date that stopped is continued where it stopped; a closed date is refused. "
                + "The first date of new books may be any; after it dates follow without a gap.",
        footer = {
            "",
            "Examples:",
            "  qingfen run --date 2026-03-02",
            "  qingfen run nightly-settlement --until 2026-03-06 --home /srv/qingfen",
            "  qingfen run --date 2026-03-02 --dry-run"
        })
final class RunCommand implements Callable<Integer> {
    private static final String JOB = "nightly-settlement";
    private final Session session;

    @Mixin
    private Options options;

    @Parameters(arity = "0..1", paramLabel = "JOB", defaultValue = JOB, description = "The job (default: " + JOB + ").")
    private String job;

    @ArgGroup(multiplicity = "1")
    private Dates dates;

    @Mixin
    private Workers workers;

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean dryRun;

    private static final class Dates {
        @Option(names = "--date", paramLabel = "D", required = true, description = "The business date, yyyy-MM-dd.")
        private LocalDate date;

        @Option(
                names = "--until",
                paramLabel = "D",
                required = true,
                description = "Every date after the last closed one, up to and including this one.")
        private LocalDate until;
    }

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!job.equals(JOB)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE, "Unknown job '" + job + "'. Jobs: " + JOB + ". Try: qingfen run --help");
        }
        if (dryRun) {
            return new DryRun(session, options).tell(dates.date, dates.until);
        }
        Nightly nightly = new Nightly(session, options, "run");
        try (Engine engine = session.open(options.home())) {
            List<LocalDate> wanted = dates.date != null ? List.of(dates.date) : engine.datesUntil(dates.until);
            for (LocalDate date : wanted) {
                nightly.night(engine, date, each -> engine.run(each, workers.count()));
            }
            if (wanted.isEmpty()) {
                session.say("Nothing to do: every date until " + dates.until + " is closed.");
            }
            return nightly.done();
        } catch (Refusal refusal) {
            return nightly.refused(refusal);
        }
    }
}

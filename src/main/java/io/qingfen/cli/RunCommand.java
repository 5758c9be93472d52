package io.qingfen.cli;

import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
            "  qingfen run --date 2026-03-02 --dry-run",
            "  qingfen run --date 2026-03-02 --incomplete --reason \"no sales, shops are closed\"",
            "  qingfen run payout-results",
            "  qingfen run month-end --month 2026-03",
            "  qingfen run retention --dry-run",
            "  qingfen run scheme-reconciliation --date 2026-03-02"
        })
final class RunCommand implements Callable<Integer> {
    private static final String JOB = "nightly-settlement";
    private static final List<String> JOBS =
            List.of(JOB, PayoutResultsRun.JOB, MonthEndRun.JOB, RetentionRun.JOB, SchemeReconciliationRun.JOB);
    private final Session session;

    @Mixin
    private Options options;

    @Parameters(arity = "0..1", paramLabel = "JOB", defaultValue = JOB, description = "The job (default: " + JOB + ").")
    private String job;

    @ArgGroup(multiplicity = "0..1")
    private Dates dates;

    @Mixin
    private ActingAs who;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Workers workers;

    @Option(names = "--month", paramLabel = "M", description = "The month of job month-end, yyyy-MM.")
    private YearMonth month;

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--incomplete",
            description = "Settle the date without files that are expected and missing; needs --reason, is audited.")
    private boolean incomplete;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why without them, 3 to 500 characters.")
    private String reason;

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
        if (job.equals(PayoutResultsRun.JOB) && dates == null) {
            PayoutResultsRun results = new PayoutResultsRun(session, options);
            return dryRun ? results.look() : results.take(who.actor());
        }
        if (job.equals(MonthEndRun.JOB) && dates == null) {
            MonthEndRun end = new MonthEndRun(session, options);
            return dryRun ? end.look(month) : end.write(month, who.actor());
        }
        if (job.equals(RetentionRun.JOB) && dates == null && month == null) {
            return new RetentionRun(session, options).retire(who.actor(), dryRun);
        }
        if (job.equals(SchemeReconciliationRun.JOB)) {
            SchemeReconciliationRun schemes = new SchemeReconciliationRun(session, options);
            return dryRun ? schemes.look(dateAlone()) : schemes.compare(dateAlone(), who.actor());
        }
        requireNight();
        if (dryRun) {
            return new DryRun(session, options).tell(dates.date, dates.until);
        }
        Optional<Engine.Without> without = without();
        Nightly nightly = new Nightly(session, options, "run");
        try (Engine engine = session.open(options.home())) {
            List<LocalDate> wanted = dates.date != null ? List.of(dates.date) : engine.datesUntil(dates.until);
            for (LocalDate date : wanted) {
                nightly.night(engine, date, each -> {
                    engine.requireFiles(each, without);
                    engine.run(each, workers.count());
                });
            }
            if (wanted.isEmpty()) {
                session.say("Nothing to do: every date until " + dates.until + " is closed.");
            }
            return nightly.done();
        } catch (Refusal refusal) {
            return nightly.refused(refusal);
        }
    }

    private Optional<Engine.Without> without() {
        if (!incomplete && reason != null) {
            throw new ParameterException(spec.commandLine(), "--reason belongs to --incomplete");
        }
        return incomplete ? Optional.of(new Engine.Without(who.actor(), FreeText.reason(reason))) : Optional.empty();
    }

    private LocalDate dateAlone() {
        if (dates == null || dates.date == null || month != null || incomplete) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Job " + job + " needs its date and nothing else. Try: qingfen run " + job + " --date 2026-03-02");
        }
        return dates.date;
    }

    private void requireNight() {
        if (!JOBS.contains(job)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Unknown job '" + job + "'. Jobs: " + String.join(", ", JOBS) + ". Try: qingfen run --help");
        }
        if (job.equals(MonthEndRun.JOB)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Job " + job + " needs its month and nothing else. Try: qingfen run " + job + " --month 2026-03");
        }
        if (job.equals(RetentionRun.JOB)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Job " + job + " takes the dates that are old enough, and none from you. Try: qingfen run " + job
                            + " --dry-run");
        }
        if (month != null) {
            throw new ParameterException(spec.commandLine(), "--month belongs to job " + MonthEndRun.JOB);
        }
        if (job.equals(PayoutResultsRun.JOB)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Job " + job + " takes whatever lies in the inbox, and no date. Try: qingfen run " + job);
        }
        if (dates == null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required argument (specify one of these): (--date=D | --until=D)");
        }
    }
}

package io.qingfen.cli;

import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qingfen restart}: continues a date that stopped. */
@Command(
        name = "restart",
        header = "Continue a business date that failed, was interrupted or lost its machine.",
        description = "Finished partitions are kept, the others are done again; the outcome is that of an undisturbed "
                + "night, and no payout is sent twice.",
        footer = {
            "",
            "Examples:",
            "  qingfen restart --date 2026-03-02",
            "  qingfen restart --date 2026-03-02 --dry-run"
        })
final class RestartCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Mixin
    private Workers workers;

    @Option(names = "--date", paramLabel = "D", required = true, description = "The business date, yyyy-MM-dd.")
    private LocalDate date;

    @Option(names = "--dry-run", description = "Say from where it would go on, and change nothing.")
    private boolean dryRun;

    RestartCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (dryRun) {
            return new DryRun(session, options).tellRestart(date);
        }
        Nightly nightly = new Nightly(session, options, "restart");
        try (Engine engine = session.open(options.home())) {
            nightly.night(engine, date, each -> engine.restart(each, workers.count()));
            return nightly.done();
        } catch (Refusal refusal) {
            return nightly.refused(refusal);
        }
    }
}

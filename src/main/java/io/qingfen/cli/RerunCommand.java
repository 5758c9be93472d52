package io.qingfen.cli;

import io.qingfen.nightly.RerunDiff;
import io.qingfen.nightly.Reruns;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qingfen rerun}: settles the last date once more, and tells what changed. */
@Command(
        name = "rerun",
        header = "Run the last date again, with late or corrected files, before its payouts are released.",
        description =
                "Files of the date come back into the inbox, together with those that arrived since; a file of the"
                        + " same name there takes the place of the old one. Reference data are taken as they are now. Earlier"
                        + " results are kept under superseded/, entries that no longer hold are reversed.",
        footer = {
            "",
            "Examples:",
            "  qingfen rerun --date 2026-03-02 --dry-run",
            "  qingfen rerun --date 2026-03-02 --reason 'batch of terminal 10000004 came late' --as li.wei",
            "  qingfen rerun --date 2026-03-02 --show"
        })
final class RerunCommand implements Callable<Integer> {
    private static final int LONGEST_REASON = 400;
    private final Session session;

    @Mixin
    private Options options;

    @Mixin
    private Workers workers;

    @Mixin
    private ActingAs actingAs;

    @Option(names = "--date", paramLabel = "D", required = true, description = "The business date, yyyy-MM-dd.")
    private LocalDate date;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for auditors; needed unless --dry-run.")
    private String reason;

    @Option(names = "--dry-run", description = "Show what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--show", description = "Show what the last re-run of the date changed.")
    private boolean show;

    RerunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!dryRun && !show && (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "A re-run needs a reason that auditors can read: --reason TEXT (at most " + LONGEST_REASON
                            + " characters); or look first: --dry-run");
        }
        try (Engine engine = session.open(options.home())) {
            if (dryRun || show) {
                Reruns reruns = engine.part(Reruns.class);
                tell(show ? reruns.diff(date) : reruns.rehearse(date));
                return Exit.DONE.code();
            }
            return rerun(engine);
        }
    }

    private int rerun(Engine engine) {
        Nightly nightly = new Nightly(session, options, "rerun");
        try {
            RerunDiff[] diff = new RerunDiff[1];
            nightly.night(
                    engine,
                    date,
                    each -> diff[0] =
                            engine.part(Reruns.class).rerun(each, actingAs.actor(), reason.strip(), workers.count()));
            if (options.json()) {
                nightly.with("changes", RerunText.json(diff[0]));
            } else {
                session.print(options.typeable(RerunText.lines(date, diff[0])));
            }
            return nightly.done();
        } catch (Refusal refusal) {
            return nightly.refused(refusal);
        }
    }

    private void tell(RerunDiff diff) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope("rerun", Exit.DONE.code(), List.of());
            result.put("dryRun", dryRun);
            result.put("date", date.toString());
            result.put("changes", RerunText.json(diff));
            session.console().out().println(Json.text(result));
            return;
        }
        session.print(options.typeable(RerunText.lines(date, diff)));
        if (dryRun) {
            session.say(DryRun.NOTHING);
        }
    }
}

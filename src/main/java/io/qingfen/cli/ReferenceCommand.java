package io.qingfen.cli;

import io.qingfen.reference.ReferenceCheck;
import io.qingfen.run.Exit;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qingfen reference}: the reference data of a home. */
@Command(name = "reference", header = "Look at the reference data.")
final class ReferenceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which one? qingfen reference check");
    }

    static CommandLine line(Session session) {
        return new CommandLine(new ReferenceCommand()).addSubcommand(new Check(session));
    }

    @Command(
            name = "check",
            header = "Check reference/*.csv and *.yml as the opening of a business date would.",
            description = "Lists every problem with file and line; needs no database and changes nothing.",
            footer = {
                "",
                "Examples:",
                "  qingfen reference check",
                "  qingfen reference check --date 2026-03-02 --home /srv/qingfen --json"
            })
    static final class Check implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Option(
                names = "--date",
                paramLabel = "D",
                description = "As of this business date, yyyy-MM-dd (default: today).")
        private LocalDate date = LocalDate.now();

        Check(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Session.requireHome(options.home());
            ReferenceCheck.Report report =
                    ReferenceCheck.standalone().check(options.home().root(), date);
            int exit = report.isSound() ? Exit.DONE.code() : Exit.USAGE_OR_REFERENCE.code();
            new Problems(session.console()).print(report.problems());
            report.warnings().forEach(warning -> session.say("warning: " + warning));
            if (options.json()) {
                Map<String, Object> result = Json.envelope("reference check", exit, report.problems());
                result.put("businessDate", date.toString());
                result.put("warnings", report.warnings());
                result.put("counts", report.counts());
                session.console().out().println(Json.text(result));
            } else {
                report.counts()
                        .forEach((what, count) ->
                                session.console().out().println(String.format("%10s  %s", Words.grouped(count), what)));
                session.console().out().println(verdict(report));
            }
            return exit;
        }

        private String verdict(ReferenceCheck.Report report) {
            return report.isSound()
                    ? session.console().good("sound") + " on " + date
                    : session.console().bad(Words.counted(report.problems().size(), "problem")) + ", a run of " + date
                            + " would be refused";
        }
    }
}

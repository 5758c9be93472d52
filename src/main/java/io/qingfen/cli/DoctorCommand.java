package io.qingfen.cli;

import io.qingfen.health.Doctor;
import io.qingfen.health.Doctor.Examination;
import io.qingfen.health.Finding;
import io.qingfen.health.Finding.Level;
import io.qingfen.run.Exit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qingfen doctor}: how the installation is. */
@Command(
        name = "doctor",
        header = "Look at clock, disk, database, tables, lease, folders, keys, calendar and notifications.",
        description = "Changes nothing, and needs no database that answers. Each probe says ok, warn or fail, with what"
                + " was seen, why it matters and what to do. Exit 0 when no probe fails, 2 when one does.",
        footer = {
            "",
            "Examples:",
            "  qingfen doctor",
            "  qingfen doctor --home /srv/qingfen --json",
            "  qingfen doctor --disk-need 200"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final long GIGABYTE = 1_000_000_000L;
    private final Session session;

    @Mixin
    private Options options;

    @Option(
            names = "--disk-need",
            paramLabel = "GB",
            defaultValue = "0",
            description = "Gigabytes that must be free for the next night (default: six times the largest input of the"
                    + " last seven dates, at least 1).")
    private int gigabytes;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Session.requireHome(options.home());
        Examination examination = Doctor.standalone().examine(options.home(), Math.max(0, gigabytes) * GIGABYTE);
        Exit exit = examination.isSound() ? Exit.DONE : Exit.USAGE_OR_REFERENCE;
        if (options.json()) {
            json(examination, exit);
        } else {
            examination.findings().forEach(this::tell);
            session.print(List.of(verdict(examination)));
        }
        return exit.code();
    }

    private void tell(Finding finding) {
        Console console = session.console();
        String word = String.format("%-4s", finding.level().name().toLowerCase(Locale.ROOT));
        String level =
                switch (finding.level()) {
                    case OK -> console.good(word);
                    case WARN -> console.strong(word);
                    case FAIL -> console.bad(word);
                };
        console.out().println(level + String.format("  %-14s %s", finding.probe(), finding.what()));
        if (!finding.why().isEmpty()) {
            console.out().println(" ".repeat(21) + "why   " + finding.why());
            console.out().println(" ".repeat(21) + "next  " + options.typeable(finding.next()));
        }
    }

    private String verdict(Examination examination) {
        long failed = count(examination, Level.FAIL);
        long warned = count(examination, Level.WARN);
        String probes = Words.counted(examination.findings().size(), "probe");
        return failed == 0
                ? session.console().good("sound") + ": " + probes + ", " + Words.counted(warned, "warning")
                : session.console().bad(Words.counted(failed, "probe") + " failed") + " of " + probes + ", "
                        + Words.counted(warned, "warning");
    }

    private static long count(Examination examination, Level level) {
        return examination.findings().stream()
                .filter(finding -> finding.level() == level)
                .count();
    }

    private void json(Examination examination, Exit exit) {
        List<String> problems = examination.findings().stream()
                .filter(finding -> finding.level() == Level.FAIL)
                .map(finding -> finding.probe() + ": " + finding.what() + "; " + options.typeable(finding.next()))
                .toList();
        Map<String, Object> result = Json.envelope("doctor", exit.code(), problems);
        result.put("fingerprint", examination.fingerprint());
        result.put(
                "probes",
                examination.findings().stream()
                        .map(finding -> Json.object(
                                "probe", finding.probe(),
                                "level", finding.level().name().toLowerCase(Locale.ROOT),
                                "what", finding.what(),
                                "why", finding.why(),
                                "next", options.typeable(finding.next())))
                        .toList());
        session.console().out().println(Json.text(result));
    }
}

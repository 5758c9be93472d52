package io.qingfen.cli;

import io.qingfen.run.Exit;
import io.qingfen.verify.Check;
import io.qingfen.verify.Report;
import io.qingfen.verify.Verification;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qingfen verify}: proves a closed date again, independently of the night. */
@Command(
        name = "verify",
        header = "Prove a closed date from archived inputs, outputs and tables, by code of its own.",
        description = "Reads every input record, table row, ledger entry and file of the date again and holds them "
                + "against each other. Changes nothing. Each difference names its place and both values.",
        footer = {
            "",
            "Examples:",
            "  qingfen verify --date 2026-03-02",
            "  qingfen verify --date 2026-03-02 --home /srv/qingfen --json"
        })
final class VerifyCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Option(names = "--date", paramLabel = "D", required = true, description = "The business date, yyyy-MM-dd.")
    private LocalDate date;

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Report report;
        try (Engine engine = session.open(options.home())) {
            report = engine.part(Verification.class).of(date);
        }
        Exit exit = report.isProved() ? Exit.DONE : Exit.CONTROL_OPEN;
        new Problems(session.console()).print(report.differences());
        if (options.json()) {
            session.console().out().println(Json.text(json(report, exit)));
        } else {
            print(report);
        }
        return exit.code();
    }

    private void print(Report report) {
        Console console = session.console();
        for (Check check : report.checks()) {
            String verdict = check.isProved() ? console.good("ok ") : console.bad("RED");
            String red = check.isProved() ? "" : "  " + Words.counted(check.red(), "difference");
            // What took no time is not worth a figure, and small dates print the same everywhere.
            String time = check.millis() < 1_000 ? "" : String.format(Locale.ROOT, "  %.1f s", check.millis() / 1000.0);
            console.out()
                    .println(String.format(
                            "  %s %12s  %s%s%s", verdict, Words.grouped(check.compared()), check.name(), time, red));
        }
        console.out()
                .println(
                        report.isProved()
                                ? console.good("proved") + ": " + Words.grouped(report.compared()) + " comparisons of "
                                        + report.businessDate() + " agree"
                                : console.bad("not proved") + ": " + report.businessDate()
                                        + " differs; pay nothing of it before the difference is found");
    }

    private static Map<String, Object> json(Report report, Exit exit) {
        Map<String, Object> result = Json.envelope("verify", exit.code(), report.differences());
        result.put("businessDate", report.businessDate().toString());
        result.put("proved", report.isProved());
        result.put("compared", report.compared());
        result.put("checks", report.checks().stream().map(VerifyCommand::check).toList());
        return result;
    }

    private static Map<String, Object> check(Check check) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", check.name());
        one.put("compared", check.compared());
        one.put("red", check.red());
        one.put("millis", check.millis());
        one.put("differences", List.copyOf(check.differences()));
        return one;
    }
}

package io.qingfen.cli;

import io.qingfen.explain.Explainer;
import io.qingfen.explain.Explainer.Request;
import io.qingfen.explain.Outline;
import io.qingfen.run.Exit;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qingfen explain}: any amount, back to the lines of the input files. */
@Command(
        name = "explain",
        header = "Explain a payout, position, transaction, case or ledger entry, back to the input line.",
        footer = {
            "",
            "Examples:",
            "  qingfen explain P20260302-898310000000001",
            "  qingfen explain 898310000000001 --date 2026-03-02    a merchant's position, paid or not",
            "  qingfen explain C20260302-01-17                      a transaction, or any line of an input file",
            "  qingfen explain K0123456789abcdef0123                a case",
            "  qingfen explain E20260302-0123456789abcdef           a ledger entry",
            "  qingfen explain P20260302-898310000000001 --all --json"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Options options;

    @Parameters(paramLabel = "ID", description = "What to explain, as named by outputs and other commands.")
    private String id;

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "Only this date of a transaction; the date of a merchant's position.")
    private LocalDate date;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Transactions shown below one line (default: 20).")
    private int limit;

    @Option(names = "--all", description = "Every transaction.")
    private boolean all;

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit is a number of transactions, 0 or more");
        }
        Request request = new Request(id, Optional.ofNullable(date), all ? Long.MAX_VALUE : limit);
        try (Engine engine = session.open(options.home())) {
            Explainer explainer = engine.part(Explainer.class);
            if (options.json()) {
                try (ExplanationJson json =
                        new ExplanationJson(session.console().out())) {
                    explainer.explain(request, json);
                }
            } else {
                Outline text = new ExplanationText(session.console());
                explainer.explain(request, text);
            }
        }
        return Exit.DONE.code();
    }
}

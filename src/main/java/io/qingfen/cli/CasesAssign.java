package io.qingfen.cli;

import io.qingfen.review.CaseDecisions;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qingfen cases assign}. */
@Command(
        name = "assign",
        header = "Say who works on a case.",
        footer = {
            "",
            "Examples:",
            "  qingfen cases assign K0123456789abcdef0123 --to mei",
            "  qingfen cases assign K0123456789abcdef0123 --nobody"
        })
final class CasesAssign implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Mixin
    private ActingAs actingAs;

    @Parameters(paramLabel = "ID", description = "The case.")
    private String id;

    @Option(names = "--to", paramLabel = "USER", description = "Who works on it.")
    private String to;

    @Option(names = "--nobody", description = "Nobody in particular.")
    private boolean nobody;

    CasesAssign(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if ((to != null) == nobody) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, "Say who works on it: --to USER, or --nobody");
        }
        try (Engine engine = session.open(options.home())) {
            engine.part(CaseDecisions.class).assign(actingAs.actor(), id, nobody ? "" : to);
        }
        if (options.json()) {
            session.console().out().println(Json.text(Json.envelope("cases assign", Exit.DONE.code(), List.of())));
        } else {
            session.print(List.of(id + (nobody ? "  assigned to nobody" : "  assigned to " + to)));
        }
        return Exit.DONE.code();
    }
}

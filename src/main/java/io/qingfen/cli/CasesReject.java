package io.qingfen.cli;

import io.qingfen.review.CaseDecisions;
import io.qingfen.review.CaseSelections;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qingfen cases reject}. */
@Command(
        name = "reject",
        header = "Give a proposed case, or a selection, back to the queue.",
        footer = {
            "",
            "Examples:",
            "  qingfen cases reject K0123456789abcdef0123 --comment \"ask the merchant first\"",
            "  qingfen cases reject --selection S0123456789abcdef --comment \"one of them differs\""
        })
final class CasesReject implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Mixin
    private ActingAs actingAs;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The case.")
    private String id;

    @Option(names = "--selection", paramLabel = "S", description = "All cases that were proposed together as S.")
    private String selection;

    @Option(names = "--comment", required = true, paramLabel = "TEXT", description = "Why.")
    private String comment;

    CasesReject(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if ((id == null) == (selection == null)) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, "Name one case by its id, or a selection: --selection S");
        }
        try (Engine engine = session.open(options.home())) {
            if (selection != null) {
                engine.part(CaseSelections.class).reject(actingAs.actor(), selection, comment);
            } else {
                engine.part(CaseDecisions.class).reject(actingAs.actor(), id, comment);
            }
        }
        String what = id != null ? id : "selection " + selection;
        if (options.json()) {
            session.console().out().println(Json.text(Json.envelope("cases reject", Exit.DONE.code(), List.of())));
        } else {
            session.print(List.of(what + "  rejected; open again"));
        }
        return Exit.DONE.code();
    }
}

package io.qingfen.cli;

import io.qingfen.review.CaseDecisions;
import io.qingfen.run.Exit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qingfen cases comment}. */
@Command(
        name = "comment",
        header = "Write a remark into the history of a case.",
        footer = {
            "",
            "Examples:",
            "  qingfen cases comment K0123456789abcdef0123 --comment \"merchant sends the slip tomorrow\""
        })
final class CasesComment implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Mixin
    private ActingAs actingAs;

    @Parameters(paramLabel = "ID", description = "The case.")
    private String id;

    @Option(names = "--comment", required = true, paramLabel = "TEXT", description = "The remark.")
    private String comment;

    CasesComment(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Engine engine = session.open(options.home())) {
            engine.part(CaseDecisions.class).comment(actingAs.actor(), id, comment);
        }
        if (options.json()) {
            session.console().out().println(Json.text(Json.envelope("cases comment", Exit.DONE.code(), List.of())));
        } else {
            session.print(List.of(id + "  noted"));
        }
        return Exit.DONE.code();
    }
}

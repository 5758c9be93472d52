package io.qingfen.cli;

import io.qingfen.review.CaseDecisions;
import io.qingfen.review.CaseSelections;
import io.qingfen.review.Effect;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qingfen cases approve}. */
@Command(
        name = "approve",
        header = "Approve what another person proposed; the next night books it.",
        footer = {
            "",
            "Examples:",
            "  qingfen cases approve K0123456789abcdef0123",
            "  qingfen cases approve --selection S0123456789abcdef --count 12 --sum 345.00"
        })
final class CasesApprove implements Callable<Integer> {
    private static final String COMMAND = "cases approve";
    private final Session session;

    @Mixin
    private Options options;

    @Mixin
    private ActingAs actingAs;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The case.")
    private String id;

    @Option(names = "--selection", paramLabel = "S", description = "All cases that were proposed together as S.")
    private String selection;

    @Option(names = "--count", paramLabel = "N", description = "How many cases you approve.")
    private Long count;

    @Option(names = "--sum", paramLabel = "AMOUNT", description = "How much is at stake in them, for example 345.00.")
    private String sum;

    CasesApprove(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if ((id == null) == (selection == null) || (selection != null) != (count != null && sum != null)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Name one case by its id, or a selection with what you expect of it: --selection S --count N --sum"
                            + " AMOUNT");
        }
        try (Engine engine = session.open(options.home())) {
            if (selection != null) {
                CaseSelections selections = engine.part(CaseSelections.class);
                SelectionText.print(
                        session,
                        options,
                        COMMAND,
                        selections.approve(actingAs.actor(), selection, count, sum),
                        "approved");
            } else {
                print(engine.part(CaseDecisions.class).approve(actingAs.actor(), id));
            }
        }
        return Exit.DONE.code();
    }

    private void print(Effect effect) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope(COMMAND, Exit.DONE.code(), List.of());
            result.put("effect", EffectText.json(effect));
            session.console().out().println(Json.text(result));
        } else {
            session.print(List.of(id + "  approved; what the next night books:"));
            session.print(EffectText.of(effect));
        }
    }
}

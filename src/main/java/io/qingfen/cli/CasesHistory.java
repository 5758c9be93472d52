package io.qingfen.cli;

import io.qingfen.review.CaseDecisions;
import io.qingfen.review.CaseDecisions.Act;
import io.qingfen.review.CaseQueue;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code qingfen cases history}. */
@Command(
        name = "history",
        header = "What people and nights did with a case, oldest first.",
        footer = {"", "Examples:", "  qingfen cases history K0123456789abcdef0123"})
final class CasesHistory implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Parameters(paramLabel = "ID", description = "The case.")
    private String id;

    CasesHistory(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Act> acts;
        try (Engine engine = session.open(options.home())) {
            if (engine.part(CaseQueue.class).find(id).isEmpty()) {
                throw new Refusal(Exit.USAGE_OR_REFERENCE, "There is no case " + id + ".");
            }
            acts = engine.part(CaseDecisions.class).history(id);
        }
        if (options.json()) {
            Map<String, Object> result = Json.envelope("cases history", Exit.DONE.code(), List.of());
            result.put("history", acts.stream().map(CaseFile::json).toList());
            session.console().out().println(Json.text(result));
        } else if (acts.isEmpty()) {
            session.say("Nobody did anything with " + id + " yet.");
        } else {
            acts.forEach(act -> session.console().out().println(CaseFile.line(act)));
        }
        return Exit.DONE.code();
    }
}

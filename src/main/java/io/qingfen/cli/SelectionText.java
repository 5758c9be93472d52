package io.qingfen.cli;

import io.qingfen.money.Amounts;
import io.qingfen.review.CaseSelections.Selection;
import io.qingfen.run.Exit;
import java.util.List;
import java.util.Map;

/** A selection of cases for people and machines. */
final class SelectionText {
    private SelectionText() {}

    static void print(Session session, Options options, String command, Selection selection, String done) {
        String sum = Amounts.format(selection.exposureMinor(), selection.currency());
        if (options.json()) {
            Map<String, Object> result = Json.envelope(command, Exit.DONE.code(), List.of());
            result.put(
                    "selection",
                    Json.object(
                            "id", selection.id(),
                            "resolution", selection.resolution().name(),
                            "count", selection.count(),
                            "sum", sum,
                            "currency", selection.currency().code(),
                            "digest", selection.digest()));
            session.console().out().println(Json.text(result));
            return;
        }
        session.print(List.of(
                "selection " + selection.id() + "  " + selection.resolution() + " for "
                        + Words.counted(selection.count(), "case") + ", "
                        + Words.money(
                                selection.exposureMinor(), selection.currency().code()) + " at stake, " + done,
                "  digest  " + selection.digest()));
        if (done.equals("proposed")) {
            session.say(options.typeable("Look at it:             qingfen cases list --selection " + selection.id()));
            session.say(options.typeable("Another person approves: qingfen cases approve --selection " + selection.id()
                    + " --count " + selection.count() + " --sum " + sum));
        }
    }
}

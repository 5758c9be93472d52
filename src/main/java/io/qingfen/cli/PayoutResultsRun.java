package io.qingfen.cli;

import io.qingfen.notifications.Deliveries;
import io.qingfen.payouts.PayoutResults;
import io.qingfen.payouts.PayoutResults.Taken;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code qingfen run payout-results}: takes what banks said, and tells it. */
final class PayoutResultsRun {
    static final String JOB = "payout-results";
    private final Session session;
    private final Options options;

    PayoutResultsRun(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    int take(Actor who) {
        Taken taken;
        try (Engine engine = session.open(options.home())) {
            taken = engine.part(PayoutResults.class).take(who);
            engine.part(Deliveries.class).deliver();
        }
        Exit exit = taken.refused().isEmpty() ? Exit.DONE : Exit.INPUT_REFUSED;
        List<String> problems = new ArrayList<>(taken.refused());
        if (exit == Exit.INPUT_REFUSED) {
            problems.add("nothing of these files was used; they lie in quarantine/ with the reason: put corrected ones"
                    + " into inbox/, then: qingfen run " + JOB);
        }
        problems.replaceAll(options::typeable);
        new Problems(session.console()).print(problems);
        taken.duplicates().forEach(session::say);
        if (options.json()) {
            json(taken, exit, problems);
        } else {
            tell(taken);
        }
        return exit.code();
    }

    /** What would be taken, against the books as they stand. */
    int look() {
        List<PayoutResults.Waiting> waiting;
        try (Engine engine = session.open(options.home())) {
            waiting = engine.part(PayoutResults.class).look();
        }
        List<String> problems = new ArrayList<>();
        waiting.forEach(file -> problems.addAll(file.problems()));
        problems.replaceAll(options::typeable);
        new Problems(session.console()).print(problems);
        if (options.json()) {
            Map<String, Object> result = Json.envelope("run", Exit.DONE.code(), problems);
            result.put("dryRun", true);
            result.put("files", waiting.stream().map(PayoutResultsRun::json).toList());
            session.console().out().println(Json.text(result));
        } else {
            session.print(waiting.stream().map(PayoutResultsRun::told).toList());
            sayNone(waiting.isEmpty());
            session.say(DryRun.NOTHING);
        }
        return Exit.DONE.code();
    }

    private static Map<String, Object> json(PayoutResults.Waiting file) {
        return Json.object(
                "name", file.name(),
                "results", file.results(),
                "changing", file.changing(),
                "cases", file.cases(),
                "problems", file.problems());
    }

    private static String told(PayoutResults.Waiting file) {
        return file.problems().isEmpty()
                ? file.name() + "  " + Words.counted(file.results(), "result") + ", " + file.changing()
                        + " would change a payout, " + Words.counted(file.cases(), "case")
                : file.name() + "  would be put aside: "
                        + Words.counted(file.problems().size(), "problem");
    }

    private void sayNone(boolean none) {
        if (none) {
            session.say("No result files in the inbox (payout-results_yyyyMMdd_NN.csv or .xml).");
        }
    }

    private void tell(Taken taken) {
        for (PayoutResults.File file : taken.files()) {
            session.console()
                    .out()
                    .println(file.name() + "  " + Words.counted(file.results(), "result") + ", " + file.changed()
                            + " changed a payout, " + Words.counted(file.cases().size(), "case"));
            file.cases().forEach(text -> session.console().out().println("  case  " + text));
        }
        sayNone(taken.files().isEmpty()
                && taken.refused().isEmpty()
                && taken.duplicates().isEmpty());
    }

    private void json(Taken taken, Exit exit, List<String> problems) {
        Map<String, Object> result = Json.envelope("run", exit.code(), problems);
        result.put(
                "files",
                taken.files().stream()
                        .map(file -> Json.object(
                                "name", file.name(),
                                "results", file.results(),
                                "changed", file.changed(),
                                "cases", file.cases()))
                        .toList());
        result.put("duplicates", taken.duplicates());
        session.console().out().println(Json.text(result));
    }
}

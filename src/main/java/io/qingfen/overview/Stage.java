package io.qingfen.overview;

import io.qingfen.overview.NightAccounts.StepRun;
import java.util.List;

/** Parts of a night as people follow them from afar, in order; each is one step or two. */
public enum Stage {
    FILES("openBusinessDate", "collectFiles"),
    INTAKE("routeRecords"),
    CLEARING("clearTerminals", "clearFollowUps"),
    SETTLEMENT("settleDeposits", "settleMerchants"),
    PROOF("proveBooks"),
    BANK_FILES("writePayouts"),
    REPORTS("publishReports", "closeBusinessDate");

    private final List<String> steps;

    Stage(String... steps) {
        this.steps = List.of(steps);
    }

    /** Where a stage of one business date is. */
    public enum State {
        DONE,
        RUNNING,
        STOPPED,
        WAITING
    }

    /** Every step of a night, in order. */
    public static List<String> allSteps() {
        return List.of(values()).stream().flatMap(stage -> stage.steps.stream()).toList();
    }

    /** @param runs every attempt of every step of the date, in the order they began */
    public State of(NightAccount.Day day, List<StepRun> runs) {
        if (day.isComplete()) {
            return State.DONE;
        }
        if (day.state().equals("SUPERSEDING")) {
            return State.WAITING;
        }
        return of(runs, day.state().equals("FAILED"));
    }

    private State of(List<StepRun> runs, boolean failed) {
        List<StepRun> own =
                runs.stream().filter(run -> steps.contains(run.step())).toList();
        boolean whole = steps.stream()
                .allMatch(step -> own.stream().anyMatch(run -> run.step().equals(step) && run.completed()));
        if (whole) {
            return State.DONE;
        }
        if (own.isEmpty()) {
            return State.WAITING;
        }
        boolean stopped = failed
                || own.get(own.size() - 1).ended() != null
                        && !own.get(own.size() - 1).completed();
        return stopped ? State.STOPPED : State.RUNNING;
    }
}

package io.qingfen.run.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;

/** What went wrong in the partitions of a step. Spring Batch would only say that something did. */
final class Failures {
    private Failures() {}

    /**
     * Throws the first failure that is not a refusal, else one refusal with the problems of all; returns when no
     * partition failed. The order is that of the executions.
     */
    static void throwFirst(List<StepExecution> executions) {
        List<String> problems = new ArrayList<>();
        Exit exit = null;
        for (StepExecution execution : executions) {
            if (!execution.getStatus().isUnsuccessful()) {
                continue;
            }
            Throwable cause = cause(execution);
            if (!(cause instanceof Refusal refusal)) {
                throw new IllegalStateException(execution.getStepName() + " failed: " + cause, cause);
            }
            exit = exit == null ? refusal.exit() : exit;
            problems.addAll(refusal.problems());
        }
        if (exit != null) {
            throw new Refusal(exit, problems);
        }
    }

    private static Throwable cause(StepExecution execution) {
        return execution.getFailureExceptions().stream()
                .findFirst()
                .orElseGet(() -> new IllegalStateException("ended " + BatchStatus.FAILED + " without a reason"));
    }
}

package io.qingfen.run.batch;

import io.qingfen.run.Home;
import io.qingfen.run.RunContext;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Reads the run from the parameters of its job. */
@Component
final class Runs {
    private final Home home;

    Runs(Home home) {
        this.home = home;
    }

    RunContext of(StepExecution step) {
        JobParameters parameters = step.getJobExecution().getJobParameters();
        return new RunContext(
                parameters.getLocalDate("businessDate"),
                home,
                parameters.getLong("workers").intValue(),
                parameters.getLong("token"),
                "continue".equals(parameters.getString("onRefusedFile")));
    }
}

package io.qingfen.run.batch;

import io.qingfen.run.FaultPoint;
import io.qingfen.run.PartitionWork;
import io.qingfen.run.Progress;
import io.qingfen.run.RunContext;
import io.qingfen.run.StepWork;
import io.qingfen.run.Steps;
import io.qingfen.run.StopSignal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Steps as Spring Batch runs them. Its own records say what was tried; {@link PartitionsDone} says what is done. */
@Component
final class BatchSteps implements Steps {
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Runs runs;
    private final PartitionsDone done;
    private final StopSignal stop;
    private final Progress progress;
    private final PlayedSteps played;
    private final List<StepExecutionListener> afterwards;

    BatchSteps(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Runs runs,
            PartitionsDone done,
            StopSignal stop,
            Progress progress,
            PlayedSteps played,
            List<StepExecutionListener> afterwards) {
        this.repository = repository;
        this.transactions = transactions;
        this.runs = runs;
        this.done = done;
        this.stop = stop;
        this.progress = progress;
        this.played = played;
        this.afterwards = afterwards;
    }

    @Override
    public Step step(String name, StepWork work) {
        played.add(name, work);
        return taskletStep(name, bounds(name), (contribution, chunk) -> {
            RunContext run = runs.of(contribution.getStepExecution());
            done.once(run, name, PartitionsDone.WHOLE, () -> work.run(run));
            FaultPoint.reach(name + ":before-commit");
            return RepeatStatus.FINISHED;
        });
    }

    @Override
    public Step repeatedStep(String name, StepWork work) {
        played.addRepeated(name, work);
        TaskletStep step = taskletStep(name, bounds(name), (contribution, chunk) -> {
            RunContext run = runs.of(contribution.getStepExecution());
            done.again(run, () -> work.run(run));
            FaultPoint.reach(name + ":before-commit");
            return RepeatStatus.FINISHED;
        });
        step.setAllowStartIfComplete(true);
        return step;
    }

    @Override
    public Step partitionedStep(String name, PartitionWork work) {
        played.add(name, work);
        String beforeCommit = name + ".partition:before-commit";
        Step worker = taskletStep(
                name,
                List.of(new Bounds(name + ".partition:before", name + ".partition:after-commit")),
                (contribution, chunk) -> {
                    StepExecution execution = contribution.getStepExecution();
                    String partition = PartitionedStep.partitionOf(execution, name);
                    RunContext run = runs.of(execution);
                    done.once(run, name, partition, () -> work.run(run, partition));
                    FaultPoint.reach(beforeCommit, execution.getStepName());
                    return RepeatStatus.FINISHED;
                });
        PartitionedStep step = new PartitionedStep(repository, transactions, runs, done, progress, name, work, worker);
        bounds(name).forEach(step::registerStepExecutionListener);
        return step;
    }

    private List<StepExecutionListener> bounds(String name) {
        List<StepExecutionListener> bounds = new ArrayList<>(afterwards);
        bounds.add(new Begins());
        bounds.add(new Bounds(name + ":before", name + ":after"));
        return bounds;
    }

    private TaskletStep taskletStep(String name, List<StepExecutionListener> listeners, Tasklet tasklet) {
        TaskletStep step = new TaskletStep(repository);
        step.setName(name);
        step.setTransactionManager(transactions);
        step.setInterruptionPolicy(execution -> stopWhenAsked());
        step.setTasklet(tasklet);
        listeners.forEach(step::registerStepExecutionListener);
        return step;
    }

    private void stopWhenAsked() throws JobInterruptedException {
        if (stop.isRequested()) {
            throw new JobInterruptedException("stopped at a safe point, as asked");
        }
    }

    /** Whoever watches sees the step that runs, and not the last one that counted something. */
    private final class Begins implements StepExecutionListener {
        @Override
        public void beforeStep(StepExecution execution) {
            progress.begin(execution.getStepName());
        }
    }

    /** Where a test can stop the process before a step begins and after it is committed. */
    private record Bounds(String before, String after) implements StepExecutionListener {
        @Override
        public void beforeStep(StepExecution execution) {
            FaultPoint.reach(before, execution.getStepName());
        }

        @Override
        public org.springframework.batch.core.ExitStatus afterStep(StepExecution execution) {
            FaultPoint.reach(after, execution.getStepName());
            return execution.getExitStatus();
        }
    }
}

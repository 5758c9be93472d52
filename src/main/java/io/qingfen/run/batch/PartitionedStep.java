package io.qingfen.run.batch;

import io.qingfen.run.FaultPoint;
import io.qingfen.run.PartitionWork;
import io.qingfen.run.Progress;
import io.qingfen.run.RunContext;
import io.qingfen.run.RunLog;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.PartitionStep;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.partition.support.DefaultStepExecutionAggregator;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A step whose partitions run on the run's threads, then its finish, once. */
final class PartitionedStep extends PartitionStep {
    private final JobRepository repository;
    private final TransactionTemplate transaction;
    private final Runs runs;
    private final PartitionsDone done;
    private final Progress progress;
    private final PartitionWork work;
    private final Step worker;

    PartitionedStep(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Runs runs,
            PartitionsDone done,
            Progress progress,
            String name,
            PartitionWork work,
            Step worker) {
        super(repository);
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
        this.runs = runs;
        this.done = done;
        this.progress = progress;
        this.work = work;
        this.worker = worker;
        setName(name);
        setStepExecutionSplitter(new PartitionsOfRun());
        setPartitionHandler(this::handle);
        setStepExecutionAggregator(this::aggregate);
    }

    /** From the name of its execution, which exists before its context does: a crash in between loses nothing. */
    static String partitionOf(StepExecution execution, String step) {
        return execution.getStepName().substring(step.length() + 1);
    }

    private Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(runs.of(manager).workers());
        try {
            // In order, so that rows of neighbours come to stand together in the tables: Batch gives them in none.
            Set<StepExecution> executions = new LinkedHashSet<>(sorted(splitter.split(manager, 1)));
            AtomicInteger finished = new AtomicInteger();
            TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
            handler.setStep(worker);
            handler.setTaskExecutor(task -> threads.execute(RunLog.carried(() -> {
                task.run();
                progress.report(getName(), "partitions", finished.incrementAndGet(), executions.size());
            })));
            Collection<StepExecution> all = handler.handle(new AlreadySplit(getName(), executions), manager);
            // the last report is told before the next step begins
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.MINUTES);
            return all;
        } finally {
            threads.shutdown();
        }
    }

    private void aggregate(StepExecution manager, Collection<StepExecution> executions) {
        new DefaultStepExecutionAggregator().aggregate(manager, executions);
        Failures.throwFirst(sorted(executions));
        if (executions.stream().anyMatch(execution -> execution.getStatus() == BatchStatus.STOPPED)) {
            manager.setTerminateOnly();
            return;
        }
        RunContext run = runs.of(manager);
        transaction.executeWithoutResult(status -> finish(run));
    }

    private void finish(RunContext run) {
        try {
            done.once(run, getName(), PartitionsDone.WHOLE, () -> work.finish(run));
            FaultPoint.reach(getName() + ".finish:before-commit");
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(getName() + ": finish failed: " + failed.getMessage(), failed);
        }
    }

    private static List<StepExecution> sorted(Collection<StepExecution> executions) {
        return executions.stream()
                .sorted(Comparator.comparing(StepExecution::getStepName))
                .toList();
    }

    /** Asks for the partitions when the step runs, since only then the run is known. */
    private final class PartitionsOfRun implements StepExecutionSplitter {
        @Override
        public String getStepName() {
            return getName();
        }

        @Override
        public Set<StepExecution> split(StepExecution manager, int gridSize) throws JobExecutionException {
            List<String> names = partitions(runs.of(manager));
            return new SimpleStepExecutionSplitter(repository, getName(), size -> contexts(names))
                    .split(manager, gridSize);
        }

        private List<String> partitions(RunContext run) throws JobExecutionException {
            try {
                return work.partitions(run);
            } catch (RuntimeException failed) {
                throw failed;
            } catch (Exception failed) {
                throw new JobExecutionException(getName() + ": partitions unknown: " + failed.getMessage(), failed);
            }
        }

        private static Map<String, ExecutionContext> contexts(List<String> names) {
            Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
            names.forEach(name -> contexts.put(name, new ExecutionContext()));
            return contexts;
        }
    }

    private record AlreadySplit(String stepName, Set<StepExecution> executions) implements StepExecutionSplitter {
        @Override
        public String getStepName() {
            return stepName;
        }

        @Override
        public Set<StepExecution> split(StepExecution manager, int gridSize) {
            return executions;
        }
    }
}

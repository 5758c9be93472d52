package io.qingfen.nightly;

import io.qingfen.run.Exit;
import io.qingfen.run.Progress;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease;
import io.qingfen.run.RunLog;
import io.qingfen.run.StopSignal;
import io.qingfen.schedule.JobDefinition;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** One date's job under a lease that the caller holds. */
@Component
class NightRun {
    private static final Logger LOG = LoggerFactory.getLogger(NightRun.class);
    private final Job job;
    private final JobOperator operator;
    private final JobRepository repository;
    private final StopSignal stop;
    private final JobDefinition definition;
    private final RunsInProgress inProgress;
    private final SupersededDates superseded;
    private final RunLease lease;
    private final Progress progress;

    NightRun(
            Job nightlySettlement,
            JobOperator operator,
            JobRepository repository,
            StopSignal stop,
            JobDefinition definition,
            RunsInProgress inProgress,
            SupersededDates superseded,
            RunLease lease,
            Progress progress) {
        this.job = nightlySettlement;
        this.operator = operator;
        this.repository = repository;
        this.stop = stop;
        this.definition = definition;
        this.inProgress = inProgress;
        this.superseded = superseded;
        this.lease = lease;
        this.progress = progress;
        requireSameSteps();
    }

    /** The steps of a definition are read by people; one that tells another night than this must not be believed. */
    private void requireSameSteps() {
        boolean same = job instanceof AbstractJob night
                && List.copyOf(night.getStepNames()).equals(definition.steps());
        if (!same) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "jobs/" + definition.name() + ".yml: its steps are not those of the program, in their order; take"
                            + " them from the shipped definition");
        }
    }

    List<String> steps() {
        return definition.steps();
    }

    /**
     * Runs or continues the job; a transient fault of the database or the disk is tried again as the job's definition
     * says, from where it is.
     *
     * @throws Refusal when it does not come to its end
     */
    void execute(LocalDate date, int workers, long token) {
        inProgress.begin();
        RunLog.Mark named = RunLog.of(job.getName(), date, token);
        try {
            List<Integer> pauses = definition.retryAfterSeconds();
            for (int attempt = 0; ; attempt++) {
                Refusal refusal = attempt(date, workers, token);
                if (refusal == null) {
                    return;
                }
                requireNotOvertaken(token, refusal);
                if (refusal.exit() != Exit.TRANSIENT || attempt >= pauses.size() || stop.isRequested()) {
                    throw refusal;
                }
                tell(attempt, pauses, refusal);
                pause(pauses.get(attempt), refusal);
            }
        } finally {
            named.close();
            inProgress.end();
        }
    }

    /**
     * Whoever was cut off while it slept may wake in any statement of Spring Batch's own records, which the successor
     * has closed meanwhile; that the date has another writer is the reason then, whatever the symptom.
     */
    private void requireNotOvertaken(long token, Refusal refusal) {
        try {
            lease.require(token);
        } catch (Refusal overtaken) {
            overtaken.addSuppressed(refusal);
            throw overtaken;
        } catch (DataAccessException away) {
            refusal.addSuppressed(away);
        }
    }

    /**
     * Marks what a dead process left as running, so that it can be continued. Spring Batch does not look whether the
     * run is dead; the lease that the caller holds says so. An execution of unknown state is marked as well: what is
     * done stands in {@code partition_done}, not in Spring Batch's records.
     * An instance that died before its first execution was recorded would be refused for ever: it is recorded anew.
     */
    private void recoverWhatDied(LocalDate date) {
        JobInstance instance = repository.getJobInstance(job.getName(), identity(date));
        if (instance == null) {
            return;
        }
        List<JobExecution> executions = repository.getJobExecutions(instance);
        if (executions.isEmpty()) {
            repository.deleteJobInstance(instance);
        }
        executions.forEach(this::markAsDead);
    }

    /** Steps of an ended run too: the database may have been away for their last record and back for that of the run. */
    private void markAsDead(JobExecution execution) {
        boolean runs = execution.getStatus().isRunning();
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN
                    || !runs && step.getStatus().isRunning()) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (runs) {
            operator.recover(execution);
        } else if (execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.FAILED);
            repository.update(execution);
        }
    }

    /** Null when the night is complete. */
    private Refusal attempt(LocalDate date, int workers, long token) {
        try {
            lease.require(token);
            recoverWhatDied(date);
            JobParameters parameters = new JobParametersBuilder(identity(date))
                    .addLong("workers", (long) workers, false)
                    .addLong("token", token, false)
                    .addString("onRefusedFile", definition.onRefusedFile(), false)
                    .toJobParameters();
            JobExecution execution = operator.start(job, parameters);
            return switch (execution.getStatus()) {
                case COMPLETED -> null;
                case STOPPED -> stopped(date);
                default -> NightFailure.of(date, execution);
            };
        } catch (JobExecutionException | RuntimeException failed) {
            return NightFailure.of(date, failed);
        }
    }

    /** A date that is run again is another instance of the job; without re-runs the date is all. */
    private JobParameters identity(LocalDate date) {
        JobParametersBuilder identity = new JobParametersBuilder().addLocalDate("businessDate", date);
        long generation = superseded.generation(date);
        return generation == 1
                ? identity.toJobParameters()
                : identity.addLong("generation", generation).toJobParameters();
    }

    private static Refusal stopped(LocalDate date) {
        return new Refusal(
                Exit.INTERRUPTED,
                "business date " + date + ": stopped at a safe point, everything done so far is kept; continue:"
                        + " qingfen restart --date " + date);
    }

    private static void tell(int attempt, List<Integer> pauses, Refusal refusal) {
        String why =
                refusal.problems().get(0).lines().findFirst().orElse("").replaceFirst("; the cause may pass.*", "");
        LOG.warn("{}; tried again in {} s, {} of {}", why, pauses.get(attempt), attempt + 1, pauses.size());
    }

    private void pause(int seconds, Refusal refusal) {
        progress.begin("pause of " + seconds + " s before the next try");
        try {
            for (int second = 0; second < seconds && !stop.isRequested(); second++) {
                Thread.sleep(1000);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw refusal;
        }
    }
}

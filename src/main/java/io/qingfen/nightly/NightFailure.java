package io.qingfen.nightly;

import io.qingfen.run.Exit;
import io.qingfen.run.PassingFault;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** What stopped a night, as a refusal with its exit code. */
final class NightFailure {
    private static final Logger LOG = LoggerFactory.getLogger(NightFailure.class);

    private NightFailure() {}

    /** The first step that failed speaks; a partitioned step speaks for its partitions. */
    static Refusal of(LocalDate date, JobExecution execution) {
        return execution.getStepExecutions().stream()
                .filter(step -> !step.getStepName().contains(":"))
                .filter(step -> !step.getFailureExceptions().isEmpty())
                .findFirst()
                .map(step -> of(date, step))
                .orElseGet(() -> of(
                        date,
                        execution.getAllFailureExceptions().stream()
                                .findFirst()
                                .orElseGet(() -> new IllegalStateException("ended " + execution.getStatus()))));
    }

    private static Refusal of(LocalDate date, StepExecution step) {
        return of(
                date, "step " + step.getStepName(), step.getFailureExceptions().get(0));
    }

    static Refusal of(LocalDate date, Throwable failure) {
        return of(date, "the night", failure);
    }

    private static Refusal of(LocalDate date, String where, Throwable failure) {
        Optional<Refusal> refusal = chain(failure)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean passing = chain(failure).anyMatch(NightFailure::isTransient);
        if (!passing) {
            LOG.error("business date {}: {} failed", date, where, failure);
        }
        Throwable root = chain(failure).reduce((outer, inner) -> inner).orElse(failure);
        String what = "business date " + date + ": " + where + " failed: "
                + root.getClass().getSimpleName() + ": " + root.getMessage();
        String next = passing ? "; the cause may pass, then: " : "; what is done is kept, after mending the cause: ";
        Refusal told =
                new Refusal(passing ? Exit.TRANSIENT : Exit.FAILED, what + next + "qingfen restart --date " + date);
        told.initCause(failure);
        return told;
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean isTransient(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return PassingFault.is(sql);
        }
        if (failure instanceof IOException io) {
            return String.valueOf(io.getMessage()).contains("No space left on device");
        }
        return failure instanceof TransientDataAccessException || failure instanceof RecoverableDataAccessException;
    }
}

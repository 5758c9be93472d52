package io.qingfen.run.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refuses to start unless the job repository lives in the books' database and joins the books' transactions. Proved by
 * doing, not by looking at types: a row that an open transaction has inserted and nobody has committed is seen through
 * the repository only when it reads over the same connection.
 */
@Component
@Lazy(false)
final class JobRepositoryCheck implements InitializingBean {
    private static final long PROBE = -1;
    private final JobRepository repository;
    private final JdbcClient books;
    private final TransactionTemplate transaction;

    JobRepositoryCheck(JobRepository repository, JdbcClient books, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.books = books;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterPropertiesSet() {
        boolean same = Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            books.sql("insert into batch_job_instance (job_instance_id, version, job_name, job_key)"
                            + " values (?, 0, 'probe', 'probe')")
                    .param(PROBE)
                    .update();
            JobInstance seen = repository.getJobInstance(PROBE);
            return seen != null;
        }));
        if (!same) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "job repository: does not share the database and transactions of the books, so a restart could not"
                            + " be trusted; use the configuration that ships with Qingfen");
        }
    }
}

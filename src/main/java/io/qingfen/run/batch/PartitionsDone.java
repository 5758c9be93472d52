package io.qingfen.run.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import io.qingfen.run.RunLease;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What of a date's work is done, in the same transaction as the work itself. Position is kept here and not in Spring
 * Batch's execution context, which a crash in a restart before its first commit forgets.
 *
 * <p>The lease is read, not locked: a row lock would make partitions wait for each other and for the heartbeat. It is
 * read when a transaction begins and again by the insert that ends it; should it be lost between that insert and the
 * commit, the primary key lets only one of two runs commit a partition, and both would commit the same rows.
 */
@Component
final class PartitionsDone {
    /** Name of the part of a step that is not one of its partitions. */
    static final String WHOLE = "*";

    private final JdbcClient jdbc;
    private final RunLease lease;

    PartitionsDone(JdbcClient jdbc, RunLease lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    /** Work that may throw anything. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Does the work and marks it done; does nothing when it is done. Call within a transaction. */
    void once(RunContext run, String step, String partition, Work work) throws Exception {
        lease.require(run.token());
        if (!isDone(run, step, partition)) {
            work.run();
            mark(run, step, partition);
        }
    }

    /** Does the work, whether or not it was done before. Call within a transaction. */
    void again(RunContext run, Work work) throws Exception {
        lease.require(run.token());
        work.run();
        lease.require(run.token());
    }

    private boolean isDone(RunContext run, String step, String partition) {
        return jdbc.sql("select count(*) from partition_done"
                                + " where business_date = ? and step = ? and partition_name = ?")
                        .params(run.businessDate(), step, partition)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void mark(RunContext run, String step, String partition) {
        int marked = jdbc.sql("insert into partition_done (business_date, step, partition_name, token, done_at)"
                        + " select cast(? as date), ?, ?, token, current_timestamp from run_lease"
                        + " where name = 'nightly-settlement' and token = ?")
                .params(run.businessDate(), step, partition, run.token())
                .update();
        if (marked == 0) {
            throw new Refusal(
                    Exit.LEASE_HELD,
                    "run lease: another run took over while " + step + " " + partition
                            + " worked; its work is rolled back, the other run does it");
        }
    }
}

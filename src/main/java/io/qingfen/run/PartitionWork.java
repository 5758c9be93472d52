package io.qingfen.run;

import java.util.List;

/**
 * The work of a partitioned step. Each partition runs in one database transaction, which also marks it done: after a
 * crash a partition has happened completely or not at all. Files it writes must be complete-or-absent and the same
 * bytes when written again.
 */
public interface PartitionWork {
    /** Names of the partitions, the same on every call of a run; asked before the first partition starts. */
    List<String> partitions(RunContext run) throws Exception;

    /** Runs in its own transaction, concurrently with other partitions. */
    void run(RunContext run, String partition) throws Exception;

    /** Runs once, in its own transaction, when every partition is done; may refuse by throwing. */
    default void finish(RunContext run) throws Exception {}
}

package io.qingfen.run;

import java.util.List;

/** The night without its framework: for looking at what a run would give, in a transaction that is rolled back. */
public interface Rehearsal {
    /**
     * Does the work of these steps in their order, all partitions one after the other, in the caller's transaction and
     * thread. Steps that are marked done are skipped, like in a run.
     */
    void play(RunContext run, List<String> steps) throws Exception;
}

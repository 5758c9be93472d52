package io.qingfen.run;

/** The work of a step that is not partitioned; runs in one database transaction that also marks the step done. */
@FunctionalInterface
public interface StepWork {
    void run(RunContext run) throws Exception;
}

package io.qingfen.run;

import org.springframework.batch.core.step.Step;

/** Makes the night's steps from work: bookkeeping, lease check and transaction are the same for all. */
public interface Steps {
    Step step(String name, StepWork work);

    /** Repeated on every start and restart, even when it completed before; for work that looks before it acts. */
    Step repeatedStep(String name, StepWork work);

    Step partitionedStep(String name, PartitionWork work);
}

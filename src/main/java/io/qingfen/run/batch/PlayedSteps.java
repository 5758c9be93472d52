package io.qingfen.run.batch;

import io.qingfen.run.PartitionWork;
import io.qingfen.run.Rehearsal;
import io.qingfen.run.RunContext;
import io.qingfen.run.StepWork;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Keeps the work of every step that was made, to play it without Spring Batch. */
@Component
final class PlayedSteps implements Rehearsal {
    private final PartitionsDone done;
    private final Map<String, StepWork> byName = new ConcurrentHashMap<>();

    PlayedSteps(PartitionsDone done) {
        this.done = done;
    }

    void add(String name, StepWork work) {
        byName.put(name, run -> done.once(run, name, PartitionsDone.WHOLE, () -> work.run(run)));
    }

    void addRepeated(String name, StepWork work) {
        byName.put(name, run -> done.again(run, () -> work.run(run)));
    }

    void add(String name, PartitionWork work) {
        byName.put(name, run -> {
            for (String partition : work.partitions(run)) {
                done.once(run, name, partition, () -> work.run(run, partition));
            }
            done.once(run, name, PartitionsDone.WHOLE, () -> work.finish(run));
        });
    }

    @Override
    public void play(RunContext run, List<String> steps) throws Exception {
        for (String step : steps) {
            StepWork work = byName.get(step);
            if (work == null) {
                throw new IllegalStateException("no step has the name " + step);
            }
            work.run(run);
        }
    }
}

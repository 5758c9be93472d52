package io.qingfen.console;

import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccounts.StepRun;
import io.qingfen.overview.Stage;
import io.qingfen.overview.StepFlow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Steps of a night over time. Bars are placed in thousandths of the time from the first start to the last end; pauses
 * between two attempts count, since a night that waited for a person took that long.
 */
final class StepTimeline {
    private static final long WHOLE = 1000;

    private StepTimeline() {}

    /**
     * One attempt of a step.
     *
     * @param state a step that never ended runs only while its date does; in another date its process died
     * @param x where its bar begins
     * @param width of its bar, at least 2, so that it is seen
     * @param usual where the bar would end if it took as long as usual; 0 when nobody knows
     */
    record Bar(StepRun run, StepFlow flow, Stage.State state, long x, long width, long usual) {}

    static List<Bar> of(List<StepRun> runs, NightAccount night, Map<String, Duration> usual) {
        List<Bar> bars = new ArrayList<>();
        if (runs.isEmpty()) {
            return bars;
        }
        boolean running = night.day().state().equals("OPEN");
        Instant now = Instant.now();
        Instant first = runs.get(0).started();
        Instant last = runs.stream()
                .map(run -> end(run, running, now))
                .max(Comparator.naturalOrder())
                .orElse(now);
        long whole = Math.max(1, Duration.between(first, last).toMillis());
        for (StepRun run : runs) {
            long begin = Duration.between(first, run.started()).toMillis();
            long took = Duration.between(run.started(), end(run, running, now)).toMillis();
            Duration expected = usual.get(run.step());
            long mark = expected == null ? 0 : Math.min(WHOLE, (begin + expected.toMillis()) * WHOLE / whole);
            long x = Math.min(WHOLE - 2, begin * WHOLE / whole);
            long width = Math.max(2, Math.min(WHOLE - x, took * WHOLE / whole));
            bars.add(new Bar(run, StepFlow.of(run.step(), night), state(run, running), x, width, mark));
        }
        return bars;
    }

    /** When a step ended whose process died, nobody knows. */
    private static Instant end(StepRun run, boolean running, Instant now) {
        return run.ended() != null ? run.ended() : running ? now : run.started();
    }

    private static Stage.State state(StepRun run, boolean running) {
        if (run.completed()) {
            return Stage.State.DONE;
        }
        return run.ended() == null && running ? Stage.State.RUNNING : Stage.State.STOPPED;
    }
}

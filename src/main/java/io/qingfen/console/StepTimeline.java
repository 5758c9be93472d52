package io.qingfen.console;

import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccounts.StepRun;
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
     * @param x where its bar begins
     * @param width of its bar, at least 2, so that it is seen
     * @param usual where the bar would end if it took as long as usual; 0 when nobody knows
     */
    record Bar(StepRun run, StepFlow flow, long x, long width, long usual) {}

    static List<Bar> of(List<StepRun> runs, NightAccount night, Map<String, Duration> usual) {
        List<Bar> bars = new ArrayList<>();
        if (runs.isEmpty()) {
            return bars;
        }
        Instant first = runs.get(0).started();
        Instant now = Instant.now();
        Instant last = runs.stream()
                .map(run -> run.ended() == null ? now : run.ended())
                .max(Comparator.naturalOrder())
                .orElse(now);
        long whole = Math.max(1, Duration.between(first, last).toMillis());
        runs.forEach(
                run -> bars.add(bar(run, StepFlow.of(run.step(), night), usual.get(run.step()), first, now, whole)));
        return bars;
    }

    private static Bar bar(StepRun run, StepFlow flow, Duration expected, Instant first, Instant now, long whole) {
        long begin = Duration.between(first, run.started()).toMillis();
        long took = Duration.between(run.started(), run.ended() == null ? now : run.ended())
                .toMillis();
        long end = expected == null ? 0 : Math.min(WHOLE, (begin + expected.toMillis()) * WHOLE / whole);
        long x = Math.min(WHOLE - 2, begin * WHOLE / whole);
        return new Bar(run, flow, x, Math.max(2, Math.min(WHOLE - x, took * WHOLE / whole)), end);
    }
}

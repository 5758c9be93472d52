package io.qingfen.overview;

import io.qingfen.overview.NightAccounts.Position;
import io.qingfen.overview.NightAccounts.StepRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a night is and how long it still takes, weighed by what its steps took on earlier nights. What is done stays
 * done when a night is continued, so the share does not fall.
 *
 * @param thousandths of the whole night that are done
 * @param left empty when no earlier night tells
 * @param recordsPerSecond of the running step, 0 when nothing is known yet
 */
public record Pace(int thousandths, Optional<Duration> left, long recordsPerSecond) {
    private static final int WHOLE = 1000;

    /**
     * @param order names of all steps
     * @param runs every attempt of the date
     * @param position of the running step, empty between two steps
     * @param usual what each step took on earlier nights
     */
    public static Pace of(
            List<String> order,
            List<StepRun> runs,
            Optional<Position> position,
            Map<String, Duration> usual,
            Instant now) {
        long whole = 0;
        long done = 0;
        long left = 0;
        for (String step : order) {
            long weight = usual.getOrDefault(step, Duration.ofSeconds(1)).toMillis() + 1;
            whole += weight;
            Optional<Position> here = position.filter(one -> one.step().equals(step));
            if (runs.stream().anyMatch(run -> run.step().equals(step) && run.completed())) {
                done += weight;
            } else if (here.isPresent()) {
                done += part(weight, here.get());
                left += left(weight, here.get(), now);
            } else {
                left += weight;
            }
        }
        return new Pace(
                (int) (done * WHOLE / whole),
                usual.isEmpty() ? Optional.empty() : Optional.of(Duration.ofMillis(left)),
                position.map(one -> rate(one, now)).orElse(0L));
    }

    private static long part(long weight, Position position) {
        return position.partitions() == 0
                ? 0
                : weight * Math.min(position.partitionsDone(), position.partitions()) / position.partitions();
    }

    /** By the pace of this attempt as soon as it has one. */
    private static long left(long weight, Position position, Instant now) {
        long elapsed = elapsed(position, now);
        long open = position.partitions() - position.partitionsDone();
        if (position.partitionsNow() > 0 && position.partitions() > 0) {
            return open <= 0 ? 0 : elapsed * open / position.partitionsNow();
        }
        return Math.max(0, weight - elapsed);
    }

    private static long rate(Position position, Instant now) {
        return position.partitions() == 0
                ? 0
                : position.records() * position.partitionsNow() / position.partitions() * 1000 / elapsed(position, now);
    }

    private static long elapsed(Position position, Instant now) {
        return Math.max(1, Duration.between(position.started(), now).toMillis());
    }
}

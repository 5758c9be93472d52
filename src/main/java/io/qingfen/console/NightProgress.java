package io.qingfen.console;

import io.qingfen.overview.NightAccounts;
import io.qingfen.overview.NightAccounts.Position;
import io.qingfen.overview.NightAccounts.Rerun;
import io.qingfen.overview.NightHours;
import io.qingfen.overview.Pace;
import io.qingfen.overview.Stage;
import io.qingfen.run.OnlyServing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How far the running night is, as it was told before: the share does not fall and the remaining time does not grow,
 * whichever page asks. Where a night turns out slower than its earlier ones the time stands still until it is true again.
 */
@OnlyServing
@Component
class NightProgress {
    private static final int NEARLY_DONE = 900;
    private final NightAccounts accounts;
    private final NightHours hours;
    private Told told = new Told(null, 0, 0, Duration.ZERO);

    NightProgress(NightAccounts accounts, NightHours hours) {
        this.accounts = accounts;
        this.hours = hours;
    }

    private record Told(LocalDate date, int generation, int thousandths, Duration left) {}

    /**
     * What a page shows.
     *
     * @param position null between two steps
     * @param left null when no earlier night tells
     */
    record Look(LocalDate date, Position position, int thousandths, Duration left, long recordsPerSecond) {
        public String percent() {
            return thousandths / 10 + "." + thousandths % 10;
        }

        /** Whether all the time of earlier nights is over and much is left to do: "0 s left" would be no answer. */
        public boolean late() {
            return left != null && left.toSeconds() == 0 && thousandths < NEARLY_DONE;
        }
    }

    /** @param date one that is open */
    Look look(LocalDate date) {
        Optional<Position> position = accounts.position(date);
        // Steps carry the time of this machine, whatever clock the schedule follows.
        Instant now = Instant.now();
        Pace pace = Pace.of(Stage.allSteps(), accounts.steps(date), position, hours.usual(date), now);
        Told shown = tell(date, accounts.rerun(date).map(Rerun::generation).orElse(1), pace);
        return new Look(
                date,
                position.orElse(null),
                shown.thousandths(),
                pace.left().isEmpty() ? null : shown.left(),
                pace.recordsPerSecond());
    }

    private synchronized Told tell(LocalDate date, int generation, Pace pace) {
        Duration left = pace.left().orElse(Duration.ZERO);
        boolean same = date.equals(told.date()) && generation == told.generation();
        told = same
                ? new Told(
                        date,
                        generation,
                        Math.max(told.thousandths(), pace.thousandths()),
                        told.left().compareTo(left) < 0 ? told.left() : left)
                : new Told(date, generation, pace.thousandths(), left);
        return told;
    }
}

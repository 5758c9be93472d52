package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.console.NightProgress.Look;
import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccounts;
import io.qingfen.overview.NightHours;
import io.qingfen.overview.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NightProgressTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 3);

    private long done;
    private int generation = 1;
    private Duration usual = Duration.ofSeconds(100);
    private Instant started = Instant.now().minusSeconds(10);

    private final NightAccounts accounts = new NightAccounts() {
        @Override
        public List<Headline> latest(int dates) {
            return List.of();
        }

        @Override
        public Optional<NightAccount> of(LocalDate date) {
            return Optional.empty();
        }

        @Override
        public List<StepRun> steps(LocalDate date) {
            return List.of();
        }

        @Override
        public Optional<Position> position(LocalDate date) {
            return Optional.of(new Position("routeRecords", started, done, done, 10, 1_000));
        }

        @Override
        public Optional<Rerun> rerun(LocalDate date) {
            return generation == 1 ? Optional.empty() : Optional.of(new Rerun(generation, "li.na", "late file"));
        }
    };

    private final NightProgress progress = new NightProgress(accounts, new NightHours() {
        @Override
        public Map<LocalDate, Hours> since(LocalDate date) {
            return Map.of();
        }

        @Override
        public Map<String, Duration> usual(LocalDate before) {
            Map<String, Duration> all = new HashMap<>();
            Stage.allSteps().forEach(step -> all.put(step, usual));
            return all;
        }
    });

    @Test
    void neverRunsBackwards() {
        done = 6;
        Look before = progress.look(DATE);
        done = 2;
        usual = Duration.ofSeconds(900);
        Look after = progress.look(DATE);
        assertThat(after.thousandths()).isEqualTo(before.thousandths());
        assertThat(after.left()).isEqualTo(before.left());
        done = 9;
        usual = Duration.ofSeconds(50);
        assertThat(progress.look(DATE).thousandths()).isGreaterThan(before.thousandths());
        assertThat(progress.look(DATE).left()).isLessThan(before.left());
    }

    @Test
    void saysSoWhenItTakesLongerThanEarlierNights() {
        assertThat(new Look(DATE, null, 470, Duration.ofMillis(400), 0).late()).isTrue();
        assertThat(new Look(DATE, null, 470, Duration.ofSeconds(4), 0).late()).isFalse();
        assertThat(new Look(DATE, null, 990, Duration.ZERO, 0).late()).isFalse();
        assertThat(new Look(DATE, null, 0, null, 0).late()).isFalse();
    }

    @Test
    void beginsAnewWithAnotherDateAndWithARerun() {
        done = 9;
        int high = progress.look(DATE).thousandths();
        done = 0;
        assertThat(progress.look(DATE.plusDays(1)).thousandths()).isLessThan(high);
        progress.look(DATE);
        done = 9;
        progress.look(DATE);
        generation = 2;
        done = 0;
        assertThat(progress.look(DATE).thousandths()).isLessThan(high);
    }
}

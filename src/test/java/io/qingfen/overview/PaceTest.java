package io.qingfen.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.overview.NightAccounts.Position;
import io.qingfen.overview.NightAccounts.StepRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant THREE = Instant.parse("2026-03-03T19:00:00Z");
    private static final List<String> ORDER = List.of("a", "b", "c");
    /** With the millisecond that every step weighs at least: 100, 800 and 100 s of 1000. */
    private static final Map<String, Duration> USUAL =
            Map.of("a", Duration.ofMillis(99_999), "b", Duration.ofMillis(799_999), "c", Duration.ofMillis(99_999));

    private static StepRun done(String step) {
        return new StepRun(step, "COMPLETED", THREE, THREE.plusSeconds(1));
    }

    private static Optional<Position> b(long done, long now) {
        return Optional.of(new Position("b", THREE, done, now, 16, 160_000));
    }

    @Test
    void weighsStepsByWhatTheyTookOnEarlierNights() {
        Pace pace = Pace.of(ORDER, List.of(done("a")), b(4, 4), USUAL, THREE.plusSeconds(100));
        assertThat(pace.thousandths()).isEqualTo(100 + 800 * 4 / 16);
        assertThat(pace.left()).contains(Duration.ofSeconds(300 + 100));
        assertThat(pace.recordsPerSecond()).isEqualTo(160_000 / 4 / 100);
    }

    @Test
    void saysNothingAboutTheTimeLeftOfAFirstNight() {
        assertThat(Pace.of(ORDER, List.of(done("a")), b(4, 4), Map.of(), THREE.plusSeconds(1))
                        .left())
                .isEmpty();
    }

    @Test
    void whatIsDoneStaysDoneWhenTheNightIsContinued() {
        List<StepRun> runs = new ArrayList<>(List.of(done("a"), new StepRun("b", "FAILED", THREE, THREE)));
        int before = Pace.of(ORDER, runs, b(9, 9), USUAL, THREE.plusSeconds(9)).thousandths();
        runs.add(new StepRun("a", "STARTED", THREE, null));
        runs.add(new StepRun("b", "STARTED", THREE, null));
        Pace after = Pace.of(ORDER, runs, b(9, 0), USUAL, THREE.plusSeconds(9));
        assertThat(after.thousandths()).isEqualTo(before);
        assertThat(after.recordsPerSecond()).isZero();
    }

    @Test
    void aStepThatTakesLongerThanUsualHasNoTimeLeftOfItsOwn() {
        assertThat(Pace.of(ORDER, List.of(done("a")), b(0, 0), USUAL, THREE.plusSeconds(9_000))
                        .left())
                .contains(Duration.ofSeconds(100));
    }

    @Test
    void anEndedNightIsWhole() {
        Pace pace = Pace.of(ORDER, List.of(done("a"), done("b"), done("c")), Optional.empty(), USUAL, THREE);
        assertThat(pace.thousandths()).isEqualTo(1000);
        assertThat(pace.left()).contains(Duration.ZERO);
    }
}

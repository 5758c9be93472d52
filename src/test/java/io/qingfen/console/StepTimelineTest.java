package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.console.StepTimeline.Bar;
import io.qingfen.overview.Flow;
import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccount.Day;
import io.qingfen.overview.NightAccounts.StepRun;
import io.qingfen.overview.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepTimelineTest {
    private static final Instant THREE = Instant.parse("2026-03-03T19:00:00Z");

    private static List<Bar> of(String state, StepRun... runs) {
        NightAccount night = new NightAccount(
                new Day(LocalDate.of(2026, 3, 3), state, ""),
                List.of(),
                List.of(),
                List.of(),
                new Flow(List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return StepTimeline.of(List.of(runs), night, Map.of("routeRecords", Duration.ofSeconds(20)));
    }

    private static StepRun run(String step, String status, long from, Long to) {
        return new StepRun(step, status, THREE.plusSeconds(from), to == null ? null : THREE.plusSeconds(to));
    }

    @Test
    void placesStepsFromTheFirstStartToTheLastEnd() {
        List<Bar> bars =
                of("CLOSED", run("collectFiles", "COMPLETED", 0, 10L), run("routeRecords", "COMPLETED", 10, 40L));
        assertThat(bars).extracting(Bar::x).containsExactly(0L, 250L);
        assertThat(bars).extracting(Bar::width).containsExactly(250L, 750L);
        assertThat(bars).extracting(Bar::usual).containsExactly(0L, 750L);
        assertThat(bars).extracting(Bar::state).containsOnly(Stage.State.DONE);
    }

    /** Nobody closes the record of a step whose process died. */
    @Test
    void aStepThatNeverEndedRunsOnlyWhileItsDateDoes() {
        StepRun cut = run("routeRecords", "STARTED", 10, null);
        StepRun done = run("collectFiles", "COMPLETED", 0, 10L);
        assertThat(of("OPEN", done, cut).get(1).state()).isEqualTo(Stage.State.RUNNING);
        Bar died = of("FAILED", done, cut).get(1);
        assertThat(died.state()).isEqualTo(Stage.State.STOPPED);
        assertThat(died.x() + died.width()).isEqualTo(1000);
        assertThat(of("FAILED", run("routeRecords", "FAILED", 0, 5L)).get(0).state())
                .isEqualTo(Stage.State.STOPPED);
    }
}

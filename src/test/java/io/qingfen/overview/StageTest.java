package io.qingfen.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.overview.NightAccount.Day;
import io.qingfen.overview.NightAccounts.StepRun;
import io.qingfen.overview.Stage.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {
    private static final Instant NOW = Instant.EPOCH;

    private static Day day(String state) {
        return new Day(LocalDate.of(2026, 3, 2), state, "");
    }

    private static StepRun run(String step, String status) {
        return new StepRun(step, status, NOW, status.equals("STARTED") ? null : NOW);
    }

    @Test
    void namesEveryStepOfTheNightInOrder() throws java.io.IOException {
        String definition = java.nio.file.Files.readString(java.nio.file.Path.of("jobs/nightly-settlement.yml"));
        List<String> steps = definition
                .lines()
                .filter(line -> line.matches("  - [a-zA-Z]+"))
                .map(line -> line.substring(4))
                .toList();
        assertThat(Stage.allSteps()).isEqualTo(steps);
    }

    @Test
    void aClosedDateIsDoneWhateverItsJobSays() {
        assertThat(Stage.values())
                .allSatisfy(
                        stage -> assertThat(stage.of(day("CLOSED"), List.of())).isEqualTo(State.DONE))
                .allSatisfy(
                        stage -> assertThat(stage.of(day("RETIRED"), List.of())).isEqualTo(State.DONE));
    }

    @Test
    void aStageIsDoneWhenEachOfItsStepsWasOnce() {
        List<StepRun> runs = List.of(
                run("openBusinessDate", "COMPLETED"),
                run("collectFiles", "COMPLETED"),
                run("routeRecords", "FAILED"),
                run("openBusinessDate", "STARTED"));
        assertThat(Stage.FILES.of(day("OPEN"), runs)).isEqualTo(State.DONE);
        assertThat(Stage.INTAKE.of(day("OPEN"), runs)).isEqualTo(State.STOPPED);
        assertThat(Stage.CLEARING.of(day("OPEN"), runs)).isEqualTo(State.WAITING);
    }

    @Test
    void aStageRunsFromItsFirstStepToItsLast() {
        List<StepRun> runs = List.of(run("clearTerminals", "COMPLETED"));
        assertThat(Stage.CLEARING.of(day("OPEN"), runs)).isEqualTo(State.RUNNING);
        assertThat(Stage.CLEARING.of(day("FAILED"), runs)).isEqualTo(State.STOPPED);
    }

    @Test
    void nothingStandsOfADateThatIsSetAside() {
        assertThat(Stage.FILES.of(day("SUPERSEDING"), List.of(run("openBusinessDate", "COMPLETED"))))
                .isEqualTo(State.WAITING);
    }
}

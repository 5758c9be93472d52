package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
import io.qingfen.run.Exit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process is halted as by a power cut, again and again in one night; what comes out is as if nothing happened. */
class SurvivingKillsTest {
    private static final List<String> STEPS = List.of(
            "openBusinessDate",
            "collectFiles",
            "routeRecords",
            "clearTerminals",
            "clearFollowUps",
            "settleDeposits",
            "settleMerchants",
            "proveBooks",
            "writePayouts",
            "publishReports",
            "closeBusinessDate");
    /** Partitioned steps and how many partitions they surely have in these small nights. */
    private static final Map<String, Integer> PARTITIONED = Map.of(
            "routeRecords", 1, "clearTerminals", 3, "clearFollowUps", 1, "settleMerchants", 1, "publishReports", 10);

    private static final long SEED = 20260302;
    private static Map<String, String> expected;

    @BeforeAll
    static void playUndisturbed() {
        Path home = Nightly.home();
        NightProcess.Ended ended = new NightProcess(home, null).run("run", "--date", Nightly.FIRST.toString());
        assertThat(ended.exit()).as(ended.output()).isZero();
        expected = Nightly.outbox(home);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void atEveryStepBoundary(TestDatabase database) {
        List<Kill> kills = new ArrayList<>();
        for (String step : STEPS) {
            kills.add(new Kill(step + ":before", 1));
            if (step.equals("writePayouts")) {
                kills.add(new Kill("file-before-rename", 1));
                kills.add(new Kill("file-after-rename", 2));
            }
            kills.add(new Kill(step + ":after", 1));
        }
        assertThat(killed(database, kills)).isEqualTo(kills.size());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void atRandomPointsInsidePartitionedSteps(TestDatabase database) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Kill> kills = new ArrayList<>();
        STEPS.stream().filter(PARTITIONED::containsKey).forEach(step -> {
            int partitions = PARTITIONED.get(step);
            kills.add(new Kill(step + ".partition:before-commit", 1 + random.nextInt(partitions)));
            String side = random.nextBoolean() ? "before" : "after";
            kills.add(new Kill(step + ".partition:" + side + "-commit", 1));
        });
        assertThat(killed(database, kills)).as("seed %d", SEED).isEqualTo(kills.size());
    }

    private record Kill(String point, int count) {}

    /** How many kills struck; the night is then restarted to its end and compared. */
    private static int killed(TestDatabase database, List<Kill> kills) {
        Path home = Nightly.home();
        DatabaseSettings books = Nightly.books(database);
        String command = "run";
        int struck = 0;
        boolean finished = false;
        for (Kill kill : kills) {
            if (finished) {
                break;
            }
            NightProcess.Ended ended = new NightProcess(home, books)
                    .killedAt(kill.point(), kill.count())
                    .run(command, "--date", Nightly.FIRST.toString());
            assertThat(ended.exit())
                    .as("%s, seed %d: %s", kill, SEED, ended.output())
                    .isIn(0, FaultPoint.HALTED);
            finished = ended.exit() == 0;
            struck += finished ? 0 : 1;
            // Killed before its first commit, the date has not begun: there is nothing to restart.
            command = kill.point().equals("openBusinessDate:before") ? "run" : "restart";
        }
        if (!finished) {
            NightProcess.Ended ended = new NightProcess(home, books).run(command, "--date", Nightly.FIRST.toString());
            boolean closedBefore = kills.get(kills.size() - 1).point().equals("closeBusinessDate:after");
            assertThat(ended.exit())
                    .as(ended.output())
                    .isEqualTo(closedBefore ? Exit.REFUSED.code() : Exit.DONE.code());
        }
        assertThat(Nightly.outbox(home)).isEqualTo(expected);
        return struck;
    }
}

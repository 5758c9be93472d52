package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
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
    private static final List<String> PARTITIONED =
            List.of("routeRecords", "clearTerminals", "clearFollowUps", "settleMerchants", "publishReports");
    private static final long SEED = 20260302;
    private static final int RANDOM_KILLS = 10;
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
            kills.add(new Kill(step + ":after", 1));
        }
        assertThat(killed(database, kills)).isEqualTo(kills.size());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void atRandomPointsInsidePartitionedSteps(TestDatabase database) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < RANDOM_KILLS; i++) {
            String step = PARTITIONED.get(i * PARTITIONED.size() / RANDOM_KILLS);
            String side = random.nextBoolean() ? ":before-commit" : ":after-commit";
            int count = step.equals("clearFollowUps") || step.equals("settleMerchants") ? 1 : 1 + random.nextInt(2);
            kills.add(new Kill(step + ".partition" + side, count));
        }
        // A later kill of a step may find its partitions done already; most must strike.
        assertThat(killed(database, kills)).isGreaterThanOrEqualTo(RANDOM_KILLS - 3);
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
            assertThat(ended.exit()).as(ended.output()).isZero();
        }
        assertThat(Nightly.outbox(home)).isEqualTo(expected);
        return struck;
    }
}

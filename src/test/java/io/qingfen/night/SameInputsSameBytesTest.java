package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingfen.TestDatabase;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three generated dates: whatever order the files came in, however many workers, on either database and Java. */
class SameInputsSameBytesTest {
    private static Map<String, String> expected;

    @BeforeAll
    static void playUndisturbed() {
        expected = played(new NightRun(Nightly.home(), null), "1");
        assertThat(expected).hasSizeGreaterThan(45);
    }

    private record NightRun(Path home, DatabaseSettings books) {}

    private static Map<String, String> played(NightRun run, String workers) {
        NightProcess.Ended ended = new NightProcess(run.home(), run.books())
                .run("run", "nightly-settlement", "--until", Nightly.LAST.toString(), "--workers", workers);
        assertThat(ended.exit()).as(ended.output()).isZero();
        return Nightly.outbox(run.home());
    }

    @ParameterizedTest
    @CsvSource({"H2, 4", "POSTGRESQL, 1", "POSTGRESQL, 2"})
    void doNotDependOnDatabaseWorkersOrOrderOfArrival(TestDatabase database, String workers) {
        NightRun run = new NightRun(Nightly.homeInOtherOrder(), Nightly.books(database));
        assertThat(played(run, workers)).isEqualTo(expected);
    }

    @Test
    void doNotDependOnTheJavaTheyRunOn() {
        String other = System.getenv("QINGFEN_TEST_JDK25");
        assumeTrue(
                other != null && Files.isExecutable(Path.of(other, "bin", "java")),
                "no second Java: set QINGFEN_TEST_JDK25 to the home of a JDK 25");
        Path home = Nightly.home();
        NightProcess.Ended ended = new NightProcess(home, null)
                .on(Path.of(other))
                .run("run", "nightly-settlement", "--until", Nightly.LAST.toString(), "--workers", "2");
        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(Nightly.outbox(home)).isEqualTo(expected);
    }
}

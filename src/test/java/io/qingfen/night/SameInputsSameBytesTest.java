package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingfen.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Three generated dates: whatever order the files came in, however many workers, however few records of a terminal fit
 * on the heap, on either database and Java.
 */
class SameInputsSameBytesTest {
    private static Map<String, String> expected;

    @BeforeAll
    static void playUndisturbed() {
        Path home = Nightly.home();
        expected = played(new NightProcess(home, null), home, "1");
        assertThat(expected).hasSizeGreaterThan(45);
    }

    private static Map<String, String> played(NightProcess process, Path home, String workers) {
        NightProcess.Ended ended =
                process.run("run", "nightly-settlement", "--until", Nightly.LAST.toString(), "--workers", workers);
        assertThat(ended.exit()).as(ended.output()).isZero();
        return Nightly.outbox(home);
    }

    @ParameterizedTest
    @CsvSource({"H2, 4, 8000000", "POSTGRESQL, 1, 1", "POSTGRESQL, 2, 20000"})
    void doNotDependOnDatabaseWorkersSizesOrOrderOfArrival(TestDatabase database, String workers, String large) {
        Path home = Nightly.homeInOtherOrder();
        NightProcess process =
                new NightProcess(home, Nightly.books(database)).with("qingfen.large-terminal-bytes", large);
        assertThat(played(process, home, workers)).isEqualTo(expected);
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

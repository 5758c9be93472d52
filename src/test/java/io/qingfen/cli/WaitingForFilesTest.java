package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** As typed, on the embedded database: a date waits for its files, and the schedule is changed by people. */
class WaitingForFilesTest {
    private static final Path STORY = Path.of("sample-files", "days", "2026-03-02-plain");
    private static final String DATE = "2026-03-02";
    private static final String HOST = "authorizations_20260302_01.csv";

    @TempDir
    Path home;

    @BeforeEach
    void deliver() throws IOException {
        FileSystemUtils.copyRecursively(STORY.resolve("home"), home);
    }

    @Test
    void theDateRunsWhenTheyAreHereOrAPersonTakesItWithoutThem() throws IOException {
        Path host = home.resolve("inbox").resolve(HOST);
        Path elsewhere = home.resolve(HOST);
        Files.move(host, elsewhere);

        Invocation waiting = qingfen("run", "--date", DATE);
        assertThat(waiting.exit()).as(waiting.err()).isEqualTo(Exit.WAITING.code());
        assertThat(waiting.err())
                .contains("waits for 1 x authorizations_yyyyMMdd_NN.csv from authorization host")
                .contains("--incomplete --reason TEXT --home " + home)
                .doesNotContain("terminal-batches");
        assertThat(home.resolve("outbox")).doesNotExist();

        Files.move(elsewhere, host);
        Invocation run = qingfen("run", "--date", DATE);
        assertThat(run.exit()).as(run.err()).isZero();

        Invocation status = qingfen("status");
        assertThat(status.out())
                .contains("next date 2026-03-03", "expected  missing    1 x terminal-batches_yyyyMMdd_NN.csv");
        assertThat(qingfen("status", "--date", "2026-03-03").out()).contains("has not begun");
        assertThat(qingfen("status", "--json")
                        .json()
                        .get("expectedFiles")
                        .get(0)
                        .get("state")
                        .stringValue())
                .isEqualTo("MISSING");

        Invocation early = qingfen("run", "--date", "2026-03-04");
        assertThat(early.exit())
                .as("a gap is refused before files are asked for")
                .isEqualTo(Exit.REFUSED.code());
        Invocation without =
                qingfen("run", "--date", "2026-03-03", "--incomplete", "--reason", "no shop was open", "--as", "li.na");
        assertThat(without.exit()).as(without.err()).isZero();
        assertThat(qingfen("run", "--date", "2026-03-04", "--incomplete").exit())
                .as("without a reason")
                .isEqualTo(Exit.USAGE_OR_REFERENCE.code());
        assertThat(qingfen("run", "--date", "2026-03-04", "--reason", "why not").exit())
                .isEqualTo(Exit.USAGE_OR_REFERENCE.code());
    }

    @Test
    void jobsArePausedAndDatesSkippedByPeopleWithAReason() {
        assertThat(qingfen("jobs", "list").out()).contains("nightly-settlement", "payout-results", "03:00  ", "active");

        Invocation paused = qingfen(
                "jobs",
                "pause",
                "payout-results",
                "--reason",
                "the bank tests",
                "--until",
                "2126-03-04",
                "--as",
                "li.na");
        assertThat(paused.exit()).as(paused.err()).isZero();
        Invocation skipped = qingfen("jobs", "skip", "nightly-settlement", "--date", DATE, "--reason", "by hand");
        assertThat(skipped.err()).contains("The books have no gaps: later dates wait");
        assertThat(qingfen("jobs", "list").out())
                .contains("paused until 2126-03-05 00:00 by li.na: the bank tests")
                .contains("2026-03-02 skipped until resumed by ");

        assertThat(qingfen("jobs", "pause", "payout-results", "--reason", "again")
                        .exit())
                .isEqualTo(Exit.REFUSED.code());
        assertThat(qingfen("jobs", "skip", "payout-results", "--date", DATE, "--reason", "no dates")
                        .exit())
                .isEqualTo(Exit.REFUSED.code());
        assertThat(qingfen("jobs", "pause", "monthly", "--reason", "unknown").exit())
                .isEqualTo(Exit.USAGE_OR_REFERENCE.code());
        assertThat(qingfen("jobs", "pause", "nightly-settlement", "--reason", "over", "--until", "2020-01-01")
                        .exit())
                .isEqualTo(Exit.USAGE_OR_REFERENCE.code());

        assertThat(qingfen("jobs", "resume", "payout-results", "--reason", "tested", "--json")
                        .json()
                        .get("stop")
                        .get("placedBy")
                        .stringValue())
                .isEqualTo("li.na");
        assertThat(qingfen("jobs", "list", "--json")
                        .json()
                        .get("jobs")
                        .get(1)
                        .get("paused")
                        .booleanValue())
                .isFalse();
    }

    private Invocation qingfen(String... arguments) {
        return Invocation.of(
                SpringEngine.OPENING,
                Stream.concat(Arrays.stream(arguments), Stream.of("--home", home.toString()))
                        .toArray(String[]::new));
    }
}

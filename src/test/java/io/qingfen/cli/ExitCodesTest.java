package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExitCodesTest {
    @TempDir
    private Path home;

    @BeforeEach
    void anInstallation() throws Exception {
        Files.createDirectories(home.resolve("reference"));
    }

    @Test
    void areThoseOfTheOperationsPage() {
        assertThat(Exit.values()).extracting(Exit::code).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 75, 130, 143);
    }

    @ParameterizedTest
    @EnumSource(value = Exit.class, mode = EnumSource.Mode.EXCLUDE, names = "DONE")
    void comeFromTheRefusalOfTheNight(Exit exit) {
        Engine engine = ScriptedEngine.failing(new Refusal(exit, List.of("first problem", "second problem")));

        Invocation run = run(engine);

        assertThat(run.exit()).isEqualTo(exit.code());
        assertThat(run.err()).contains("error: first problem\n", "error: second problem\n");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Exit.class, mode = EnumSource.Mode.EXCLUDE, names = "DONE")
    void standInTheJsonTooWithEveryProblem(Exit exit) {
        Engine engine = ScriptedEngine.failing(new Refusal(exit, List.of("first problem", "second problem")));

        Invocation run = run(engine, "--json");

        assertThat(run.json().get("exit").intValue()).isEqualTo(exit.code());
        assertThat(run.json().get("problems")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "08006, 0, TRANSIENT",
        "40001, 0, TRANSIENT",
        "57P01, 0, TRANSIENT",
        "53300, 0, TRANSIENT",
        "90020, 90020, LEASE_HELD",
        "90097, 90097, USAGE_OR_REFERENCE",
        "22001, 0, FAILED"
    })
    void ofAFaultOfTheDatabaseSayWhetherToTryAgain(String state, int code, Exit exit) {
        Engine engine = ScriptedEngine.failing(new IllegalStateException(new SQLException("the reason", state, code)));

        assertThat(run(engine).exit()).isEqualTo(exit.code());
    }

    @Test
    void ofAPoolWithoutAFreeConnectionSayToTryAgain() {
        SQLException exhausted = new SQLTransientConnectionException("Connection is not available, request timed out");

        assertThat(run(ScriptedEngine.failing(new IllegalStateException(exhausted)))
                        .exit())
                .isEqualTo(Exit.TRANSIENT.code());
    }

    @Test
    void ofAnythingUnforeseenIsOneAndNamesTheCause() {
        Engine engine = ScriptedEngine.failing(
                new IllegalStateException("outer", new IllegalArgumentException("the disk is on fire")));

        Invocation run = run(engine);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("the disk is on fire").doesNotContain("\tat ");
    }

    /** Java says no more than the name of the file. */
    @Test
    void ofAFileThatCannotBeUsedSayWhichAndWhyAndWhatNext() {
        Engine engine = ScriptedEngine.failing(new UncheckedIOException(new NotDirectoryException("/home/inbox")));

        Invocation run = run(engine);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("/home/inbox: should be a folder and is none", "Mend that, then type the same command again");
    }

    @Test
    void ofAStopInBetweenSaysSoAndNotWhatBroke() {
        Refusal stopped = Failures.stopped(new IllegalStateException("AnnotationConfigApplicationContext is closed"));

        assertThat(stopped.exit()).isEqualTo(Exit.TERMINATED);
        assertThat(stopped.problems())
                .containsExactly("Stopped before the command was done; type the same command again");
        assertThat(Failures.stopped(new Refusal(Exit.INTERRUPTED, "at a commit"))
                        .exit())
                .isEqualTo(Exit.INTERRUPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "run",
        "run --date yesterday",
        "run --date 2026-03-02 --until 2026-03-03",
        "run monthly --date 2026-03-02",
        "run --date 2026-03-02 --workers 0",
        "run --date +12026-03-02",
        "status --last 0",
        "status --last -3",
        "cases list --limit 0",
        "cases list --limit -1",
        "restart",
        "rum --date 2026-03-02",
        "cases",
        "reference",
        "status --home /nowhere/at/all",
        "''"
    })
    void ofMisuseIsTwo(String line) {
        Invocation misuse = Invocation.of(ScriptedEngine.closing(Accounts.closed()), line.split(" "));

        assertThat(misuse.exit()).isEqualTo(2);
        assertThat(misuse.err()).startsWith("error: ");
        assertThat(misuse.out()).isEmpty();
    }

    @Test
    void ofAClosedNightIsZeroWithCasesOpen() {
        ScriptedEngine engine = ScriptedEngine.closing(Accounts.closed());

        assertThat(run(engine).exit()).isZero();
        assertThat(engine.ran).containsExactly(Accounts.MON_2026_03_02);
    }

    private Invocation run(Engine engine, String... more) {
        String[] args = new String[] {"run", "--date", "2026-03-02", "--home", home.toString()};
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(args), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return Invocation.of(engine, all);
    }
}

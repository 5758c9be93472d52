package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccount.Control;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands say, to people and to machines. */
class TalkingTest {
    private static final String ESCAPE = "\u001b";

    @TempDir
    private Path home;

    @BeforeEach
    void anInstallation() throws Exception {
        Files.createDirectories(home.resolve("reference"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "run",
                "restart",
                "status",
                "cases list",
                "cases show",
                "explain",
                "cases propose",
                "cases approve",
                "cases reject",
                "cases comment",
                "cases assign",
                "cases history",
                "statement",
                "report",
                "reference check",
                "audit",
                "audit verify",
                "audit end",
                "audit list",
                "generate"
            })
    void everyCommandHasHelpWithExamples(String command) {
        Invocation help = invoke((command + " --help").strip().split(" "));

        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("Usage: qingfen", "Examples:").doesNotContain(ESCAPE);
        assertThat(help.err()).isEmpty();
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheRightOne() {
        assertThat(invoke("statsu").err()).contains("Did you mean", "qingfen status");
    }

    @Test
    void aWordThatIsNearNothingGetsNoSillySuggestion() {
        assertThat(invoke("bank").err()).doesNotContain("Did you mean").contains("Try: qingfen --help");
        assertThat(invoke("status", "--dete", "2026-03-02").err()).contains("Did you mean: --date?");
    }

    @Test
    void inventsNothingBelowAPlainFile() {
        Invocation refused = invoke(
                "generate", "--home", "pom.xml", "--date", "2026-03-02", "--merchants", "1", "--transactions", "1");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("pom.xml: is a file");
        assertThat(invoke("status", "--home", "pom.xml").err()).contains("pom.xml: is a file");
    }

    @Test
    void saysThatADirectoryIsNoFileBeforeAnyWork() {
        String statement = "statement --merchant 1 --date 2026-03-02 --out";
        String generate = "generate --date 2026-03-02 --merchants 1 --transactions 1 --faults";
        for (String command : List.of(statement, generate)) {
            Invocation refused = onHome((command + " " + home).split(" "));
            assertThat(refused.exit()).as(command).isEqualTo(2);
            assertThat(refused.err()).as(command).contains(home + ": is a directory; ");
        }
    }

    @Test
    void aDateThatIsNoneIsNamedWithAnExample() {
        assertThat(invoke("run", "--date", "2026-02-30").err()).contains("'2026-02-30' is not a date like 2026-03-02");
    }

    @Test
    void aNightIsToldInWordsWithItsFiles() {
        String told = onHome("run", "--date", "2026-03-02").out();

        assertThat(told)
                .contains("2026-03-02 Monday")
                .contains("1 of 1 closed, trial balance 0.00 CNY")
                .contains("275.00 CNY to 2 merchants, at the bank on 2026-03-03")
                .contains("20.00 CNY owed by 1 merchant, taken from later payouts")
                .contains("100.00 CNY given back, turnover reached (1 terminal)")
                .contains("1 case open, 45.00 CNY at stake; 2 found their counterpart")
                .contains(home.resolve("outbox/2026-03-02").toString())
                .doesNotContain("notice");
    }

    @Test
    void anOpenControlShowsBothNumbers() {
        NightAccount account =
                Accounts.with(new Control("settled -> positions", "captures", 3, 30000, "CNY", 2, 29999, false));

        String told = Invocation.of(
                        ScriptedEngine.closing(account), "run", "--date", "2026-03-02", "--home", home.toString())
                .out();

        assertThat(told)
                .contains("1 of 1 open, first settled -> positions, captures: 3 / 300.00 CNY against 2 / 299.99");
    }

    @Test
    void theControlChainStandsInStatusOfADate() {
        assertThat(onHome("status", "--date", "2026-03-02").out())
                .contains("in the files")
                .contains("4      1,234,567.89")
                .contains("+ rejected, line and reason kept")
                .contains("slip without authorization; waits for it, not paid  (ORPHAN_CAPTURE)");
    }

    @Test
    void machinesGetOneObjectWithExactAmounts() {
        var json = onHome("run", "--until", "2026-03-02", "--json").json();

        assertThat(json.get("schemaVersion").intValue()).isEqualTo(1);
        assertThat(json.get("command").stringValue()).isEqualTo("run");
        assertThat(json.get("nights")).hasSize(2);
        var night = json.get("nights").get(0);
        assertThat(night.get("businessDate").stringValue()).isEqualTo("2026-03-02");
        assertThat(night.get("payouts").get(0).get("amount").stringValue()).isEqualTo("275.00");
        assertThat(night.get("flow").get(0).get("amount").stringValue()).isEqualTo("1234567.89");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status --json", "status --date 2026-03-02 --json", "run --date 2026-03-02 --dry-run --json"})
    void otherCommandsShareTheEnvelope(String line) {
        var json = onHome(line.split(" ")).json();

        assertThat(json.propertyNames()).startsWith("schemaVersion", "command", "exit", "problems");
    }

    @Test
    void aDryRunRunsNothing() throws Exception {
        Files.createDirectories(home.resolve("inbox"));
        Files.writeString(home.resolve("inbox/authorizations_20260302_01.csv"), "");
        ScriptedEngine engine = ScriptedEngine.closing(Accounts.closed());

        Invocation dry = Invocation.of(engine, "run", "--until", "2026-03-03", "--dry-run", "--home", home.toString());

        assertThat(engine.ran).isEmpty();
        assertThat(dry.out())
                .contains("2026-03-02  would run with 1 input file\n  authorizations_20260302_01.csv")
                .contains("2026-03-03  would run with 0 input files");
        assertThat(home.toFile().list()).containsExactlyInAnyOrder("inbox", "reference");
    }

    @Test
    void aDryRunRefusesWhatTheRunWouldRefuse() throws Exception {
        Files.createDirectories(home.resolve("data"));
        Refusal gap = new Refusal(Exit.REFUSED, "dates follow without a gap");

        Invocation dry = Invocation.of(
                new ScriptedEngine(gap, null), "run", "--date", "2026-03-09", "--dry-run", "--home", home.toString());

        assertThat(dry.exit()).isEqualTo(Exit.REFUSED.code());
        assertThat(dry.err()).contains("dates follow without a gap");
    }

    @Test
    void aDryRestartGoesOnWithNothingAndRefusesWhatTheRestartWouldRefuse() throws Exception {
        String[] dryRestart = ("restart --date 2026-03-02 --dry-run --home " + home).split(" ");
        ScriptedEngine engine = ScriptedEngine.closing(Accounts.closed());
        assertThat(Invocation.of(engine, dryRestart).err()).contains("There are no books yet");
        Files.createDirectories(home.resolve("data"));

        Invocation dry = Invocation.of(engine, dryRestart);
        assertThat(engine.ran).isEmpty();
        assertThat(dry.out()).isEqualTo("2026-03-02  would go on with 0 steps done and kept\n");
        assertThat(dry.err()).contains("Nothing was changed (--dry-run).");

        Refusal closed = new Refusal(Exit.REFUSED, "2026-03-02 is closed");
        Invocation refused = Invocation.of(new ScriptedEngine(closed, null), dryRestart);
        assertThat(refused.exit()).isEqualTo(Exit.REFUSED.code());
        assertThat(refused.err()).contains("2026-03-02 is closed");
    }

    @Test
    void commandsInAProblemNameTheHomeSoThatTheyCanBeTyped() throws Exception {
        Path spaced = Files.createDirectories(home.resolve("it's 清分/reference")).getParent();
        Refusal stopped = new Refusal(
                Exit.INPUT_REFUSED,
                List.of("mend it, then: qingfen restart --date 2026-03-02", "see qingfen status --date 2026-03-02."));

        String told = Invocation.of(
                        ScriptedEngine.failing(stopped), "run", "--date", "2026-03-02", "--home", spaced.toString())
                .err();

        String quoted = "'" + spaced.toString().replace("'", "'\\''") + "'";
        assertThat(told)
                .contains("then: qingfen restart --date 2026-03-02 --home " + quoted + "\n")
                .contains("see qingfen status --date 2026-03-02 --home " + quoted + ".\n");
    }

    @Test
    void aNightThatStoppedNamesNoFilesThatAreNotThere() {
        NightAccount failed = Accounts.failed();

        Invocation run = Invocation.of(
                new ScriptedEngine(new Refusal(Exit.INPUT_REFUSED, "refused"), failed),
                "run",
                "--date",
                "2026-03-02",
                "--home",
                home.toString());

        assertThat(run.out()).contains("failed").doesNotContain("outbox");
    }

    @Test
    void nothingPipedCarriesEscapesUnlessAskedFor() {
        assertThat(onHome("status").out()).doesNotContain(ESCAPE);
        assertThat(onHome("status", "--color", "always").out()).contains(ESCAPE);
    }

    @Test
    void theFlagDecidesThenNoColorThenTheTerminal() {
        Map<String, String> noColor = Map.of("NO_COLOR", "1");

        assertThat(Console.colored(new String[] {"status"}, true, Map.of())).isTrue();
        assertThat(Console.colored(new String[] {"status"}, true, noColor)).isFalse();
        assertThat(Console.colored(new String[] {"status"}, false, Map.of())).isFalse();
        assertThat(Console.colored(new String[] {"--color=always"}, false, noColor))
                .isTrue();
        assertThat(Console.colored(new String[] {"--color", "never"}, true, Map.of()))
                .isFalse();
    }

    private Invocation onHome(String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--home";
        all[args.length + 1] = home.toString();
        return invoke(all);
    }

    private static Invocation invoke(String... args) {
        return Invocation.of(ScriptedEngine.closing(Accounts.closed()), args);
    }
}

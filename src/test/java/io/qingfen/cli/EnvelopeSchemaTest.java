package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.JsonShape;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema of what commands print for machines is true, of every command. */
class EnvelopeSchemaTest {
    private final JsonNode schema = JsonMapper.shared()
            .readTree(Path.of("docs/schema/command-1.schema.json").toFile());

    @TempDir
    private Path home;

    @Test
    void namesEveryCommandThatPrintsJsonAndNoneElse() {
        List<String> described = new ArrayList<>();
        schema.get("properties").get("command").get("enum").forEach(name -> described.add(name.stringValue()));
        assertThat(described).isSorted().isEqualTo(List.copyOf(new TreeSet<>(commands())));
    }

    @Test
    void everyCommandThatIsMisusedAnswersByIt() {
        for (String command : commands()) {
            Invocation misused = invoke(command + " --no-such-option --json");
            assertThat(misused.exit()).as(command).isEqualTo(Exit.USAGE_OR_REFERENCE.code());
            assertThat(misused.json().get("command").stringValue()).isEqualTo(command);
            assertThat(misused.json().get("problems")).hasSize(1);
            isOfTheSchema(misused);
        }
    }

    @Test
    void whatIsDoneAndWhatIsRefusedAnswersByIt() throws Exception {
        Files.createDirectories(home.resolve("reference"));
        Files.createDirectories(home.resolve("data"));
        String onHome = " --json --home " + home;
        for (String command : List.of(
                "run --date 2026-03-02", "run --date 2026-03-02 --dry-run", "status", "status --date 2026-03-02")) {
            Invocation done = invoke(command + onHome);
            isOfTheSchema(done);
            assertThat(done.json().size()).as(command).isGreaterThan(4);
        }
        Refusal gap = new Refusal(Exit.REFUSED, "dates follow without a gap");
        Invocation refused =
                Invocation.of(new ScriptedEngine(gap, null), ("run --date 2026-03-09" + onHome).split(" "));
        isOfTheSchema(refused);
        assertThat(refused.json().get("exit").intValue()).isEqualTo(Exit.REFUSED.code());
    }

    private void isOfTheSchema(Invocation told) {
        assertThat(JsonShape.complaints(told.json(), schema, "$")).isEmpty();
        assertThat(told.json().get("exit").intValue()).isEqualTo(told.exit());
    }

    private static Invocation invoke(String line) {
        return Invocation.of(ScriptedEngine.closing(Accounts.closed()), line.split(" "));
    }

    /** {@code cases list}, and the groups, which answer when none of theirs is named. */
    private static List<String> commands() {
        Session session = new Session(new Console(System.out, System.err, false, false), null);
        List<String> names = new ArrayList<>();
        collect(QingfenCommand.line(session), names);
        assertThat(names).hasSizeGreaterThan(40);
        return names;
    }

    private static void collect(CommandLine line, List<String> names) {
        names.add(line.getCommandSpec().qualifiedName().replaceFirst("^qingfen ", ""));
        line.getSubcommands().values().forEach(sub -> collect(sub, names));
    }
}

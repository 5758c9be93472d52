package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows what the program really prints. */
class DemoTest {
    private static final String HOME_IN_README = "/tmp/qingfen-demo-4711";

    @Test
    void printsWhatTheReadmeShows(@TempDir Path directory) throws Exception {
        Path home = directory.resolve("demo");

        Invocation demo = Invocation.of(SpringEngine.OPENING, "demo", "--home", home.toString());

        assertThat(demo.exit()).as(demo.err()).isZero();
        assertThat(demo.out().replace(home.toString(), HOME_IN_README)).containsSubsequence(shownPieces());
    }

    /** The marked block of the README, cut where it leaves lines out. */
    private static List<String> shownPieces() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String marked = readme.substring(readme.indexOf("<!-- demo:"));
        int begin = marked.indexOf("```\n") + 4;
        String block = marked.substring(begin, marked.indexOf("\n```\n", begin));
        List<String> pieces = List.of(block.split("\n…\n"));
        assertThat(pieces).hasSizeGreaterThan(1);
        return pieces;
    }

    @Test
    void namesEveryStory() {
        Invocation list = Invocation.of(SpringEngine.OPENING, "demo", "--list");

        assertThat(list.out())
                .contains("2026-03-02-plain")
                .contains("A plain Monday")
                .contains("2026-04-13-deposits");
    }

    @Test
    void writesOnlyIntoANewHome(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("mine.txt"), "mine");

        Invocation demo = Invocation.of(SpringEngine.OPENING, "demo", "--home", home.toString());

        assertThat(demo.exit()).isEqualTo(3);
        assertThat(demo.err()).contains("is not empty");
    }

    @Test
    void namesTheStoriesWhenAskedForOneThatIsNot(@TempDir Path home) {
        Invocation demo = Invocation.of(
                SpringEngine.OPENING,
                "demo",
                "--story",
                "none",
                "--home",
                home.resolve("demo").toString());

        assertThat(demo.exit()).isEqualTo(2);
        assertThat(demo.err()).contains("no sample story 'none'", "2026-03-02-plain");
    }
}

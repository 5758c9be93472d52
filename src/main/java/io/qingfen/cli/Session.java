package io.qingfen.cli;

import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.nio.file.Files;
import java.util.List;

/** What a command works with: where to talk, and how to open an installation when it needs one. */
record Session(Console console, Engine.Opening opening) {

    /**
     * Opens the installation of an existing home.
     *
     * @throws Refusal when the home is not there: nothing is created by looking
     */
    Engine open(Home home) {
        requireHome(home);
        return opening.open(home);
    }

    static void requireHome(Home home) {
        if (Files.isRegularFile(home.root())) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE, home.root() + ": is a file; name the directory of an installation");
        }
        if (!Files.isDirectory(home.reference())) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "No installation at " + home.root() + ": the directory reference/ is missing. Name the home with "
                            + "--home DIR or QINGFEN_HOME, or see one at work: qingfen demo");
        }
    }

    void print(List<String> lines) {
        lines.forEach(console.out()::println);
    }

    /** A message beside the results. */
    void say(String line) {
        console.err().println(line);
    }
}

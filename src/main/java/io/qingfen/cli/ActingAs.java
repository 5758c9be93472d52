package io.qingfen.cli;

import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import picocli.CommandLine.Option;

/** Who acts, for commands whose acts are remembered with a name. */
final class ActingAs {
    @Option(
            names = "--as",
            paramLabel = "USER",
            description = "Who acts (default: QINGFEN_USER, then the user of the operating system).")
    private String given;

    /**
     * The acting person. The command line trusts the operating system's users; who may call it is theirs to decide.
     *
     * @throws Refusal with exit 2 when the name is not one
     */
    Actor actor() {
        return actor(given, System.getenv("QINGFEN_USER"), System.getProperty("user.name", ""));
    }

    static Actor actor(String given, String environment, String operatingSystem) {
        String name = given != null ? given : environment != null ? environment : operatingSystem;
        if (!Actor.isName(name)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "'" + name.replaceAll("[^ -~]", "?") + "' is not a user name (1 to 60 of A-Z a-z 0-9 . _ @ -);"
                            + " say who acts with --as USER or QINGFEN_USER");
        }
        return new Actor(name);
    }
}

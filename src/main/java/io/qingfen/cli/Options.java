package io.qingfen.cli;

import io.qingfen.run.Home;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that every command of an installation has. */
final class Options {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The installation's directory (default: QINGFEN_HOME, then ./home).")
    private Path home;

    @Option(names = "--json", description = "Results as JSON on stdout; messages stay on stderr.")
    private boolean json;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto, always or never; NO_COLOR is respected.")
    private Choice color;

    /** When to colour; read early by {@link Console}, listed here for help and validation. */
    enum Choice {
        auto,
        always,
        never
    }

    boolean json() {
        return json;
    }

    boolean homeGiven() {
        return home != null;
    }

    Home home() {
        Path root = home != null ? home : Path.of(System.getenv().getOrDefault("QINGFEN_HOME", "home"));
        return new Home(root.toAbsolutePath().normalize());
    }

    /** The same choices for another home. */
    Options in(Home other) {
        Options same = new Options();
        same.home = other.root();
        same.json = json;
        same.color = color;
        return same;
    }

    /** The home as the user would type it again, empty when it is the default. */
    String homeFlag() {
        return home == null ? "" : " --home " + home;
    }
}

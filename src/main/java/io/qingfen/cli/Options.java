package io.qingfen.cli;

import io.qingfen.run.Home;
import io.qingfen.run.NamedCommands;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options that every command of an installation has. */
final class Options {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "The installation's directory (default: QINGFEN_HOME, then ./home; demo: a fresh temporary one).")
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

    /** The options that the command was given, those of nobody when it has none. */
    static Options of(CommandLine command) {
        return command.getCommandSpec().mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(Options.class::isInstance)
                .map(Options.class::cast)
                .findFirst()
                .orElseGet(Options::new);
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
    private String homeFlag() {
        return home == null ? "" : NamedCommands.homeFlag(home);
    }

    /** A text whose commands can be typed as they stand: each names the home that the user named. */
    String typeable(String text) {
        return NamedCommands.onHome(text, homeFlag());
    }

    List<String> typeable(List<String> texts) {
        return texts.stream().map(this::typeable).toList();
    }
}

package io.qingfen.cli;

import io.qingfen.run.Home;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Options that every command of an installation has. */
final class Options {
    private static final Pattern COMMAND =
            Pattern.compile("qingfen [a-z-]+(?: [a-z-]+)? --(?:date|until) (?:[0-9-]{10}|D\\b)(?! --home)");
    /** Characters that no shell takes for anything else. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}@%+=:,./_-]+");

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
        return home == null ? "" : " --home " + quoted(home.toString());
    }

    /** A text whose commands can be typed as they stand: each that names a date names the home too. */
    String typeable(String text) {
        return COMMAND.matcher(text).replaceAll(command -> Matcher.quoteReplacement(command.group() + homeFlag()));
    }

    private static String quoted(String path) {
        return PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}

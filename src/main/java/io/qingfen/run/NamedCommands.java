package io.qingfen.run;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that stand in texts for people, from the verdict of a gate to the next step of a page. */
public final class NamedCommands {
    private static final String COMMANDS =
            "(?:run|restart|rerun|recover|serve|status|jobs [a-z]+|explain|statement|what-if|verify|doctor|notify [a-z]+|reference check|cases [a-z]+|payouts [a-z]+|holds [a-z]+|retention [a-z]+|adjustments [a-z]+)";
    private static final String JOB = "nightly-settlement|payout-results|month-end|retention|scheme-reconciliation";
    private static final String ID = "[A-Z]*[0-9][0-9A-Za-z-]*|[A-Z][0-9a-f]{20}\\b|ID\\b|PAYOUT\\b";
    private static final String SWITCH = "--(?:all|dry-run|force|incomplete|help|json|nobody|show|watch)\\b";
    /** Quoted, or up to the punctuation of the sentence. */
    private static final String VALUE = "(?:\"[^\"]*\"|'[^']*'|[^\\s\"'(),;]*[^\\s\"'(),;.:])";

    private static final String ARGUMENT = " (?:" + JOB + "|" + SWITCH + "|--[a-z-]+ " + VALUE + "|" + ID + ")";
    private static final Pattern COMMAND = Pattern.compile("\\bqingfen " + COMMANDS + "(?:" + ARGUMENT + ")*");

    /** Characters that no shell takes for anything else. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}@%+=:,./_-]+");

    private NamedCommands() {}

    /** The flag that names a home, as a shell takes it. */
    public static String homeFlag(Path home) {
        String path = home.toString();
        return " --home " + (PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'");
    }

    /**
     * The text with the flag at the end of each command, so that it can be typed as it stands.
     *
     * @param homeFlag {@code " --home DIR"}, or empty when the command finds the home without it
     */
    public static String onHome(String text, String homeFlag) {
        return homeFlag.isEmpty()
                ? text
                : COMMAND.matcher(text).replaceAll(found -> {
                    boolean complete =
                            found.group().contains(" --home ") || found.group().endsWith(" --help");
                    return Matcher.quoteReplacement(complete ? found.group() : found.group() + homeFlag);
                });
    }
}

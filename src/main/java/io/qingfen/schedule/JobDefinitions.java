package io.qingfen.schedule;

import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Definitions of jobs: the shipped ones, each replaced by a file of the same name in {@code home/jobs}. */
public final class JobDefinitions {
    /** Names of the jobs that the program ships, in order. */
    public static final List<String> SHIPPED =
            List.of("month-end", "nightly-settlement", "payout-results", "retention", "scheme-reconciliation");

    private JobDefinitions() {}

    /**
     * The definition in force.
     *
     * @throws Refusal with every problem of the file, as file:line
     */
    public static JobDefinition read(Home home, String name) {
        Path own = home.root().resolve("jobs").resolve(name + ".yml");
        boolean replaced = Files.isRegularFile(own);
        String label = replaced ? own.toString() : "jobs/" + name + ".yml";
        try {
            return DefinitionText.parse(name, label, replaced ? Files.readString(own) : shipped(label));
        } catch (IOException unreadable) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    label + ":1: cannot be read (" + unreadable.getMessage()
                            + "); compare it with the shipped definition");
        }
    }

    /** Definitions in {@code home/jobs} that no job reads, one problem each. */
    static List<String> strangers(Home home, Set<String> known) {
        Path own = home.root().resolve("jobs");
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".yml") && !known.contains(name.replace(".yml", "")))
                    .sorted()
                    .map(name -> own.resolve(name) + ":1: no job has this name; jobs: " + String.join(", ", known))
                    .toList();
        } catch (IOException unreadable) {
            return List.of(own + ": cannot be read (" + unreadable.getMessage() + ")");
        }
    }

    private static String shipped(String resource) throws IOException {
        try (InputStream in = JobDefinitions.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no job of this name is shipped");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

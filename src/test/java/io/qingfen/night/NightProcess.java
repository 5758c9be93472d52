package io.qingfen.night;

import io.qingfen.run.jdbc.DatabaseSettings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as a user starts it, and as a power cut ends it. */
public final class NightProcess {
    private static final long MINUTES = 4;

    private final Path home;
    private final DatabaseSettings database;
    private final List<String> javaOptions = new ArrayList<>();
    private String faults = "";
    private SharedClasses shared = SharedClasses.ready();
    private String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** @param database null for the embedded one in the home */
    public NightProcess(Path home, DatabaseSettings database) {
        this.home = home;
        this.database = database;
    }

    /** Halts the process where and when this point is reached for the n-th time. */
    public NightProcess killedAt(String point, int count) {
        return struckBy(point + ":" + count);
    }

    /** Waits at this point, when it is reached for the first time, until the file exists. */
    NightProcess heldAt(String point, Path until) {
        return struckBy(point + ":1:hold=" + until);
    }

    /** With the class that strikes, and its plan. */
    NightProcess struckBy(String plan) {
        faults = plan;
        return this;
    }

    /** Of the virtual machine. */
    NightProcess option(String option) {
        javaOptions.add(option);
        return this;
    }

    /** As delivered: whatever the plan, there is nothing that could strike. */
    NightProcess deliveredButAskedFor(String plan) {
        return with("qingfen.fault", plan);
    }

    /** A property of the program. */
    NightProcess with(String property, String value) {
        javaOptions.add("-D" + property + "=" + value);
        return this;
    }

    /** Another Java to run on. */
    NightProcess on(Path javaHome) {
        java = javaHome.resolve("bin/java").toString();
        shared = SharedClasses.NONE;
        return this;
    }

    /** What a finished process left behind. */
    public record Ended(int exit, String output) {}

    public Ended run(String... arguments) {
        try {
            return started(arguments);
        } catch (IOException failed) {
            throw new IllegalStateException("the program did not start", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a night ran", interrupted);
        }
    }

    private Ended started(String... arguments) throws IOException, InterruptedException {
        Running running = start(arguments);
        try {
            return running.ended();
        } finally {
            running.close();
        }
    }

    /** Starts the program without waiting for it. */
    Running start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
        command.addAll(shared.options());
        command.addAll(javaOptions);
        String classPath = shared.classPath();
        if (!faults.isEmpty()) {
            command.add("-Dqingfen.fault=" + faults);
            classPath += File.pathSeparator + SharedClasses.faults();
        }
        command.addAll(List.of("-cp", classPath, "io.qingfen.cli.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", home.toString()));
        Path output = Files.createTempFile("night", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        environment(builder.environment());
        return new Running(builder.start(), output, command);
    }

    /** A process on its way; closing it kills it when it has not ended. */
    record Running(Process process, Path output, List<String> command) implements AutoCloseable {
        Ended ended() throws IOException, InterruptedException {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("still running after " + MINUTES + " minutes: " + command);
            }
            return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }

    private void environment(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("QINGFEN_"));
        if (database != null) {
            environment.put("QINGFEN_DB_URL", database.url());
            environment.put("QINGFEN_DB_USER", database.user());
            environment.put("QINGFEN_DB_PASSWORD", database.password());
        }
    }
}

package io.qingfen.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The same date paired and priced by Qingfen and by others, in turn and several times, each in processes of its own on a
 * new database. Fails when one of them does not come to the number of pairs, the sum and the fees that were generated.
 */
public final class Bench {
    private static volatile Process running;

    private final Options options;
    private final Path launcher = Path.of("qingfen").toAbsolutePath();
    private final Input input;
    private final Input small;
    private final Server server;

    private Bench(Options options, Server server) throws IOException, InterruptedException {
        this.options = options;
        this.server = server;
        input = Input.of(options, options.pairs(), launcher);
        small = options.contenders().contains("lookup") ? Input.of(options, options.lookupPairs(), launcher) : input;
    }

    /** @param args see {@link Options#USAGE}; the working directory is the project's */
    public static void main(String[] args) throws Exception {
        if (List.of(args).contains("--help") || List.of(args).contains("-h")) {
            System.out.println(Options.USAGE);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(Bench::endRunning));
        int exit = 0;
        try {
            compare(Options.parse(args, Path.of(System.getProperty("bench.from", ""))));
        } catch (IllegalArgumentException wrong) {
            System.err.println("bench: " + wrong.getMessage() + "; see bench/run --help");
            exit = 2;
        } catch (IllegalStateException failed) {
            System.err.println("bench: " + failed.getMessage());
            exit = 1;
        } catch (IOException | SQLException failed) {
            System.err.println("bench: " + failed);
            exit = 1;
        }
        System.exit(exit);
    }

    private static void compare(Options options) throws Exception {
        Files.createDirectories(options.work());
        try (Server server = options.h2() ? null : Server.of(options)) {
            System.out.println(server == null ? "H2 as Qingfen sets it" : server.description());
            List<Measured> runs = new Bench(options, server).rounds();
            System.out.print(new Comparison(runs).text());
        }
        FileSystemUtils.deleteRecursively(options.work().resolve("scratch"));
    }

    /** Whoever ends the benchmark ends this process too, also when only the benchmark was told. */
    static Process endingWithThis(Process process) {
        running = process;
        return process;
    }

    private static void endRunning() {
        Process process = running;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private List<Measured> rounds() throws Exception {
        List<Measured> runs = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            for (String contender : options.contenders()) {
                Measured measured = measure(contender);
                requireTruth(round, measured);
                System.err.printf(
                        java.util.Locale.ROOT,
                        "round %d %-12s %8.1f s %6d MiB %s%n",
                        round,
                        contender,
                        measured.seconds(),
                        measured.memory(),
                        measured.outcome());
                runs.add(measured);
            }
        }
        return runs;
    }

    private void requireTruth(int round, Measured measured) throws IOException {
        Outcome truth = (measured.contender().equals("lookup") ? small : input).truth();
        if (!measured.outcome().equals(truth)) {
            throw new IllegalStateException("in round " + round + " " + measured.contender() + " came to "
                    + measured.outcome() + ", but the input holds " + truth + "; nothing is compared");
        }
    }

    private Measured measure(String contender) throws Exception {
        Path scratch = options.work().resolve("scratch");
        FileSystemUtils.deleteRecursively(scratch);
        Files.createDirectories(scratch);
        String url = server == null || contender.startsWith("duckdb") ? "" : server.freshDatabase();
        return contender.equals("qingfen") ? night(scratch, url) : other(contender, scratch, url);
    }

    private Measured night(Path scratch, String url) throws Exception {
        Path home = input.freshHome(scratch.resolve("home"));
        Night night = new Night(launcher, home);
        Instant started = Instant.now();
        Process process = endingWithThis(night.command(url).start());
        Memory memory = watched(process, url);
        int exit = process.waitFor();
        double whole = Duration.between(started, Instant.now()).toMillis() / 1000.0;
        memory.close();
        if (exit != 0) {
            throw new IllegalStateException("qingfen: the night ended with exit code " + exit);
        }
        return new Measured(
                "qingfen", options.pairs(), night.toPayouts(started, url), whole, memory.peak(), night.outcome());
    }

    private Measured other(String contender, Path scratch, String url) throws Exception {
        boolean lookup = contender.equals("lookup");
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx4g",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                contender,
                (lookup ? small : input).flat().toString(),
                url,
                scratch.toString());
        Instant started = Instant.now();
        Process process = endingWithThis(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        Memory memory = watched(process, url);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
        memory.close();
        Outcome outcome = output.lines()
                .filter(Outcome::isLine)
                .map(Outcome::parse)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        contender + " ended with exit code " + exit + " and without a result " + output));
        int pairs = lookup ? options.lookupPairs() : options.pairs();
        return new Measured(contender, pairs, seconds, seconds, memory.peak(), outcome);
    }

    private Memory watched(Process process, String url) {
        List<ProcessHandle> roots = new ArrayList<>(List.of(process.toHandle()));
        if (!url.isEmpty()) {
            server.process().ifPresent(roots::add);
        }
        return new Memory(roots);
    }
}

package io.qingfen.night;

import io.qingfen.faults.PlannedFaults;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The program's classes as the virtual machine keeps them in memory, written once for all processes that the tests
 * start. Two thirds of a short process are loading and checking classes; with it a start takes half the time.
 *
 * @param options for the virtual machine
 */
record SharedClasses(String classPath, List<String> options) {
    /** Classes as they come. */
    static final SharedClasses NONE = new SharedClasses(delivered(), List.of());

    private static SharedClasses ready;
    private static Path faults;

    /** Made by the first caller. */
    static synchronized SharedClasses ready() {
        if (ready == null) {
            try {
                ready = made();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        return ready;
    }

    /** The class that strikes, which is not delivered; behind the delivered ones, so that the archive still fits. */
    static synchronized Path faults() {
        if (faults == null) {
            try {
                Path own = Path.of(PlannedFaults.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
                Path directory = Files.createTempDirectory("night-faults");
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(
                                () -> org.springframework.util.FileSystemUtils.deleteRecursively(directory.toFile())));
                faults = jar(own, "io/qingfen/faults", directory.resolve("faults.jar"));
            } catch (IOException | URISyntaxException failed) {
                throw new IllegalStateException("the class that strikes is not there", failed);
            }
        }
        return faults;
    }

    /** A process that looks at an empty installation loads most of what a night needs. Without an archive it is slower. */
    private static SharedClasses made() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("night-classes");
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> org.springframework.util.FileSystemUtils.deleteRecursively(directory.toFile())));
        String classPath = inJars(directory);
        Path home = Nightly.home();
        Path archive = directory.resolve("classes.jsa");
        Process dump = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-Xlog:disable",
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-cp",
                        classPath,
                        "io.qingfen.cli.Main",
                        "run",
                        "--date",
                        Nightly.FIRST.toString(),
                        "--home",
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        dump.waitFor(4, TimeUnit.MINUTES);
        return Files.exists(archive)
                ? new SharedClasses(
                        classPath, List.of("-Xlog:disable", "-Xshare:auto", "-XX:SharedArchiveFile=" + archive))
                : NONE;
    }

    /** As delivered: without the tests' own classes and their stubs. */
    private static String delivered() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Only classes from jars can be shared. */
    private static String inJars(Path directory) throws IOException {
        StringBuilder jars = new StringBuilder();
        for (String entry : delivered().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                path = jar(path, "", directory.resolve("program.jar"));
            }
            jars.append(jars.isEmpty() ? "" : File.pathSeparator).append(path);
        }
        return jars.toString();
    }

    private static Path jar(Path classes, String within, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> all = Files.walk(classes.resolve(within))) {
            for (Path path : all.sorted().toList()) {
                String name = classes.relativize(path).toString().replace(File.separatorChar, '/');
                if (!name.isEmpty()) {
                    zip.putNextEntry(new ZipEntry(Files.isDirectory(path) ? name + "/" : name));
                    if (Files.isRegularFile(path)) {
                        Files.copy(path, zip);
                    }
                }
            }
        }
        return jar;
    }
}

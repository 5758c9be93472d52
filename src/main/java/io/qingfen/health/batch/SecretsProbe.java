package io.qingfen.health.batch;

import io.qingfen.health.Finding;
import io.qingfen.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who else may read the files with keys and passwords. */
record SecretsProbe(Home home, Map<String, String> environment) {
    private static final String PROBE = "secrets";

    /** Variables that name a file with a secret. */
    private static final List<String> NAMED =
            List.of("QINGFEN_ACCOUNT_KEY_FILE", "QINGFEN_DB_PASSWORD_FILE", "QINGFEN_DB_OWNER_PASSWORD_FILE");

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> GROUP =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE);

    Finding look() throws IOException {
        List<String> missing = new ArrayList<>();
        Set<Path> files = new TreeSet<>(standing());
        for (String name : NAMED) {
            String file = environment.getOrDefault(name, "");
            if (!file.isBlank() && !Files.isReadable(Path.of(file))) {
                missing.add(file + " (" + name + ") cannot be read");
            } else if (!file.isBlank()) {
                files.add(Path.of(file));
            }
        }
        if (!missing.isEmpty()) {
            return Finding.fail(
                    PROBE,
                    String.join(", ", missing),
                    "without it no date opens",
                    "put the file back, or name the right one");
        }
        return judged(files);
    }

    private static Finding judged(Set<Path> files) throws IOException {
        List<String> open = readableBy(files, OTHERS);
        String next = "chmod 600 on each; who could read a key may have it: think about a new one (docs/SECURITY.md)";
        if (!open.isEmpty()) {
            return Finding.fail(
                    PROBE,
                    "everybody on this machine may read " + String.join(", ", open),
                    "keys open the account numbers of the books, passwords the way to them",
                    next);
        }
        List<String> group = readableBy(files, GROUP);
        return group.isEmpty()
                ? Finding.ok(PROBE, files.isEmpty() ? "no files yet" : "readable by their owner only")
                : Finding.warn(PROBE, "a group may read " + String.join(", ", group), "a key needs one reader", next);
    }

    private Set<Path> standing() throws IOException {
        Path secrets = home.root().resolve("secrets");
        if (!Files.isDirectory(secrets)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(secrets)) {
            return new TreeSet<>(files.filter(Files::isRegularFile).toList());
        }
    }

    private static List<String> readableBy(Set<Path> files, Set<PosixFilePermission> whom) throws IOException {
        List<String> open = new ArrayList<>();
        for (Path file : files) {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix && Files.getPosixFilePermissions(file).stream().anyMatch(whom::contains)) {
                open.add(file.toString());
            }
        }
        return open;
    }
}

package io.qingfen.serve.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a re-run would read: each file of the inbox and of the reference data with its size and the time it was written. */
record LyingHere(Map<String, String> files) {
    static LyingHere in(Home home) {
        Map<String, String> files = new TreeMap<>();
        for (Path folder :
                new Path[] {home.inbox(), home.reference(), home.root().resolve("jobs")}) {
            if (Files.isDirectory(folder)) {
                note(home, folder, files);
            }
        }
        return new LyingHere(files);
    }

    /** @throws Refusal REFUSED when anything is another now */
    void requireStill(Home home, LocalDate date) {
        if (!in(home).equals(this)) {
            throw new Refusal(
                    Exit.REFUSED,
                    "business date " + date + ": files in inbox/, reference/ or jobs/ are others than those that the"
                            + " preview saw; preview it again");
        }
    }

    private static void note(Home home, Path folder, Map<String, String> files) {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path file : entries.toList()) {
                BasicFileAttributes now =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (!now.isDirectory()) {
                    files.put(home.root().relativize(file).toString(), now.size() + " " + now.lastModifiedTime());
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

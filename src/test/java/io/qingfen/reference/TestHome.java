package io.qingfen.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

/** A home directory made for one test: a copy of sound reference files, some of them replaced or edited. */
public record TestHome(Path root) {
    public static final LocalDate THU_2026_02_12 = LocalDate.of(2026, 2, 12);
    private static final Path FIVE_DAYS = Path.of("src/test/resources/reference/five-days");

    /** 14 merchants, 27 terminals, two plans, four policies; YAML written as JSON. */
    public static TestHome fiveDays(Path root) {
        return copy(FIVE_DAYS, root);
    }

    public static TestHome copy(Path from, Path root) {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> copyFile(file, root.resolve(from.relativize(file))));
            return new TestHome(root);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public TestHome write(String name, String content) {
        try {
            Files.createDirectories(root.resolve(name).getParent());
            Files.writeString(root.resolve(name), content);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String read(String name) {
        try {
            return Files.readString(root.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Replaces text that must be there. */
    public TestHome edit(String name, String old, String now) {
        String content = read(name);
        if (!content.contains(old)) {
            throw new IllegalArgumentException(name + " has no " + old);
        }
        return write(name, content.replace(old, now));
    }

    public TestHome delete(String name) {
        try {
            Files.delete(root.resolve(name));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void copyFile(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

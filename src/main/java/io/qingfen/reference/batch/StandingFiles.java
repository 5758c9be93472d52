package io.qingfen.reference.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Files where people put them.
 *
 * @param place where the file of a name stands
 */
record StandingFiles(Function<String, Path> place) implements ReferenceFiles {
    @Override
    public Optional<InputStream> open(String name) throws IOException {
        Path file = place.apply(name);
        return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
    }

    @Override
    public Optional<String> obstacle(String name) {
        Path file = place.apply(name);
        if (!Files.exists(file) || Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of("is " + (Files.isDirectory(file) ? "a directory" : "a device or a pipe")
                + "; a file is wanted in its place");
    }
}

package io.qingfen.cli;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The sample stories inside the program: {@code sample-days/NAME/home} with reference data and an inbox. */
final class SampleDays {
    private static final String FOLDER = "sample-days/";

    private SampleDays() {}

    /** Names in byte order. */
    static List<String> names() {
        return files("*/STORY.md")
                .map(path -> path.substring(0, path.indexOf('/')))
                .sorted()
                .toList();
    }

    /** Copies the home of a story to a directory that must be empty or absent. */
    static void copy(String name, Path home) {
        if (!names().contains(name)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "There is no sample story '" + name + "'. There are: " + String.join(", ", names()));
        }
        try {
            requireEmpty(home);
            for (Resource file : resources(name + "/home/**")) {
                copy(file, home, name + "/home/");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the sample home " + home, e);
        }
    }

    private static void requireEmpty(Path home) throws IOException {
        Files.createDirectories(home);
        try (Stream<Path> existing = Files.list(home)) {
            if (existing.findAny().isPresent()) {
                throw new Refusal(
                        Exit.REFUSED,
                        home + " is not empty; the demo writes only into a new home. Name another with --home DIR, or "
                                + "none for a temporary one");
            }
        }
    }

    private static void copy(Resource file, Path home, String folder) throws IOException {
        String path = path(file);
        if (path.endsWith("/") || !file.isReadable()) {
            return;
        }
        Path target = home.resolve(path.substring(folder.length()));
        Files.createDirectories(target.getParent());
        try (InputStream bytes = file.getInputStream()) {
            Files.copy(bytes, target);
        }
    }

    private static Stream<String> files(String pattern) {
        return Stream.of(resources(pattern)).map(SampleDays::path);
    }

    private static Resource[] resources(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Relative to the folder of samples, the same in a jar and on disk. */
    private static String path(Resource file) {
        try {
            String url = URLDecoder.decode(file.getURL().toString(), StandardCharsets.UTF_8);
            return url.substring(url.lastIndexOf(FOLDER) + FOLDER.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

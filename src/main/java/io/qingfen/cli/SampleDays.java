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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The sample stories inside the program: {@code sample-days/NAME/home} with reference data and an inbox, and
 * {@code STORY.md}. All play in one town: stories of following dates may share a home.
 */
final class SampleDays {
    private static final String FOLDER = "sample-days/";

    private SampleDays() {}

    /** Names in byte order; each begins with its first business date. */
    static List<String> names() {
        return Stream.of(resources("*/STORY.md"))
                .map(SampleDays::path)
                .map(path -> path.substring(0, path.indexOf('/')))
                .sorted()
                .toList();
    }

    /** What the story calls itself. */
    static String title(String name) {
        for (Resource story : resources(name + "/STORY.md")) {
            return new String(bytes(story), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse(name)
                    .replaceFirst("^# *", "");
        }
        throw unknown(name);
    }

    /** Writes the home of these stories to a directory that must be empty or absent. */
    static void write(List<String> stories, Path home) {
        try {
            requireEmpty(home);
            for (String story : stories) {
                Resource[] files = resources(story + "/home/**");
                if (files.length == 0) {
                    throw unknown(story);
                }
                for (Resource file : files) {
                    write(file, home, story + "/home/");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the sample home " + home, e);
        }
    }

    /** What people do by day in these stories; nothing when they come from other days. */
    static StoryActs acts(List<String> stories) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String story : stories) {
            for (Resource file : resources(story + "/**")) {
                String path = path(file);
                if (!path.endsWith("/") && file.isReadable()) {
                    files.put(path.substring(story.length() + 1), bytes(file));
                }
            }
        }
        return stories.size() == 1 ? StoryActs.of(files) : StoryActs.NONE;
    }

    private static Refusal unknown(String name) {
        return new Refusal(
                Exit.USAGE_OR_REFERENCE,
                "There is no sample story '" + name + "'. There are: " + String.join(", ", names()));
    }

    private static void requireEmpty(Path home) throws IOException {
        Files.createDirectories(home);
        try (Stream<Path> existing = Files.list(home)) {
            if (existing.findAny().isPresent()) {
                throw new Refusal(
                        Exit.REFUSED,
                        home + " is not empty, and the demo writes only into a new home. Name another with --home DIR, "
                                + "or none for a temporary one");
            }
        }
    }

    private static void write(Resource file, Path home, String folder) throws IOException {
        String path = path(file);
        if (path.endsWith("/") || !file.isReadable()) {
            return;
        }
        Path target = home.resolve(path.substring(folder.length()));
        Files.createDirectories(target.getParent());
        if (Files.exists(target)) {
            Files.write(target, together(Files.readAllBytes(target), bytes(file)));
        } else {
            Files.write(target, bytes(file));
        }
    }

    /** Every line once: two lists of merchants with one header become one list. */
    private static byte[] together(byte[] first, byte[] second) {
        if (java.util.Arrays.equals(first, second)) {
            return first;
        }
        Set<String> lines = new LinkedHashSet<>();
        new String(first, StandardCharsets.UTF_8).lines().forEach(lines::add);
        new String(second, StandardCharsets.UTF_8).lines().forEach(lines::add);
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

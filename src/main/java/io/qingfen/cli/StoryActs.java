package io.qingfen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What happens by day in a story: {@code acts.txt} beside STORY.md, one command of the command line on each line, behind
 * the business date after whose night it was typed; and {@code later/DATE/}, files that reach the inbox after that night.
 * Lines beginning with {@code #} are comments.
 *
 * <pre>
 * 2026-03-04 cases propose K0123… --resolution DO_NOT_SETTLE --comment "never claimed" --as mei
 * 2026-03-04 exit=3 cases approve K0123… --as mei
 * </pre>
 *
 * {@code exit=N} says that the command ends with that code instead of 0. A quoted text is one argument; {@code HOME}
 * inside an argument is the home of the story.
 */
record StoryActs(List<Act> acts, Map<LocalDate, Map<String, byte[]>> later) {
    private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (?:exit=(\\d+) )?(.+)");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    static final StoryActs NONE = new StoryActs(List.of(), Map.of());

    /** @param typed as it stands in the script, behind {@code qingfen} */
    record Act(LocalDate after, int exit, String typed) {

        List<String> arguments(Path home) {
            List<String> arguments = new ArrayList<>();
            ARGUMENT.matcher(typed).results().forEach(found -> {
                String argument = found.group(1) != null ? found.group(1) : found.group(2);
                arguments.add(argument.replace("HOME", home.toString()));
            });
            arguments.add("--home");
            arguments.add(home.toString());
            return arguments;
        }
    }

    /**
     * @param files of the story's folder by path relative to it; others than acts.txt and {@code later/} are ignored
     * @throws IllegalArgumentException when a line is none
     */
    static StoryActs of(Map<String, byte[]> files) {
        List<Act> acts = new ArrayList<>();
        new String(files.getOrDefault("acts.txt", new byte[0]), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> acts.add(act(line)));
        Map<LocalDate, Map<String, byte[]>> later = new TreeMap<>();
        files.forEach((path, bytes) -> {
            String[] parts = path.split("/");
            if (parts.length == 3 && parts[0].equals("later")) {
                later.computeIfAbsent(LocalDate.parse(parts[1]), date -> new TreeMap<>())
                        .put(parts[2], bytes);
            }
        });
        return new StoryActs(acts, later);
    }

    private static Act act(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a line of acts.txt is none: " + line);
        }
        int exit = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return new Act(LocalDate.parse(matcher.group(1)), exit, matcher.group(3));
    }

    List<Act> after(LocalDate date) {
        return acts.stream().filter(act -> act.after().equals(date)).toList();
    }

    /** The date whose night books the last act; empty when nobody acts. */
    Optional<LocalDate> lastDate() {
        return acts.stream().map(Act::after).max(Comparator.naturalOrder()).map(date -> date.plusDays(1));
    }

    /** Puts what came after this date's night into the inbox; returns the names. */
    List<String> deliver(LocalDate date, Path inbox) {
        Map<String, byte[]> files = later.getOrDefault(date, Map.of());
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.createDirectories(inbox);
                Files.write(inbox.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write into " + inbox, failed);
        }
        return List.copyOf(files.keySet());
    }
}

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
 * 2026-03-04 arrives terminal-batches_20260304_02.csv
 * 2026-03-04 rerun --date 2026-03-04 --dry-run
 * > changes: none; positions, payouts and cases are what they were
 * </pre>
 *
 * {@code exit=N} says that the command ends with that code instead of 0. A quoted text is one argument; {@code HOME}
 * inside an argument is the home of the story. {@code arrives NAME} puts that file of {@code later/DATE/} into the inbox
 * at its place among the commands; files that no line names are there before the first. Lines beginning with {@code >}
 * are what the command above them says, among other lines; tests ask for them.
 */
record StoryActs(List<Act> acts, Map<LocalDate, Map<String, byte[]>> later) {
    private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (?:exit=(\\d+) )?(.+)");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    static final StoryActs NONE = new StoryActs(List.of(), Map.of());

    /**
     * @param typed as it stands in the script, behind {@code qingfen}
     * @param says lines that it writes one below the other
     */
    record Act(LocalDate after, int exit, String typed, List<String> says) {
        private static final String ARRIVES = "arrives ";

        /** The file that arrives, when this is no command. */
        Optional<String> arriving() {
            return typed.startsWith(ARRIVES)
                    ? Optional.of(typed.substring(ARRIVES.length()).strip())
                    : Optional.empty();
        }

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
     * @throws IllegalArgumentException when a line is none, or a file arrives that is not there
     */
    static StoryActs of(Map<String, byte[]> files) {
        List<Act> acts = new ArrayList<>();
        new String(files.getOrDefault("acts.txt", new byte[0]), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> add(acts, line));
        Map<LocalDate, Map<String, byte[]>> later = new TreeMap<>();
        files.forEach((path, bytes) -> {
            String[] parts = path.split("/");
            if (parts.length == 3 && parts[0].equals("later")) {
                later.computeIfAbsent(LocalDate.parse(parts[1]), date -> new TreeMap<>())
                        .put(parts[2], bytes);
            }
        });
        StoryActs story = new StoryActs(acts, later);
        acts.forEach(act -> act.arriving().ifPresent(name -> story.file(act.after(), name)));
        return story;
    }

    private static void add(List<Act> acts, String line) {
        if (line.startsWith(">") && !acts.isEmpty()) {
            acts.get(acts.size() - 1).says().add(line.replaceFirst("^> ?", ""));
        } else {
            acts.add(act(line));
        }
    }

    private static Act act(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a line of acts.txt is none: " + line);
        }
        int exit = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return new Act(LocalDate.parse(matcher.group(1)), exit, matcher.group(3), new ArrayList<>());
    }

    List<Act> after(LocalDate date) {
        return acts.stream().filter(act -> act.after().equals(date)).toList();
    }

    /** The date whose night books the last act; empty when nobody acts. */
    Optional<LocalDate> lastDate() {
        return acts.stream().map(Act::after).max(Comparator.naturalOrder()).map(date -> date.plusDays(1));
    }

    /** Puts what came after this date's night, before anybody acted, into the inbox; returns the names. */
    List<String> deliver(LocalDate date, Path inbox) {
        List<String> names = new ArrayList<>(later.getOrDefault(date, Map.of()).keySet());
        after(date).forEach(act -> act.arriving().ifPresent(names::remove));
        names.forEach(name -> write(inbox, name, file(date, name)));
        return names;
    }

    /** Puts the file of an act that is no command into the inbox. */
    void deliver(Act arrival, Path inbox) {
        String name = arrival.arriving().orElseThrow();
        write(inbox, name, file(arrival.after(), name));
    }

    private byte[] file(LocalDate date, String name) {
        byte[] bytes = later.getOrDefault(date, Map.of()).get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("acts.txt names later/" + date + "/" + name + ", which is not there");
        }
        return bytes;
    }

    private static void write(Path inbox, String name, byte[] bytes) {
        try {
            Files.createDirectories(inbox);
            Files.write(inbox.resolve(name), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write into " + inbox, failed);
        }
    }
}

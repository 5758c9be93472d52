package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/**
 * What people did by day in a story: {@code acts.txt} beside STORY.md, one command of the command line on each line,
 * behind the business date after whose night it was typed. Lines beginning with {@code #} are comments.
 *
 * <pre>
 * 2026-03-04 cases propose K0123… --resolution DO_NOT_SETTLE --comment "never claimed" --as mei
 * 2026-03-04 exit=3 cases approve K0123… --as mei
 * </pre>
 *
 * {@code exit=N} says that the command must end with that code instead of 0. A quoted text is one argument; {@code HOME}
 * inside an argument is the home of the story, so that an act can also name a file there.
 */
public final class PlayedActs {
    private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (?:exit=(\\d+) )?(.+)");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private record Act(LocalDate after, int exit, List<String> arguments) {}

    private final List<Act> acts;

    private PlayedActs(List<Act> acts) {
        this.acts = acts;
    }

    /** Of a story's folder; without acts.txt nobody did anything. */
    public static PlayedActs of(Path story) throws IOException {
        Path script = story.resolve("acts.txt");
        List<Act> acts = new ArrayList<>();
        if (Files.exists(script)) {
            for (String line : Files.readAllLines(script)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    acts.add(act(line));
                }
            }
        }
        return new PlayedActs(acts);
    }

    private static Act act(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        assertThat(matcher.matches()).as("a line of acts.txt: %s", line).isTrue();
        List<String> arguments = ARGUMENT.matcher(matcher.group(3))
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .collect(Collectors.toList());
        int exit = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return new Act(LocalDate.parse(matcher.group(1)), exit, arguments);
    }

    /** Types the commands of the day after this date's night, on the open books of the running program. */
    public void after(LocalDate date, Path home, ApplicationContext program) {
        for (Act act : acts) {
            if (act.after().equals(date)) {
                List<String> arguments = new ArrayList<>();
                act.arguments().forEach(one -> arguments.add(one.replace("HOME", home.toString())));
                arguments.add("--home");
                arguments.add(home.toString());
                Invocation done = Invocation.of(new OpenBooks(program), arguments.toArray(String[]::new));
                assertThat(done.exit())
                        .as("%s\n%s%s", act, done.out(), done.err())
                        .isEqualTo(act.exit());
            }
        }
    }

    /** The books are open already, and stay so. */
    private record OpenBooks(ApplicationContext program) implements Engine {
        @Override
        public <T> T part(Class<T> type) {
            return program.getBean(type);
        }

        @Override
        public void run(LocalDate date, int workers) {
            throw new UnsupportedOperationException("nights are played by the story itself");
        }

        @Override
        public void restart(LocalDate date, int workers) {
            run(date, workers);
        }

        @Override
        public List<LocalDate> datesUntil(LocalDate until) {
            throw new UnsupportedOperationException("nights are played by the story itself");
        }

        @Override
        public void requireRunnable(LocalDate date) {}

        @Override
        public NightAccounts accounts() {
            return part(NightAccounts.class);
        }

        @Override
        public void close() {}
    }
}

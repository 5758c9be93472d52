package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** What happens by day in a story of sample-files, played on the open books of a test; see {@link StoryActs}. */
public final class PlayedActs {
    private final StoryActs acts;

    private PlayedActs(StoryActs acts) {
        this.acts = acts;
    }

    /** Of a story's folder; without acts.txt nobody did anything. */
    public static PlayedActs of(Path story) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(story)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(story.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return new PlayedActs(StoryActs.of(files));
    }

    /** Delivers the files and types the commands of the day after this date's night. */
    public void after(LocalDate date, Path home, ApplicationContext program) {
        acts.deliver(date, home.resolve("inbox"));
        for (StoryActs.Act act : acts.after(date)) {
            if (act.arriving().isPresent()) {
                acts.deliver(act, home.resolve("inbox"));
            } else {
                play(act, home, program);
            }
        }
    }

    private static void play(StoryActs.Act act, Path home, ApplicationContext program) {
        Typed done = Typed.of(program, act.arguments(home));
        assertThat(done.exit()).as("%s\n%s", act, done.said()).isEqualTo(act.exit());
        assertThat(done.said()).as(act.typed()).contains(String.join("\n", act.says()));
    }
}

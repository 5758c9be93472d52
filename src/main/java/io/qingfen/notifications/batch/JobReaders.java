package io.qingfen.notifications.batch;

import io.qingfen.notifications.News;
import io.qingfen.notifications.NewsOutbox;
import io.qingfen.run.Home;
import io.qingfen.run.Notice;
import io.qingfen.run.Notices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.stereotype.Component;

/**
 * Keeps each change for the recipients that {@code notifications:} of {@code jobs/NAME.yml} names for it. The
 * definition is checked where jobs are read; what cannot be read here tells {@code ops}, who would want to know.
 */
@Component
class JobReaders implements Notices {
    private static final Set<String> WITHOUT_DEFINITION = Set.of("ops");
    private final NewsOutbox outbox;
    private final Home home;

    JobReaders(NewsOutbox outbox, Home home) {
        this.outbox = outbox;
        this.home = home;
    }

    @Override
    public void tell(Notice notice) {
        String text = Wording.masked(notice.text());
        for (String recipient : recipients(notice)) {
            outbox.add(new News(notice.kind().name(), notice.job(), notice.businessDate(), recipient, text));
        }
    }

    private Set<String> recipients(Notice notice) {
        try {
            Object definition = new Load(LoadSettings.builder().build()).loadFromString(text(notice.job()));
            Set<String> recipients = new LinkedHashSet<>();
            for (Object one : (List<?>) ((Map<?, ?>) definition).get("notifications")) {
                Map<?, ?> told = (Map<?, ?>) one;
                if (word(notice).equals(told.get("on"))) {
                    recipients.addAll(names(told.get("to")));
                }
            }
            return recipients;
        } catch (RuntimeException unreadable) {
            return WITHOUT_DEFINITION;
        }
    }

    private static String word(Notice notice) {
        return notice.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<String> names(Object to) {
        List<String> names = new ArrayList<>();
        if (to instanceof List<?> several) {
            several.forEach(one -> names.add(one.toString()));
        } else if (to != null) {
            names.add(to.toString());
        }
        return names;
    }

    private String text(String job) {
        Path own = home.root().resolve("jobs").resolve(job + ".yml");
        try (InputStream bytes = Files.isRegularFile(own)
                ? Files.newInputStream(own)
                : JobReaders.class.getClassLoader().getResourceAsStream("jobs/" + job + ".yml")) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

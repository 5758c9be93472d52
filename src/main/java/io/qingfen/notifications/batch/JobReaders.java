package io.qingfen.notifications.batch;

import io.qingfen.notifications.News;
import io.qingfen.notifications.NewsOutbox;
import io.qingfen.run.Home;
import io.qingfen.run.Notice;
import io.qingfen.run.Notices;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobDefinitions;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps each change for the recipients that {@code notifications:} of {@code jobs/NAME.yml} names for it. When the
 * definition has problems {@code ops} is told, who would want to know.
 */
@Component
class JobReaders implements Notices {
    private static final Logger LOG = LoggerFactory.getLogger(JobReaders.class);
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
            Set<String> recipients = new LinkedHashSet<>();
            JobDefinitions.read(home, notice.job()).notifications().stream()
                    .filter(told -> told.on() == notice.kind())
                    .map(JobDefinition.Notification::to)
                    .forEach(recipients::addAll);
            return recipients;
        } catch (Refusal unsound) {
            LOG.warn("who is told of {}: {}; ops is", notice.kind(), String.join("; ", unsound.problems()));
            return WITHOUT_DEFINITION;
        }
    }
}

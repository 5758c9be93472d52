package io.qingfen.schedule;

import io.qingfen.run.AfterNight;
import io.qingfen.run.Notice;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.JobStates.Topic;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells how nights end, whoever started them. A night is never the worse for it. */
@Component
public class NightNews implements AfterNight {
    private static final Logger LOG = LoggerFactory.getLogger(NightNews.class);
    private static final String JOB = "nightly-settlement";
    private static final Set<Notice.Kind> FAILING =
            Set.of(Notice.Kind.FAILED, Notice.Kind.CONTROL_OPEN, Notice.Kind.REFUSED_FILE);
    private final JobStates states;
    private final NightSizes sizes;

    public NightNews(JobStates states, NightSizes sizes) {
        this.states = states;
        this.sizes = sizes;
    }

    /** Also for a date whose process died between its last commit and the telling. */
    @Override
    public void afterNight(LocalDate businessDate) {
        safely(() -> {
            Optional<Notice.Kind> before = states.of(JOB, businessDate, Topic.RUN);
            if (before.filter(FAILING::contains).isPresent()) {
                String text = "business date " + businessDate + " is closed after it had stopped";
                states.become(JOB, businessDate, Topic.RUN, Notice.Kind.RECOVERED, text);
            }
            String text = "business date " + businessDate + " is closed; see it: qingfen status --date " + businessDate;
            states.become(JOB, businessDate, Topic.RUN, Notice.Kind.CLOSED, text);
        });
        safely(() -> sizes.of(List.of(businessDate)).stream()
                .findFirst()
                .flatMap(night -> night.unlike(sizes.of(NightSize.compared(businessDate))))
                .ifPresent(what -> states.become(
                        JOB,
                        businessDate,
                        Topic.SIZE,
                        Notice.Kind.UNUSUAL,
                        "business date " + businessDate + ": " + what + "; see it: qingfen status --date "
                                + businessDate)));
    }

    @Override
    public void afterFailure(LocalDate businessDate, Refusal refusal) {
        Notice.Kind kind =
                switch (refusal.exit()) {
                    case CONTROL_OPEN -> Notice.Kind.CONTROL_OPEN;
                    case INPUT_REFUSED -> Notice.Kind.REFUSED_FILE;
                    default -> Notice.Kind.FAILED;
                };
        failed(businessDate, kind, String.join("\n", refusal.problems()));
    }

    /** Of a date that stands as failed: told unless it was told when it failed. */
    public void foundFailed(LocalDate businessDate, String reason) {
        safely(() -> {
            if (states.of(JOB, businessDate, Topic.RUN)
                    .filter(FAILING::contains)
                    .isEmpty()) {
                failed(businessDate, Notice.Kind.FAILED, reason);
            }
        });
    }

    private void failed(LocalDate businessDate, Notice.Kind kind, String text) {
        safely(() -> states.become(JOB, businessDate, Topic.RUN, kind, text));
    }

    private static void safely(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException untold) {
            LOG.warn("how a night ended could not be told: {}", untold.getMessage());
        }
    }
}

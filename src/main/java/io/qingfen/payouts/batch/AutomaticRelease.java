package io.qingfen.payouts.batch;

import io.qingfen.payouts.jdbc.Proposals;
import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.References;
import io.qingfen.run.AfterNight;
import io.qingfen.run.Home;
import io.qingfen.run.NamedCommands;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends what a process that died had begun, when the next one starts; and where {@code payouts.release} is automatic,
 * releases every date whose night closed with that setting and that nobody has touched.
 */
@Component
class AutomaticRelease implements AfterNight {
    private static final Logger LOG = LoggerFactory.getLogger(AutomaticRelease.class);
    private final ReleasingPayouts releases;
    private final Proposals proposals;
    private final CurrentReference current;
    private final References references;
    private final String homeFlag;

    AutomaticRelease(
            ReleasingPayouts releases,
            Proposals proposals,
            CurrentReference current,
            References references,
            Home home) {
        this.homeFlag = NamedCommands.homeFlag(home.root());
        this.releases = releases;
        this.proposals = proposals;
        this.current = current;
        this.references = references;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        try {
            releases.recover();
            releaseWhatWaits();
        } catch (Refusal refusal) {
            // Whoever started the program may have come to mend just this.
            tell(refusal.problems());
        }
    }

    @Override
    public void afterNight(LocalDate businessDate) {
        try {
            releaseWhatWaits();
        } catch (Refusal refusal) {
            tell(refusal.problems());
        }
    }

    private void releaseWhatWaits() {
        if (!current.settings().payouts().automatic()) {
            return;
        }
        for (LocalDate date : proposals.neverProposed()) {
            if (references.of(date).settings().payouts().automatic()) {
                tell(releases.releaseBySystem(date));
            }
        }
    }

    /** Logs are read anywhere: each command names its home. */
    private void tell(List<String> problems) {
        problems.forEach(problem -> LOG.warn("not released: {}", NamedCommands.onHome(problem, homeFlag)));
    }
}

package io.qingfen.payouts.batch;

import io.qingfen.payouts.ReleaseContent;
import io.qingfen.payouts.ReleaseGate;
import io.qingfen.payouts.jdbc.Preparedness;
import io.qingfen.run.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What would leave if a date were released now, and what speaks against it. Reads every byte of the bank files. */
@Component
class ReleaseReview {
    private final Preparedness prepared;
    private final List<ReleaseGate> gates;
    private final Home home;

    ReleaseReview(Preparedness prepared, List<ReleaseGate> gates, Home home) {
        this.prepared = prepared;
        this.gates = gates;
        this.home = home;
    }

    /**
     * The outcome.
     *
     * @param changed why the bytes on disk are not what was written; then the content must not be trusted
     * @param objections what the gates say
     */
    record Findings(ReleaseContent content, List<String> changed, List<String> objections) {}

    Findings of(LocalDate businessDate) {
        ReleaseContent content = content(businessDate);
        return new Findings(content, changed(content), objections(businessDate));
    }

    ReleaseContent content(LocalDate businessDate) {
        return new ReleaseContent(
                businessDate,
                prepared.totals(businessDate),
                prepared.files(businessDate),
                prepared.payoutsSha256(businessDate));
    }

    List<String> objections(LocalDate businessDate) {
        return gates.stream()
                .flatMap(gate -> gate.objections(businessDate).stream())
                .toList();
    }

    private List<String> changed(ReleaseContent content) {
        ReleaseFiles files = new ReleaseFiles(home.outbox(content.businessDate()));
        try {
            if (files.areReleased()) {
                return List.of(home.outbox(content.businessDate()).resolve("released")
                        + ": exists although nothing of the date is released; find out who put it there");
            }
            return files.problemsWaiting(content.files());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package io.qingfen.payouts.batch;

import io.qingfen.payouts.ReleaseContent;
import io.qingfen.payouts.ReleaseGate;
import io.qingfen.payouts.jdbc.Preparedness;
import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.Settings;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What would leave if a date were released now, and what speaks against it. Reads every byte of the bank files. */
@Component
class ReleaseReview {
    private final Preparedness prepared;
    private final List<ReleaseGate> gates;
    private final CurrentReference reference;
    private final Home home;

    ReleaseReview(Preparedness prepared, List<ReleaseGate> gates, CurrentReference reference, Home home) {
        this.prepared = prepared;
        this.gates = gates;
        this.reference = reference;
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

    /** All payouts, in the files of the formats that {@code payouts.send} names. */
    ReleaseContent content(LocalDate businessDate) {
        Settings.Payouts settings = reference.settings().payouts();
        return new ReleaseContent(
                businessDate,
                prepared.totals(businessDate),
                prepared.files(businessDate).stream()
                        .filter(file -> settings.sends(file.name()))
                        .toList(),
                prepared.payoutsSha256(businessDate));
    }

    List<String> objections(LocalDate businessDate) {
        return objections(businessDate, false);
    }

    /** What the gates say that are asked last. */
    List<String> lastObjections(LocalDate businessDate) {
        return objections(businessDate, true);
    }

    private List<String> objections(LocalDate businessDate, boolean last) {
        return gates.stream()
                .filter(gate -> gate.isLast() == last)
                .flatMap(gate -> gate.objections(businessDate).stream())
                .toList();
    }

    private List<String> changed(ReleaseContent content) {
        ReleaseFiles files = new ReleaseFiles(home.outbox(content.businessDate()));
        try {
            // The very same files are there when they left before the books were restored from a backup: an approval
            // then only records them.
            if (files.areReleased() && !files.problemsReleased(content.files()).isEmpty()) {
                return List.of(home.outbox(content.businessDate()).resolve("released")
                        + ": exists although nothing of the date is released, and its files are not these; find out who"
                        + " put it there");
            }
            List<String> problems = new ArrayList<>(files.inTheWay());
            problems.addAll(files.problemsWaiting(prepared.files(content.businessDate())));
            return problems;
        } catch (IOException unreadable) {
            throw new Refusal(
                    Exit.FAILED,
                    "bank files of " + content.businessDate() + " cannot be read (" + unreadable
                            + "); let the user of this program read them, then type the same command again");
        }
    }
}

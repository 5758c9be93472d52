package io.qingfen.payouts.batch;

import io.qingfen.payouts.ReleaseGate;
import io.qingfen.reference.CurrentReference;
import io.qingfen.verify.Report;
import io.qingfen.verify.Verification;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** No money leaves a date that cannot be proved again by code that shares nothing with the night. */
@Component
class ProofGate implements ReleaseGate {
    private static final int SHOWN = 10;
    private final CurrentReference reference;
    private final Verification verification;

    ProofGate(CurrentReference reference, Verification verification) {
        this.reference = reference;
        this.verification = verification;
    }

    @Override
    public boolean isLast() {
        return true;
    }

    @Override
    public List<String> objections(LocalDate businessDate) {
        if (!reference.settings().payouts().verify()) {
            return List.of();
        }
        try {
            Report report = verification.of(businessDate);
            return report.isProved() ? List.of() : red(report);
        } catch (UncheckedIOException unreadable) {
            return List.of(businessDate + " cannot be proved: " + unreadable.getMessage()
                    + "; nothing was released; look: qingfen verify --date " + businessDate);
        }
    }

    private static List<String> red(Report report) {
        List<String> differences = report.differences();
        List<String> told = new ArrayList<>(differences.stream().limit(SHOWN).toList());
        String more = differences.size() > SHOWN ? " (" + (differences.size() - SHOWN) + " more)" : "";
        told.add("the proof of " + report.businessDate() + " is red" + more + ": nothing was released; find each"
                + " difference, then approve again; all of them: qingfen verify --date " + report.businessDate());
        return told;
    }
}

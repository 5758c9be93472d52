package io.qingfen.scheme.batch;

import io.qingfen.payouts.ReleaseGate;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.jdbc.SchemeDays;
import io.qingfen.scheme.jdbc.UndecidedDifferences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Where a source requires confirmation, no payout of a date leaves before its files were compared, and while a difference
 * that was found on the date waits for a decision.
 */
@Component
class SchemeGate implements ReleaseGate {
    private static final int LISTED = 20;
    private final SchemesFile settings;
    private final SchemeDays days;
    private final UndecidedDifferences undecided;

    SchemeGate(Home home, SchemeDays days, UndecidedDifferences undecided) {
        this.settings = new SchemesFile(home, new SchemeFormats(home));
        this.days = days;
        this.undecided = undecided;
    }

    @Override
    public List<String> objections(LocalDate businessDate) {
        List<String> objections = new ArrayList<>();
        try {
            for (SchemeSource source : settings.sources().values()) {
                if (source.requireConfirmation()) {
                    objections.addAll(of(source, businessDate));
                }
            }
        } catch (Refusal unsound) {
            return unsound.problems();
        }
        return objections;
    }

    private List<String> of(SchemeSource source, LocalDate date) {
        if (!days.isCompared(source.name(), date)) {
            return List.of("the files of " + source.name() + " of " + date + " were not compared, and "
                    + SchemesFile.NAME + " requires it; qingfen run scheme-reconciliation --date " + date);
        }
        List<String> cases = undecided.of(source.name(), date);
        List<String> shown = cases.subList(0, Math.min(LISTED, cases.size()));
        return cases.isEmpty()
                ? List.of()
                : List.of(cases.size() + " differences with the files of " + source.name() + " of " + date
                        + " wait for a decision: " + String.join(", ", shown)
                        + (shown.size() < cases.size() ? " …" : "") + "; qingfen cases list");
    }
}

package io.qingfen.reports;

import io.qingfen.reports.ReportRows.Failed;
import io.qingfen.reports.ReportRows.OpenCase;
import io.qingfen.reports.ReportRows.Positions;
import io.qingfen.reports.ReportRows.Scheme;
import io.qingfen.reports.ReportRows.Trend;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What each report on demand says, from what the books say. */
public final class DemandedSections {
    private final LocalDate date;
    private final Explanations explanations;
    private final Words words;

    public DemandedSections(LocalDate date, Explanations explanations, Words words) {
        this.date = date;
        this.explanations = explanations;
        this.words = words;
    }

    public List<ReportSection> settlement(Figures figures) {
        return new ReportSections(figures, explanations, words).all();
    }

    public List<ReportSection> kpis(Figures figures, List<Positions> positions, List<Trend> trend) {
        return new KpiReport(figures, trend, explanations, words).all(positions);
    }

    public List<ReportSection> fees(ReportRows.Fees fees) {
        return new FeeReport(fees, words).all();
    }

    public List<ReportSection> deposits(ReportRows.Deposits deposits) {
        return new DepositReport(date, deposits, words).all();
    }

    public List<ReportSection> failures(Figures figures, List<Failed> failed, Map<String, String> names) {
        return new FailureReport(failed, figures, explanations, names, words).all();
    }

    public List<ReportSection> reconciliation(Figures figures, List<Scheme> schemes, List<OpenCase> cases) {
        ReportSection ageing = new ReportSections(figures, explanations, words).ageing();
        return new ReconciliationReport(figures, schemes, cases, words).all(ageing);
    }
}

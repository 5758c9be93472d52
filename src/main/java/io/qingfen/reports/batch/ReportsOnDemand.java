package io.qingfen.reports.batch;

import io.qingfen.reference.References;
import io.qingfen.reference.Snapshot;
import io.qingfen.reports.DemandedSections;
import io.qingfen.reports.Explanations;
import io.qingfen.reports.Figures;
import io.qingfen.reports.Report;
import io.qingfen.reports.ReportName;
import io.qingfen.reports.ReportPage;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportTexts;
import io.qingfen.reports.Reports;
import io.qingfen.reports.jdbc.BooksOnDemand;
import io.qingfen.reports.jdbc.FiguresQuery;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Reads what a report needs from the books, and no more. */
@Component
class ReportsOnDemand implements Reports {
    private final BooksOnDemand books;
    private final FiguresQuery figures;
    private final References references;
    private final BusinessDays days;
    private final Map<String, ReportTexts> texts = new ConcurrentHashMap<>();

    ReportsOnDemand(BooksOnDemand books, FiguresQuery figures, References references, BusinessDays days) {
        this.books = books;
        this.figures = figures;
        this.references = references;
        this.days = days;
    }

    @Override
    public Report of(LocalDate date, ReportName name, String language) {
        requireClosed(date);
        Snapshot snapshot = references.of(date);
        ReportTexts chosen = texts(language.isEmpty() ? snapshot.settings().language() : language)
                .titled(name);
        Explanations explanations = new Explanations(snapshot, chosen.language(), chosen.cases());
        DemandedSections sections = new DemandedSections(date, explanations, chosen.words());
        String acquirer = snapshot.settings().acquirer().name();
        return new Report(date, name, chosen.language(), acquirer, sections(snapshot, name, sections));
    }

    private List<ReportSection> sections(Snapshot snapshot, ReportName name, DemandedSections sections) {
        LocalDate date = snapshot.businessDate();
        return switch (name) {
            case SETTLEMENT -> sections.settlement(figures(snapshot));
            case KPIS -> sections.kpis(figures(snapshot), books.positions(date), books.trend(date));
            case FEES -> sections.fees(books.fees(date));
            case DEPOSITS -> sections.deposits(books.deposits(date));
            case FAILURES -> sections.failures(figures(snapshot), books.failed(date), books.names(date));
            case RECONCILIATION ->
                sections.reconciliation(figures(snapshot), books.schemes(date), books.openCases(date));
        };
    }

    private Figures figures(Snapshot snapshot) {
        return figures.of(snapshot, books.items(snapshot.businessDate()));
    }

    private void requireClosed(LocalDate date) {
        days.requireKept(date);
        BusinessDay day = days.find(date)
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        "The books do not have " + date + ". The dates of the books: qingfen status"));
        if (day.state() != BusinessDay.State.CLOSED) {
            throw new Refusal(
                    Exit.REFUSED,
                    date + " is " + day.state()
                            + ", reports are made of closed dates. Where it stands: qingfen status");
        }
    }

    @Override
    public byte[] file(Report report, String form) throws IOException {
        return switch (form) {
            case "json" -> MachineFiles.json(report);
            case "zip" -> MachineFiles.zip(report);
            default ->
                ReportForm.valueOf(form.toUpperCase(java.util.Locale.ROOT))
                        .of(report.businessDate(), report.acquirer(), texts(report), report.sections());
        };
    }

    @Override
    public byte[] csv(ReportSection section, List<String> columns) throws IOException {
        return MachineFiles.csv(section, columns);
    }

    @Override
    public String screen(Report report) {
        return new ReportPage(report.businessDate(), report.acquirer(), texts(report)).pieces(report.sections());
    }

    private ReportTexts texts(Report report) {
        return texts(report.language()).titled(report.name());
    }

    private ReportTexts texts(String language) {
        return texts.computeIfAbsent(language, ShippedTexts::in);
    }
}

package io.qingfen.reports.batch;

import io.qingfen.reference.References;
import io.qingfen.reference.Snapshot;
import io.qingfen.reports.Explanations;
import io.qingfen.reports.Figures;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportSections;
import io.qingfen.reports.ReportTexts;
import io.qingfen.reports.SummaryText;
import io.qingfen.reports.TransactionFragment;
import io.qingfen.reports.jdbc.FiguresQuery;
import io.qingfen.reports.jdbc.LedgerJournal;
import io.qingfen.reports.jdbc.ReportFiles;
import io.qingfen.reports.jdbc.ReportTables;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.CompleteFile.Published;
import io.qingfen.run.PartitionWork;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes everything that a date shows: a partition per file, the transactions in pieces; then, when all are there, the
 * joined transactions, the summary and, last, the manifest.
 */
final class PublishingReports implements PartitionWork {
    private static final String JOURNAL = "journal.ledger";

    private final References references;
    private final ReportTables tables;
    private final LedgerJournal journal;
    private final FiguresQuery figures;
    private final TransactionFiles transactions;
    private final StatementFiles statements;
    private final ReportFiles published;

    PublishingReports(
            References references,
            ReportTables tables,
            LedgerJournal journal,
            FiguresQuery figures,
            TransactionFiles transactions,
            StatementFiles statements,
            ReportFiles published) {
        this.references = references;
        this.tables = tables;
        this.journal = journal;
        this.figures = figures;
        this.transactions = transactions;
        this.statements = statements;
        this.published = published;
    }

    @Override
    public List<String> partitions(RunContext run) {
        List<String> partitions = new ArrayList<>();
        transactions.fragments(run).forEach(fragment -> partitions.add(fragment.partition()));
        partitions.add(JOURNAL);
        Snapshot reference = references.of(run.businessDate());
        partitions.addAll(tables.fileNames(reference.agreements().agents().isPresent()));
        partitions.addAll(StatementFiles.partitions(reference));
        return partitions;
    }

    @Override
    public void run(RunContext run, String partition) throws IOException {
        if (TransactionFragment.isPartition(partition)) {
            transactions.write(run, TransactionFragment.of(partition));
        } else if (partition.startsWith(StatementFiles.FOLDER)) {
            statements.write(run, references.of(run.businessDate()), partition);
        } else {
            publish(run, partition);
        }
    }

    private void publish(RunContext run, String name) throws IOException {
        Snapshot snapshot = references.of(run.businessDate());
        Explanations explanations = new Explanations(
                snapshot, ShippedTexts.in(snapshot.settings().language()).cases());
        try (CompleteFile file = CompleteFile.create(outbox(run).resolve(name))) {
            long rows = name.equals(JOURNAL)
                    ? journal.write(run.businessDate(), file)
                    : tables.write(name, run.businessDate(), explanations, file);
            record(run, file.publish(), rows);
        }
    }

    /** Writes the report for people in each of its forms; what is returned are its figures, for the summary. */
    private Map<String, Object> report(RunContext run) throws IOException {
        Snapshot snapshot = references.of(run.businessDate());
        Figures read = figures.of(snapshot, transactions.items(run));
        ReportTexts texts = ShippedTexts.in(snapshot.settings().language());
        Explanations explanations = new Explanations(snapshot, texts.cases());
        List<ReportSection> sections = new ReportSections(read, explanations, texts.words()).all();
        String acquirer = snapshot.settings().acquirer().name();
        for (ReportForm form : ReportForm.values()) {
            byte[] bytes = form.of(run.businessDate(), acquirer, texts, sections);
            record(run, CompleteFile.of(outbox(run).resolve(form.fileName()), bytes), null);
        }
        return new SummaryText(read, explanations).tree();
    }

    @Override
    public void finish(RunContext run) throws IOException {
        Map<String, Object> summary = report(run);
        List<String> joined = new ArrayList<>();
        for (TransactionFiles.Joined one : transactions.join(run)) {
            record(run, one.file(), one.rows());
            joined.add(one.file().path().getFileName().toString());
        }
        new Leftovers(published).remove(run, joined);
        Manifest manifest = new Manifest(published);
        summary.put("files", manifest.files(run.businessDate()));
        record(run, CompleteFile.of(outbox(run).resolve(Manifest.SUMMARY), JsonText.bytes(summary)), null);
        try (CompleteFile file = CompleteFile.create(outbox(run).resolve(Manifest.NAME))) {
            manifest.write(run.businessDate(), file);
            file.publish();
        }
    }

    private void record(RunContext run, Published file, Long rows) {
        published.record(run.businessDate(), file.path().getFileName().toString(), rows, file.bytes(), file.sha256());
    }

    private static Path outbox(RunContext run) {
        return run.home().outbox(run.businessDate());
    }
}

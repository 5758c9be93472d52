package io.qingfen.reports.batch;

import io.qingfen.reference.Merchant;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.reports.Statement;
import io.qingfen.reports.StatementPage;
import io.qingfen.reports.Words;
import io.qingfen.reports.jdbc.ReportFiles;
import io.qingfen.reports.jdbc.StatementRows;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.CompleteFile.Published;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code statements/MERCHANT.csv} of every merchant with a position, and the PDF of those that want one. */
final class StatementFiles {
    static final String FOLDER = "statements/";
    private static final int MERCHANTS_AT_ONCE = 1_000;

    private final StatementRows rows;
    private final ReportFiles published;

    StatementFiles(StatementRows rows, ReportFiles published) {
        this.rows = rows;
        this.published = published;
    }

    /** Ranges of merchants, {@code statements/FROM/TO}, both ends included. */
    static List<String> partitions(Snapshot snapshot) {
        List<Merchant> merchants = snapshot.merchants();
        List<String> partitions = new ArrayList<>();
        for (int from = 0; from < merchants.size(); from += MERCHANTS_AT_ONCE) {
            int to = Math.min(merchants.size(), from + MERCHANTS_AT_ONCE) - 1;
            partitions.add(
                    FOLDER + merchants.get(from).id() + "/" + merchants.get(to).id());
        }
        return partitions;
    }

    void write(RunContext run, Snapshot snapshot, String partition) throws IOException {
        String[] range = partition.substring(FOLDER.length()).split("/");
        try (Pdfs pdfs = new Pdfs(snapshot.settings())) {
            rows.each(run.businessDate(), range[0], range[1], statements -> {
                try {
                    write(run, statements);
                    pdfs.write(run, statements);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private void write(RunContext run, List<Statement> statements) throws IOException {
        Path path = folder(run).resolve(statements.get(0).merchantId() + ".csv");
        try (CompleteFile file = CompleteFile.create(path)) {
            long written = StatementCsv.write(statements, file);
            record(run, file.publish(), written);
        }
    }

    private void record(RunContext run, Published file, Long written) {
        published.record(run.businessDate(), FOLDER + file.path().getFileName(), written, file.bytes(), file.sha256());
    }

    private static Path folder(RunContext run) {
        return run.home().outbox(run.businessDate()).resolve("statements");
    }

    static List<StatementPage> pages(List<Statement> statements, Settings settings) {
        Words words = ShippedTexts.in(settings.language()).words();
        return statements.stream()
                .map(each -> new StatementPage(each, settings.acquirer().name(), words))
                .toList();
    }

    /** The font is read when the first merchant of the range wants a PDF. */
    private final class Pdfs implements AutoCloseable {
        private final Settings settings;
        private StatementPdf pdf;

        Pdfs(Settings settings) {
            this.settings = settings;
        }

        void write(RunContext run, List<Statement> statements) throws IOException {
            String merchant = statements.get(0).merchantId();
            if (!settings.statements().wantsPdf(merchant)) {
                return;
            }
            if (pdf == null) {
                pdf = new StatementPdf();
            }
            byte[] document = pdf.of(pages(statements, settings));
            record(run, CompleteFile.of(folder(run).resolve(merchant + ".pdf"), document), null);
        }

        @Override
        public void close() throws IOException {
            if (pdf != null) {
                pdf.close();
            }
        }
    }
}

package io.qingfen.reports.batch;

import io.qingfen.reference.Merchant;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.reports.Statement;
import io.qingfen.reports.StatementPage;
import io.qingfen.reports.Words;
import io.qingfen.reports.jdbc.ReportFiles;
import io.qingfen.reports.jdbc.ReportFiles.Written;
import io.qingfen.reports.jdbc.StatementRows;
import io.qingfen.run.CompleteFile.Published;
import io.qingfen.run.CompleteFiles;
import io.qingfen.run.RunContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code statements/MERCHANT.csv} of every merchant with a position, and the PDF of those that want one. */
final class StatementFiles {
    static final String FOLDER = "statements/";
    private static final int MERCHANTS_AT_ONCE = 1_000;
    /** Of very many merchants, so that partitions do not become very many too. */
    private static final int MOST_AT_ONCE = 5_000;

    private static final int PARTITIONS = 200;

    private final StatementRows rows;
    private final ReportFiles published;

    StatementFiles(StatementRows rows, ReportFiles published) {
        this.rows = rows;
        this.published = published;
    }

    /** Ranges of merchants, {@code statements/FROM/TO}, both ends included. */
    static List<String> partitions(Snapshot snapshot) {
        List<Merchant> merchants = snapshot.merchants();
        int atOnce = Math.min(MOST_AT_ONCE, Math.max(MERCHANTS_AT_ONCE, merchants.size() / PARTITIONS));
        List<String> partitions = new ArrayList<>();
        for (int from = 0; from < merchants.size(); from += atOnce) {
            int to = Math.min(merchants.size(), from + atOnce) - 1;
            partitions.add(
                    FOLDER + merchants.get(from).id() + "/" + merchants.get(to).id());
        }
        return partitions;
    }

    /** All files of a range get their names together; their records are in the partition's transaction. */
    void write(RunContext run, Snapshot snapshot, String partition) throws IOException {
        String[] range = partition.substring(FOLDER.length()).split("/");
        try (CompleteFiles files = CompleteFiles.in(folder(run));
                Pdfs pdfs = new Pdfs(snapshot.settings())) {
            List<Written> written = new ArrayList<>();
            rows.each(run.businessDate(), range[0], range[1], statements -> {
                try {
                    written.add(csv(statements, files));
                    pdfs.of(statements, files).ifPresent(written::add);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
            files.publish();
            published.record(run.businessDate(), written);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static Written csv(List<Statement> statements, CompleteFiles files) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        long rows = StatementCsv.write(statements, text);
        return written(files.add(statements.get(0).merchantId() + ".csv", text.toByteArray()), rows);
    }

    private static Written written(Published file, Long rows) {
        return new Written(FOLDER + file.path().getFileName(), rows, file.bytes(), file.sha256());
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
    private static final class Pdfs implements AutoCloseable {
        private final Settings settings;
        private StatementPdf pdf;

        Pdfs(Settings settings) {
            this.settings = settings;
        }

        Optional<Written> of(List<Statement> statements, CompleteFiles files) throws IOException {
            String merchant = statements.get(0).merchantId();
            if (!settings.statements().wantsPdf(merchant)) {
                return Optional.empty();
            }
            if (pdf == null) {
                pdf = new StatementPdf();
            }
            byte[] document = pdf.of(pages(statements, settings));
            return Optional.of(written(files.add(merchant + ".pdf", document), null));
        }

        @Override
        public void close() throws IOException {
            if (pdf != null) {
                pdf.close();
            }
        }
    }
}

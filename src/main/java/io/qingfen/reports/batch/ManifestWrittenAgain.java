package io.qingfen.reports.batch;

import io.qingfen.payouts.BankFilesChanged;
import io.qingfen.reports.jdbc.ReportFiles;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.Home;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The manifest of a date whose bank files were written again, without a payout that was taken out. The summary stays as
 * the night wrote it: it tells what the night made.
 */
@Component
class ManifestWrittenAgain implements BankFilesChanged {
    private final ReportFiles published;
    private final Home home;

    ManifestWrittenAgain(ReportFiles published, Home home) {
        this.published = published;
        this.home = home;
    }

    @Override
    public void bankFilesChanged(LocalDate businessDate) throws IOException {
        try (CompleteFile file = CompleteFile.create(home.outbox(businessDate).resolve(Manifest.NAME))) {
            new Manifest(published).write(businessDate, file);
            file.publish();
        }
    }
}

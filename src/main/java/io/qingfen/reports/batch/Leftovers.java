package io.qingfen.reports.batch;

import io.qingfen.reports.jdbc.ReportFiles;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of an earlier attempt that the finished date does not have: other parts of transactions, torn files. */
final class Leftovers {
    private static final Pattern REPLACED = Pattern.compile("transactions(-[0-9]+)?\\.csv(\\.gz)?|.+\\.part");
    private final ReportFiles published;

    Leftovers(ReportFiles published) {
        this.published = published;
    }

    void remove(RunContext run, List<String> transactionFiles) throws IOException {
        try (Stream<Path> files = Files.list(run.home().outbox(run.businessDate()))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (REPLACED.matcher(name).matches() && !transactionFiles.contains(name)) {
                    Files.delete(file);
                }
            }
        }
        for (ReportFiles.Listed listed : published.reports(run.businessDate())) {
            if (REPLACED.matcher(listed.name()).matches() && !transactionFiles.contains(listed.name())) {
                published.forget(run.businessDate(), listed.name());
            }
        }
    }
}

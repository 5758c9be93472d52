package io.qingfen.intake.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scans files on the run's threads; the order of the results is that of the files. */
final class FileScans {
    private FileScans() {}

    /** @param scanned null when it is not a regular file */
    record Examined(Inbox.Taken file, FileReading.Scanned scanned) {}

    static List<Examined> of(RunContext run, List<Inbox.Taken> files) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, run.workers()));
        try {
            List<Future<Examined>> futures = new ArrayList<>();
            files.forEach(file -> futures.add(threads.submit(() -> examine(run, file))));
            List<Examined> examined = new ArrayList<>();
            for (Future<Examined> future : futures) {
                examined.add(future.get());
            }
            return examined;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IOException("an input file cannot be read: " + failed.getCause(), failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Examined examine(RunContext run, Inbox.Taken file) {
        try {
            return new Examined(file, file.isRegular() ? FileReading.scan(file.path(), file.name()) : null);
        } catch (IOException unreadable) {
            throw new Refusal(
                    Exit.FAILED,
                    file.path() + ": cannot be read (" + unreadable
                            + "); let the user of this program read it, or put a"
                            + " whole file in its place, then: qingfen restart --date " + run.businessDate());
        }
    }
}

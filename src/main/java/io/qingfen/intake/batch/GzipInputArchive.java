package io.qingfen.intake.batch;

import io.qingfen.intake.ArchivedInputs;
import io.qingfen.intake.InputArchive;
import io.qingfen.intake.InputFile;
import io.qingfen.intake.InputPlan;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.Exit;
import io.qingfen.run.QuickGzip;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;

/** {@code archive/DATE/NAME.csv.gz} and {@code SHA256SUMS}, which {@code sha256sum -c} understands after gunzip. */
@Component
final class GzipInputArchive implements InputArchive, ArchivedInputs {
    private static final String SUMS = "SHA256SUMS";
    private static final int BLOCK = 1 << 20;
    private final InputPlan plan;

    GzipInputArchive(InputPlan plan) {
        this.plan = plan;
    }

    @Override
    public void archive(RunContext run) {
        List<InputFile> files = plan.files(run.businessDate());
        Path archive = run.home().archive(run.businessDate());
        Path inputs = new IntakePaths(run).inputs();
        try {
            compressAll(run, files, inputs, archive);
            CompleteFile.of(archive.resolve(SUMS), lines(files).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException("archive of " + run.businessDate() + ": " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("archive of " + run.businessDate() + ": interrupted", stopped);
        }
    }

    @Override
    public void putBack(Path archive, Path inbox) throws IOException {
        if (!Files.isDirectory(archive)) {
            return;
        }
        for (String line : Files.readAllLines(archive.resolve(SUMS))) {
            String sha256 = line.substring(0, line.indexOf(' '));
            String name = line.substring(line.lastIndexOf(' ') + 1);
            if (!Files.exists(inbox.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                decompress(archive.resolve(name + ".gz"), inbox.resolve(name), sha256);
            }
        }
    }

    @Override
    public List<String> problems(LocalDate businessDate, Path archive, Path inbox) {
        List<InputFile> files = plan.files(businessDate);
        List<String> problems = new ArrayList<>(sums(files, archive.resolve(SUMS)));
        for (InputFile file : files) {
            Path archived = archive.resolve(file.name().text() + ".gz");
            boolean replaced = Files.exists(inbox.resolve(file.name().text()), LinkOption.NOFOLLOW_LINKS);
            String found = replaced ? file.sha256() : sha256(archived);
            if (!found.equals(file.sha256())) {
                problems.add(archived + ": SHA-256 was " + file.sha256() + " when it was used and is " + found
                        + " now; restore it from backup, or put the file that should be used into the inbox");
            }
        }
        return problems;
    }

    /** Files come back as it names them. */
    private static List<String> sums(List<InputFile> files, Path sums) {
        try {
            return Files.readString(sums).equals(lines(files))
                    ? List.of()
                    : List.of(sums + ": does not name the files that were used; restore it from backup");
        } catch (IOException unreadable) {
            return List.of(sums + ": cannot be read (" + unreadable + "); restore it from backup");
        }
    }

    private static String lines(List<InputFile> files) {
        StringBuilder sums = new StringBuilder();
        files.forEach(file -> sums.append(file.sha256() + "  " + file.name().text() + "\n"));
        return sums.toString();
    }

    private static void decompress(Path source, Path target, String sha256) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(source), 1 << 16);
                CompleteFile out = CompleteFile.create(target)) {
            in.transferTo(out);
            String found = out.publish().sha256();
            if (!found.equals(sha256)) {
                Files.delete(target);
                throw new Refusal(
                        Exit.CONTROL_OPEN,
                        source + ": SHA-256 was " + sha256 + " when it was used and is " + found
                                + " now; restore the archive, then start the re-run again");
            }
        }
    }

    private static void compressAll(RunContext run, List<InputFile> files, Path inputs, Path archive)
            throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, run.workers()));
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (InputFile file : files) {
                String name = file.name().text();
                Path target = archive.resolve(name + ".gz");
                if (!isArchived(file, target)) {
                    futures.add(threads.submit(() -> {
                        compress(inputs.resolve(name), target, file);
                        return null;
                    }));
                }
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IOException(failed.getCause().toString(), failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** By a start that was cut off; whatever else has the name gives way to the file that was used. */
    private static boolean isArchived(InputFile file, Path target) {
        return file.sha256().equals(sha256(target));
    }

    /** Of what the archive unpacks to; a text that is none when it cannot be unpacked. */
    private static String sha256(Path archived) {
        if (!Files.isRegularFile(archived)) {
            return "missing";
        }
        MessageDigest digest = FileReading.sha256();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archived), 1 << 16)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException damaged) {
            return "not to be unpacked: " + damaged.getMessage();
        }
    }

    private static void compress(Path source, Path target, InputFile file) throws IOException {
        MessageDigest digest = FileReading.sha256();
        byte[] block = new byte[(int) Math.min(BLOCK, file.bytes() + 1)];
        try (InputStream in = Files.newInputStream(source);
                CompleteFile out = CompleteFile.create(target)) {
            QuickGzip gzip = new QuickGzip(out);
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
                gzip.write(block, 0, read);
            }
            gzip.finish();
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.equals(file.sha256())) {
                throw new Refusal(
                        Exit.CONTROL_OPEN,
                        source + ": SHA-256 was " + file.sha256() + " when it was collected and is " + found
                                + " now; restore the file, then restart");
            }
            out.publish();
        }
    }
}

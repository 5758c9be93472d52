package io.qingfen.generator;

import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes an invented business date into a home: reference data when absent, input files, and what was planted in them.
 * Nothing but the options decides a byte. Memory does not grow with the number of transactions.
 */
public final class Generation {
    private static final int MOST_MERCHANTS = 20_000_000;
    private final GenerationOptions options;
    private final Home home;

    private Generation(GenerationOptions options) {
        this.options = options;
        this.home = new Home(options.home());
    }

    /**
     * Writes all files; each is complete or absent.
     *
     * @return what was planted, as also written to {@code truth/truth_DATE.json}
     * @throws Refusal when an option is out of range, an input file of the date exists, or the home's merchants are
     *     not those of these options
     */
    public static Planted write(GenerationOptions options) {
        try {
            return new Generation(options).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Planted write() throws IOException {
        checkOptions();
        LocalDate firstDate = firstDate();
        if (options.date().isBefore(firstDate)) {
            throw usage("--date " + options.date() + " lies before the first date " + firstDate + " of this home");
        }
        List<Path> captureFiles = inputs("terminal-batches");
        List<Path> authorizationFiles = inputs("authorizations");
        schemeFiles().forEach(Generation::requireAbsent);
        Market market =
                new Market(options.merchants(), options.transactions(), options.seed(), options.concentration());
        new ReferenceFiles(home.reference(), market, firstDate).writeOrCheck();
        Day day = Day.of(market, options.date(), firstDate, options.faults(), options.schemes(), options.seed());
        if (options.schemes().isWritten()) {
            schemes(day);
        }
        Planted planted = new Planted(options, firstDate, tally(day, captureFiles, authorizationFiles));
        planted.write(truthFile(options.date()));
        return planted;
    }

    private void checkOptions() {
        if (options.merchants() < 1 || options.merchants() > MOST_MERCHANTS) {
            throw usage("--merchants must be from 1 to " + MOST_MERCHANTS + ", not " + options.merchants());
        }
        if (options.transactions() < 0 || options.transactions() > Day.mostTransactions()) {
            throw usage(
                    "--transactions must be from 0 to " + Day.mostTransactions() + ", not " + options.transactions());
        }
        if (options.files() < 1 || options.files() > 99) {
            throw usage("--files must be from 1 to 99, not " + options.files());
        }
        percent("--largest-merchant", options.concentration().merchantPercent());
        percent("--largest-terminal", options.concentration().terminalPercent());
    }

    private static void percent(String option, int given) {
        if (given < 0 || given > Concentration.MOST) {
            throw usage(option + " must be from 0 to " + Concentration.MOST + " percent, not " + given);
        }
    }

    private static Refusal usage(String problem) {
        return new Refusal(Exit.USAGE_OR_REFERENCE, problem);
    }

    private LocalDate firstDate() throws IOException {
        if (options.firstDate().isPresent()) {
            return options.firstDate().get();
        }
        Path truth = truthFile(options.date()).getParent();
        if (!Files.isDirectory(truth)) {
            return options.date();
        }
        try (var files = Files.list(truth)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("truth_\\d{4}-\\d{2}-\\d{2}\\.json"))
                    .map(name -> LocalDate.parse(name.substring(6, 16)))
                    .min(LocalDate::compareTo)
                    .orElse(options.date());
        }
    }

    private Path truthFile(LocalDate date) {
        return home.root().resolve("truth").resolve("truth_" + date + ".json");
    }

    private List<Path> inputs(String kind) {
        List<Path> files = new ArrayList<>();
        String date = options.date().format(DateTimeFormatter.BASIC_ISO_DATE);
        for (int number = 1; number <= options.files(); number++) {
            Path file = home.inbox().resolve(kind + "_" + date + "_" + (number < 10 ? "0" : "") + number + ".csv");
            requireAbsent(file);
            files.add(file);
        }
        return files;
    }

    private List<Path> schemeFiles() {
        List<Path> files = new ArrayList<>();
        if (options.schemes().isWritten()) {
            for (SchemeFeed feed : SchemeFeed.values()) {
                files.add(feed.records(home.inbox(), options.date()));
            }
            files.add(SchemeFeed.UNIONPAY.disputes(home.inbox(), options.date()));
            files.add(SchemeFeed.UNIONPAY.fees(home.inbox(), options.date()));
        }
        return files;
    }

    private static void requireAbsent(Path file) {
        if (Files.exists(file)) {
            throw new Refusal(
                    Exit.REFUSED,
                    file + " exists already and is not overwritten; choose another --home or move it away");
        }
    }

    private void schemes(Day day) throws IOException {
        ReferenceFiles.copy("/generator/schemes.yml", home.root());
        try (SchemeDay schemes = new SchemeDay(day, home)) {
            byte[] truth = schemes.write().json(options).getBytes(StandardCharsets.UTF_8);
            Path file = truthFile(options.date()).resolveSibling("schemes_" + options.date() + ".json");
            try (FileSink sink = new FileSink(file)) {
                sink.write(truth, 0, truth.length);
                sink.finish();
            }
        }
    }

    private static Tally tally(Day day, List<Path> captureFiles, List<Path> authorizationFiles) throws IOException {
        List<Callable<Tally>> writers = new ArrayList<>();
        int files = captureFiles.size();
        for (int i = 0; i < files; i++) {
            int number = i + 1;
            Path captures = captureFiles.get(i);
            Path authorizations = authorizationFiles.get(i);
            writers.add(() -> new CaptureFile(day).write(captures, number, files));
            writers.add(() -> new AuthorizationFile(day).write(authorizations, number, files));
        }
        return inParallel(writers);
    }

    private static Tally inParallel(List<Callable<Tally>> writers) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(
                Math.min(writers.size(), Runtime.getRuntime().availableProcessors()));
        try {
            Tally all = new Tally();
            for (Future<Tally> written : workers.invokeAll(writers)) {
                all.add(written.get());
            }
            return all;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Exit.INTERRUPTED, "interrupted; files that were not finished are gone, run it again");
        } finally {
            workers.shutdownNow();
        }
    }
}

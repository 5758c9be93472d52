package io.qingfen.reports.batch;

import io.qingfen.reports.Figures;
import io.qingfen.reports.ItemSums;
import io.qingfen.reports.TransactionFragment;
import io.qingfen.reports.jdbc.Transactions;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.CompleteFile.Published;
import io.qingfen.run.CsvRows;
import io.qingfen.run.QuickGzip;
import io.qingfen.run.RunContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code transactions.csv}, or, when the date has more rows than one file takes, {@code transactions-0001.csv.gz} and so
 * on. Written in pieces by many workers under {@code work/DATE/reports}, then joined in order; a compressed file is the
 * sequence of its compressed pieces. The bytes depend on the rows alone.
 */
final class TransactionFiles {
    private static final String PLAIN_NAME = "transactions.csv";

    private final Transactions transactions;
    private final Sizes sizes;
    private volatile Planned planned;

    /** What a run divided its date into; its rows do not change any more. */
    private record Planned(RunContext run, List<TransactionFragment> fragments) {}

    /**
     * @param perFile rows in one file at most
     * @param perFragment rows in one piece, about
     * @param mostFragments of one date; pieces grow instead
     */
    record Sizes(long perFile, long perFragment, long mostFragments) {
        static final Sizes DEFAULT = new Sizes(1_000_000, 50_000, 1_024);
    }

    /** A file of the outbox and how many rows it has. */
    record Joined(Published file, long rows) {}

    TransactionFiles(Transactions transactions, Sizes sizes) {
        this.transactions = transactions;
        this.sizes = sizes;
    }

    List<TransactionFragment> fragments(RunContext run) {
        Planned known = planned;
        if (known == null || !known.run().equals(run)) {
            known = new Planned(
                    run,
                    transactions.fragments(
                            run.businessDate(), sizes.perFragment(), sizes.mostFragments(), sizes.perFile()));
            planned = known;
        }
        return known.fragments();
    }

    void write(RunContext run, TransactionFragment fragment) throws IOException {
        try (Pieces pieces = new Pieces(run, fragment)) {
            ItemSums sums = transactions.write(run.businessDate(), fragment, pieces);
            pieces.finish();
            PieceSums.write(sumsOf(run, fragment), sums);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What all pieces of the date sum up to. */
    List<Figures.Items> items(RunContext run) throws IOException {
        ItemSums all = new ItemSums();
        for (TransactionFragment fragment : fragments(run)) {
            PieceSums.addTo(all, sumsOf(run, fragment));
        }
        return all.items();
    }

    /** The files of the outbox, from the pieces; a date without rows has a file with the header only. */
    List<Joined> join(RunContext run) throws IOException {
        List<TransactionFragment> fragments = fragments(run);
        if (fragments.isEmpty()) {
            return List.of(new Joined(headerOnly(run), 0));
        }
        TransactionFragment last = fragments.get(fragments.size() - 1);
        long rows = last.firstRow() + last.rows();
        List<Joined> joined = new ArrayList<>();
        for (long part = 0; part <= partOf(rows - 1, last); part++) {
            long end = last.inParts() ? Math.min(rows, (part + 1) * sizes.perFile()) : rows;
            joined.add(new Joined(join(run, fragments, part), end - part * sizes.perFile()));
        }
        return joined;
    }

    private Published headerOnly(RunContext run) throws IOException {
        try (CompleteFile file =
                CompleteFile.create(run.home().outbox(run.businessDate()).resolve(PLAIN_NAME))) {
            new CsvRows(file, Transactions.HEADER.split(",")).close();
            return file.publish();
        }
    }

    private Published join(RunContext run, List<TransactionFragment> fragments, long part) throws IOException {
        String name = fragments.get(0).inParts() ? "transactions-" + fourDigits(part + 1) + ".csv.gz" : PLAIN_NAME;
        try (CompleteFile file =
                CompleteFile.create(run.home().outbox(run.businessDate()).resolve(name))) {
            for (TransactionFragment fragment : fragments) {
                long last = partOf(fragment.firstRow() + fragment.rows() - 1, fragment);
                if (partOf(fragment.firstRow(), fragment) <= part && part <= last) {
                    Files.copy(piece(run, part, fragment), file);
                }
            }
            return file.publish();
        }
    }

    private long partOf(long row, TransactionFragment fragment) {
        return fragment.inParts() ? row / sizes.perFile() : 0;
    }

    private static Path piece(RunContext run, long part, TransactionFragment fragment) {
        return pieces(run).resolve("transactions-" + fourDigits(part + 1) + "-" + fourDigits(fragment.number()));
    }

    private static Path sumsOf(RunContext run, TransactionFragment fragment) {
        return pieces(run).resolve("sums-" + fourDigits(fragment.number()));
    }

    private static Path pieces(RunContext run) {
        return run.home().work(run.businessDate()).resolve("reports");
    }

    private static String fourDigits(long number) {
        String plain = Long.toString(number);
        return "0".repeat(Math.max(0, 4 - plain.length())) + plain;
    }

    /** The pieces of one fragment, one after the other. */
    private final class Pieces implements Transactions.Target, AutoCloseable {
        private final RunContext run;
        private final TransactionFragment fragment;
        private CompleteFile file;
        private OutputStream out;
        private QuickGzip zipped;
        private long nextPart;

        Pieces(RunContext run, TransactionFragment fragment) {
            this.run = run;
            this.fragment = fragment;
        }

        @Override
        public void line(long row, byte[] bytes, int from, int length) throws IOException {
            if (file == null || row == nextPart) {
                finish();
                begin(row);
            }
            out.write(bytes, from, length);
        }

        private void begin(long row) throws IOException {
            long part = partOf(row, fragment);
            nextPart = fragment.inParts() ? (part + 1) * sizes.perFile() : Long.MAX_VALUE;
            file = CompleteFile.create(piece(run, part, fragment));
            zipped = fragment.inParts() ? new QuickGzip(file) : null;
            out = zipped == null ? file : new BufferedOutputStream(zipped, QuickGzip.BUFFER);
            if (row == part * sizes.perFile()) {
                new CsvRows(out, Transactions.HEADER.split(",")).close();
            }
        }

        void finish() throws IOException {
            if (file != null) {
                out.flush();
                if (zipped != null) {
                    zipped.finish();
                }
                file.publish();
                file.close();
                file = null;
            }
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }
}

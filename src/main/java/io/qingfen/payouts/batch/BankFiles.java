package io.qingfen.payouts.batch;

import io.qingfen.payouts.BankCsvFile;
import io.qingfen.payouts.BankFileFormat;
import io.qingfen.payouts.BankFileFormat.Body;
import io.qingfen.payouts.CreditTransferFile;
import io.qingfen.payouts.FileBatch;
import io.qingfen.payouts.FileTotals;
import io.qingfen.payouts.Instruction;
import io.qingfen.payouts.UnionPayBatchFile;
import io.qingfen.payouts.jdbc.Payouts;
import io.qingfen.payouts.jdbc.Payouts.Group;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.CompleteFile.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the bank files of one business date: a CSV and a UnionPay batch per value date and currency, and credit
 * transfer files of at most so many payouts. Holds the payouts of one credit transfer file in memory.
 */
final class BankFiles {

    private final Payouts payouts;
    private final Path directory;
    private final int perTransferFile;
    private final Set<String> names = new TreeSet<>();
    private int transferFiles;

    BankFiles(Payouts payouts, Path directory, int perTransferFile) {
        this.payouts = payouts;
        this.directory = directory;
        this.perTransferFile = perTransferFile;
    }

    /** Names of everything written so far. */
    Set<String> names() {
        return names;
    }

    void write(Group group, FileBatch batch) throws IOException {
        BankFileFormat csv = new BankCsvFile();
        BankFileFormat unionPay = new UnionPayBatchFile();
        try (CompleteFile csvFile = create(csv.fileName(batch, 1));
                CompleteFile unionPayFile = create(unionPay.fileName(batch, 1))) {
            Body csvBody = csv.begin(batch, 1, group.totals(), csvFile);
            Body unionPayBody = unionPay.begin(batch, 1, group.totals(), unionPayFile);
            writeTransferFiles(group, batch, List.of(csvBody, unionPayBody));
            csvBody.end();
            unionPayBody.end();
            publish(csvFile, group, batch, group.totals());
            publish(unionPayFile, group, batch, group.totals());
        }
    }

    private void writeTransferFiles(Group group, FileBatch batch, List<Body> others) throws IOException {
        TransferFiles transfers = new TransferFiles(group, batch);
        try {
            payouts.each(batch.businessDate(), group, payout -> {
                try {
                    for (Body other : others) {
                        other.add(payout);
                    }
                    transfers.add(payout);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        transfers.finish();
    }

    /** The credit transfer files of one group, each written when it is full. */
    private final class TransferFiles {
        private final Group group;
        private final FileBatch batch;
        private final List<Instruction> page = new ArrayList<>();
        private int number;

        TransferFiles(Group group, FileBatch batch) {
            this.group = group;
            this.batch = batch;
        }

        void add(Instruction payout) throws IOException {
            page.add(payout);
            if (page.size() == perTransferFile) {
                finish();
            }
        }

        void finish() throws IOException {
            if (!page.isEmpty()) {
                writeTransferFile(page, ++number, group, batch);
                page.clear();
            }
        }
    }

    private void writeTransferFile(List<Instruction> page, int number, Group group, FileBatch batch)
            throws IOException {
        BankFileFormat format = new CreditTransferFile();
        long sum = page.stream().mapToLong(Instruction::amountMinor).reduce(0, Math::addExact);
        FileTotals totals = new FileTotals(page.size(), sum);
        try (CompleteFile file = create(format.fileName(batch, number))) {
            Body body = format.begin(batch, ++transferFiles, totals, file);
            for (Instruction payout : page) {
                body.add(payout);
            }
            body.end();
            publish(file, group, batch, totals);
        }
    }

    private CompleteFile create(String name) throws IOException {
        return CompleteFile.create(directory.resolve(name));
    }

    private void publish(CompleteFile file, Group group, FileBatch batch, FileTotals totals) throws IOException {
        Published published = file.publish();
        String name = published.path().getFileName().toString();
        String line = published.sha256() + "  " + name + "\n";
        CompleteFile.of(directory.resolve(name + ".sha256"), line.getBytes(StandardCharsets.UTF_8));
        names.add(name);
        names.add(name + ".sha256");
        payouts.record(batch.businessDate(), group, totals, published);
    }
}

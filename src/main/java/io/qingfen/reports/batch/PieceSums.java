package io.qingfen.reports.batch;

import io.qingfen.reports.Figures.Items;
import io.qingfen.reports.ItemSums;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.CsvRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sums of a piece of transactions.csv, in a file beside it until the report is made of all of them. */
final class PieceSums {
    private PieceSums() {}

    static void write(Path file, ItemSums sums) throws IOException {
        try (CompleteFile out = CompleteFile.create(file)) {
            try (CsvRows rows = new CsvRows(out)) {
                for (Items items : sums.items()) {
                    rows.code(items.currency())
                            .code(items.txnType())
                            .code(items.channel())
                            .code(items.cardType())
                            .number(items.hour())
                            .code(items.matchStatus())
                            .code(items.disposition())
                            .number(items.count())
                            .number(items.amountMinor())
                            .number(items.feeMinor())
                            .number(items.costMinor())
                            .end();
                }
            }
            out.publish();
        }
    }

    static void addTo(ItemSums all, Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is missing although its piece of transactions.csv is done: was the"
                    + " date begun by another version of the program? Finish it with that one");
        }
        List<String> lines = Files.readAllLines(file);
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            ItemSums.Alike alike = new ItemSums.Alike(
                    cells[0], cells[1], cells[2], cells[3], Integer.parseInt(cells[4]), cells[5], cells[6]);
            all.add(alike, number(cells[7]), number(cells[8]), number(cells[9]), number(cells[10]));
        }
    }

    private static long number(String cell) {
        return Long.parseLong(cell);
    }
}

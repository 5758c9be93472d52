package io.qingfen.verify.batch;

import io.qingfen.verify.DateFacts;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.PayoutQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every bank file of a date from its first to its last byte: nothing of it is taken over because a hash says so. Holds
 * the payouts of one value date and currency in memory.
 */
final class BankFilesWhole {
    private static final int PER_TRANSFER_FILE = 10_000;
    private final Books books;
    private final Path folder;
    private final DateFacts facts;
    private final BankFileText text;
    private final Set<String> due = new TreeSet<>();
    private int transferFiles;

    BankFilesWhole(Books books, Path folder, DateFacts facts) {
        this.books = books;
        this.folder = folder;
        this.facts = facts;
        this.text = new BankFileText(facts);
    }

    void prove(Proof proof) throws IOException {
        for (Row group : books.all("table payout", PayoutQueries.GROUPS)) {
            Map<String, Object> of = Map.of("on", LocalDate.parse(group.cell(0)), "in", group.cell(1));
            List<Row> payouts = books.all("table payout", PayoutQueries.OF_GROUP, of);
            group(facts.date() + "_" + group.cell(0), group.cell(1), payouts, proof);
        }
        for (Row file : books.all("table payout_file", PayoutQueries.FILES)) {
            proof.holds(
                    due.contains(file.cell(0)),
                    "table payout_file [" + facts.date() + "|" + file.cell(0) + "]: payouts/" + file.cell(0)
                            + " should not be there");
        }
    }

    private void group(String dates, String currency, List<Row> payouts, Proof proof) throws IOException {
        String label = dates.replace("-", "") + "_" + currency;
        int pages = (payouts.size() + PER_TRANSFER_FILE - 1) / PER_TRANSFER_FILE;
        for (int page = 0; page < pages; page++) {
            int to = Math.min(payouts.size(), (page + 1) * PER_TRANSFER_FILE);
            List<Row> some = payouts.subList(page * PER_TRANSFER_FILE, to);
            String number = String.format(Locale.ROOT, "%03d", page + 1);
            int ofDate = ++transferFiles;
            file("pain001_" + label + "_" + number + ".xml", lines -> text.transfers(some, ofDate, lines), proof);
        }
        file("payouts_" + label + ".csv", lines -> text.table(payouts, lines), proof);
        file("unionpay-df_" + label + ".txt", lines -> text.batch(payouts, lines), proof);
    }

    @FunctionalInterface
    private interface Content {
        void expect(ExpectedLines lines) throws IOException;
    }

    private void file(String name, Content content, Proof proof) throws IOException {
        due.add(name);
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            proof.red("payouts/" + name + ": is missing; payouts of its value date and currency stand in table payout");
            return;
        }
        try (ExpectedLines lines = new ExpectedLines("payouts/" + name, file, proof)) {
            content.expect(lines);
        }
    }
}

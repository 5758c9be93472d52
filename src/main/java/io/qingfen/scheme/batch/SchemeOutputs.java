package io.qingfen.scheme.batch;

import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.Settings;
import io.qingfen.reports.Sheets;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.CsvRows;
import io.qingfen.run.Home;
import io.qingfen.scheme.BalanceSheet;
import io.qingfen.scheme.jdbc.SchemeBalances;
import io.qingfen.scheme.jdbc.SchemeBrandFees;
import io.qingfen.scheme.jdbc.SchemeDisputes;
import io.qingfen.scheme.jdbc.SchemeFunds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What people read of a date, in {@code outbox/schemes-DATE}: the balance of every source, and every record that is not
 * simply confirmed. Made from the tables, so the same again at any time until the next date is compared. {@code SHA256SUMS}
 * comes last.
 */
final class SchemeOutputs {
    private static final String SUMS = "SHA256SUMS";
    private final Books books;
    private final Sheets sheets;
    private final CurrentReference reference;
    private final Home home;

    /** What it is made from. */
    record Books(SchemeBalances balances, SchemeFunds funds, SchemeDisputes disputes, SchemeBrandFees fees) {}

    SchemeOutputs(Books books, Sheets sheets, CurrentReference reference, Home home) {
        this.books = books;
        this.sheets = sheets;
        this.reference = reference;
        this.home = home;
    }

    /** How a file gets its rows. */
    @FunctionalInterface
    private interface Body {
        void write(CsvRows rows) throws IOException;
    }

    Path write(LocalDate date) throws IOException {
        Path folder = home.root().resolve("outbox").resolve("schemes-" + date);
        Files.deleteIfExists(folder.resolve(SUMS));
        String sums = csv(
                folder,
                "balance.csv",
                SchemeColumns.BALANCE,
                rows -> books.balances().eachBalance(date, one -> SchemeColumns.balance(rows, date, one)));
        sums += csv(
                folder,
                "differences.csv",
                SchemeColumns.DIFFERENCES,
                rows -> books.balances().eachDifference(date, one -> SchemeColumns.difference(rows, date, one)));
        sums += csv(
                folder,
                "funds-differences.csv",
                SchemeColumns.FUNDS,
                rows -> books.funds().eachDiffering(date, one -> SchemeColumns.differing(rows, date, one)));
        sums += csv(
                folder,
                "disputes.csv",
                SchemeColumns.DISPUTES,
                rows -> books.disputes().each(date, one -> SchemeColumns.dispute(rows, date, one)));
        sums += csv(
                folder,
                "fees-differences.csv",
                SchemeColumns.FEES,
                rows -> books.fees().each(date, one -> SchemeColumns.alone(rows, date, one)));
        sums += forms(folder, date);
        CompleteFile.of(folder.resolve(SUMS), sums.getBytes(StandardCharsets.UTF_8));
        return folder;
    }

    /** The balance for people, in the language of the installation. */
    private String forms(Path folder, LocalDate date) throws IOException {
        List<BalanceSheet.Page> pages = new ArrayList<>();
        books.balances()
                .eachBalance(
                        date,
                        one -> pages.add(new BalanceSheet.Page(
                                one.source(), one.control(), one.costs(), one.funds(), one.fees())));
        Settings settings = reference.settings();
        StringBuilder sums = new StringBuilder();
        SortedMap<String, byte[]> forms = sheets.of(
                date,
                settings.language(),
                settings.acquirer().name(),
                "balance.title",
                words -> BalanceSheet.of(pages, words));
        for (Map.Entry<String, byte[]> form : forms.entrySet()) {
            String name = "balance." + form.getKey();
            sums.append(CompleteFile.of(folder.resolve(name), form.getValue()).sha256() + "  " + name + "\n");
        }
        return sums.toString();
    }

    private static String csv(Path folder, String name, String header, Body body) throws IOException {
        try (CompleteFile file = CompleteFile.create(folder.resolve(name))) {
            try (CsvRows rows = new CsvRows(file, header.split(" "))) {
                body.write(rows);
            }
            return file.publish().sha256() + "  " + name + "\n";
        }
    }
}

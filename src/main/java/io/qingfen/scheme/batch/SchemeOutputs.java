package io.qingfen.scheme.batch;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.Settings;
import io.qingfen.reports.Sheets;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.CsvRows;
import io.qingfen.run.Home;
import io.qingfen.scheme.BalanceSheet;
import io.qingfen.scheme.jdbc.SchemeBalances;
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
    static final String BALANCE =
            "business_date source channels currency own_count own carried_in carried_out disputes long short"
                    + " scheme_count scheme_total difference own_cost scheme_cost cost_difference cost_differs"
                    + " funds funds_difference funds_other";
    static final String DIFFERENCES =
            "business_date source outcome txn_type currency scheme_amount own_amount difference scheme_cost rrn"
                    + " scheme_ref terminal_id merchant_id masked_pan transaction_id own_date file line case_id";
    static final String FUNDS = "business_date source currency key records_amount funds_amount difference file line";
    static final String DISPUTES =
            "business_date source dispute_type reason currency amount cost rrn scheme_ref terminal_id merchant_id"
                    + " masked_pan transaction_id own_date line not_booked answer_until file file_line case_id";
    private final SchemeBalances books;
    private final SchemeFunds funds;
    private final SchemeDisputes disputes;
    private final Sheets sheets;
    private final CurrentReference reference;
    private final Home home;

    SchemeOutputs(
            SchemeBalances books,
            SchemeFunds funds,
            SchemeDisputes disputes,
            Sheets sheets,
            CurrentReference reference,
            Home home) {
        this.books = books;
        this.funds = funds;
        this.disputes = disputes;
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
                BALANCE,
                rows -> books.eachBalance(date, balance -> balance(rows, date, balance)));
        sums += csv(
                folder,
                "differences.csv",
                DIFFERENCES,
                rows -> books.eachDifference(date, difference -> difference(rows, date, difference)));
        sums += csv(
                folder,
                "funds-differences.csv",
                FUNDS,
                rows -> funds.eachDiffering(date, one -> differing(rows, date, one)));
        sums += csv(folder, "disputes.csv", DISPUTES, rows -> disputes.each(date, one -> dispute(rows, date, one)));
        sums += forms(folder, date);
        CompleteFile.of(folder.resolve(SUMS), sums.getBytes(StandardCharsets.UTF_8));
        return folder;
    }

    /** The balance for people, in the language of the installation. */
    private String forms(Path folder, LocalDate date) throws IOException {
        List<BalanceSheet.Page> pages = new ArrayList<>();
        books.eachBalance(
                date, one -> pages.add(new BalanceSheet.Page(one.source(), one.control(), one.costs(), one.funds())));
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

    private static void balance(CsvRows rows, LocalDate date, SchemeBalances.Balance one) throws IOException {
        Currency currency = one.control().currency();
        rows.date(date).code(one.source()).code(one.channels()).code(currency.code());
        rows.number(one.control().own().count());
        number(rows, currency, one.control().own().minor());
        number(rows, currency, one.control().carriedIn().minor());
        number(rows, currency, one.control().carriedOut().minor());
        number(rows, currency, one.control().disputes().minor());
        number(rows, currency, one.control().longs().minor());
        number(rows, currency, one.control().shorts().minor());
        rows.number(one.control().scheme().count());
        number(rows, currency, one.control().scheme().minor());
        number(rows, currency, one.control().difference());
        number(rows, currency, one.costs().ownMinor());
        number(rows, currency, one.costs().schemeMinor());
        number(
                rows,
                currency,
                Math.subtractExact(one.costs().schemeMinor(), one.costs().ownMinor()));
        rows.number(one.costs().differing());
        BalanceSheet.Funds said = one.funds();
        number(rows, currency, said == null ? null : said.fundsMinor());
        number(rows, currency, said == null ? null : Math.subtractExact(said.fundsMinor(), said.recordsMinor()));
        number(rows, currency, said == null ? null : said.otherMinor());
        rows.end();
    }

    private static void dispute(CsvRows rows, LocalDate date, SchemeDisputes.Row one) throws IOException {
        Currency currency = Currency.of(one.currency());
        rows.date(date).code(one.source()).code(one.type()).code(one.reason()).code(one.currency());
        number(rows, currency, one.amountMinor());
        number(rows, currency, one.costMinor());
        rows.code(one.rrn()).code(one.schemeRef()).code(one.terminalId()).code(one.merchantId());
        rows.code(one.cardMasked()).code(one.transactionId()).date(one.ownDate());
        rows.code(one.line()).code(one.why()).date(one.answerUntil());
        rows.code(one.file()).number(Integer.toString(one.lineNo())).code(one.caseId());
        rows.end();
    }

    private static void differing(CsvRows rows, LocalDate date, SchemeFunds.Row one) throws IOException {
        Currency currency = Currency.of(one.currency());
        rows.date(date).code(one.source()).code(one.currency()).code(one.key());
        number(rows, currency, one.recordsMinor());
        number(rows, currency, one.fundsMinor());
        number(rows, currency, Math.subtractExact(one.fundsMinor(), one.recordsMinor()));
        rows.code(one.file())
                .number(one.line() == 0 ? null : Integer.toString(one.line()))
                .end();
    }

    private static void difference(CsvRows rows, LocalDate date, SchemeBalances.Difference one) throws IOException {
        Currency currency = Currency.of(one.currency());
        rows.date(date)
                .code(one.source())
                .code(one.outcome())
                .code(one.txnType())
                .code(one.currency());
        number(rows, currency, one.schemeMinor());
        number(rows, currency, one.ownMinor());
        number(rows, currency, one.differenceMinor());
        number(rows, currency, one.costMinor());
        rows.code(one.rrn()).code(one.schemeRef()).code(one.terminalId()).code(one.merchantId());
        rows.code(one.cardMasked())
                .code(one.transactionId())
                .date(one.ownDate())
                .code(one.file());
        rows.number(one.line() == 0 ? null : Integer.toString(one.line()))
                .code(one.caseId())
                .end();
    }

    private static void number(CsvRows rows, Currency currency, Long minor) {
        rows.number(minor == null ? null : Amounts.format(minor, currency));
    }
}

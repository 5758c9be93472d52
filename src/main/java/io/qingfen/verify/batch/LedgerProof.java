package io.qingfen.verify.batch;

import io.qingfen.money.Amounts;
import io.qingfen.verify.Columns;
import io.qingfen.verify.DateFacts;
import io.qingfen.verify.Merge;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.LedgerAgreements;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Entries in themselves, the opening entry, and the plain-text journal read again. */
final class LedgerProof {
    private static final String BEFORE = """
            select account, currency, opening_minor from trial_balance
             where business_date = :date and opening_minor <> 0 order by account, currency
            """;
    private static final String CURRENCIES =
            "select distinct currency from trial_balance where business_date = :date order by currency";
    private static final String ACCOUNTS =
            "select distinct account from trial_balance where business_date = :date order by account";
    private final Books books;
    private final LocalDate date;

    LedgerProof(Books books, LocalDate date) {
        this.books = books;
        this.date = date;
    }

    /** Every entry of the date follows from what it was made of, both sides. */
    void sources(Proof proof) {
        String made = "transactions, items, deposit_event, reserve_hold, agent_share, money_move and position";
        Merge.compare(
                Columns.of(3, "entry_key account currency minor"),
                new Merge.Side("table posting", books.rows("table posting", LedgerAgreements.POSTED)),
                new Merge.Side(made, bothSides(made, books.rows(made, LedgerAgreements.SOURCES))),
                proof);
    }

    /** Two rows of each, debit + and credit -, in the order of their accounts. */
    private static Rows bothSides(String place, Rows moved) {
        Row[] second = new Row[1];
        return () -> {
            Row one = second[0] == null ? moved.next() : null;
            if (one == null) {
                Row last = second[0];
                second[0] = null;
                return last;
            }
            long minor = one.number(4);
            Row debit = new Row(place, new String[] {one.cell(0), one.cell(1), one.cell(3), Long.toString(minor)});
            Row credit = new Row(place, new String[] {one.cell(0), one.cell(2), one.cell(3), Long.toString(-minor)});
            boolean debitFirst = one.cell(1).compareTo(one.cell(2)) <= 0;
            second[0] = debitFirst ? credit : debit;
            return debitFirst ? debit : credit;
        };
    }

    void entries(Proof proof) {
        Rows rows = books.rows("table posting", LedgerAgreements.POSTINGS);
        Map<String, Long> sums = new TreeMap<>();
        Row before = null;
        for (Row row = rows.next(); row != null; row = rows.next()) {
            boolean first = before == null || !before.cell(0).equals(row.cell(0));
            if (first && before != null) {
                balanced(before, sums, proof);
            }
            entry(row, first ? 0 : before.number(1), proof);
            sums.merge(row.cell(5), row.number(3) - row.number(4), Math::addExact);
            before = row;
        }
        if (before != null) {
            balanced(before, sums, proof);
        }
    }

    private void entry(Row row, long number, Proof proof) {
        String who = "table posting [" + row.cell(0) + "|" + row.cell(1) + "]";
        proof.same(who, "posting_no", row.number(1), number + 1);
        boolean oneSide = row.number(3) >= 0 && row.number(4) >= 0 && (row.number(3) == 0) != (row.number(4) == 0);
        proof.holds(
                oneSide,
                who + " debit_minor, credit_minor: are " + row.cell(3) + " and " + row.cell(4)
                        + ", one must be above 0 and the other 0");
        String id = "E" + date.toString().replace("-", "") + "-"
                + Digests.of(date + "|" + row.cell(6)).substring(0, 16);
        proof.same(
                "table journal_entry [" + row.cell(0) + "|" + row.cell(6) + "]",
                "entry_id (by its key)",
                row.cell(0),
                id);
    }

    private static void balanced(Row entry, Map<String, Long> sums, Proof proof) {
        sums.forEach((currency, sum) ->
                proof.same("table posting [" + entry.cell(0) + "]", "debits less credits in " + currency, sum, 0));
        sums.clear();
    }

    /** The opening entry is the frozen opening-balances.csv, on the first date of the books only. */
    void opening(DateFacts facts, Proof proof) {
        boolean first = books.all(
                        "table business_day", "select business_date from business_day where business_date < :date")
                .isEmpty();
        Merge.compare(
                Columns.of(2, "account currency minor"),
                new Merge.Side("table posting", books.rows("table posting", LedgerAgreements.OPENING_POSTINGS)),
                new Merge.Side("frozen opening-balances.csv", Rows.of(first ? facts.openingBalances() : List.of())),
                proof);
    }

    /** Reads journal.ledger line by line against the tables. */
    void file(Path outbox, Proof proof) throws IOException {
        Path file = outbox.resolve("journal.ledger");
        if (!Files.isRegularFile(file)) {
            proof.red("journal.ledger: is missing in " + outbox);
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            Reading reading = new Reading(lines, proof);
            reading.expect("; Qingfen, journal of " + date);
            head(reading);
            opening(reading);
            postings(reading);
            reading.end();
        }
    }

    /** How amounts are written, and the accounts that are declared. */
    private void head(Reading reading) throws IOException {
        for (Row row : books.all("table trial_balance", CURRENCIES)) {
            int digits = OutputCells.digits(row.cell(0));
            reading.expect("commodity 1000." + "0".repeat(digits) + " " + row.cell(0));
        }
        if (reading.line() != null && reading.line().startsWith("account ")) {
            for (Row row : books.all("table trial_balance", ACCOUNTS)) {
                reading.expect("account " + row.cell(0));
            }
        }
    }

    private void opening(Reading reading) throws IOException {
        Rows rows = books.rows("table trial_balance", BEFORE);
        Row row = rows.next();
        if (row != null) {
            reading.expect("");
            reading.expect(date + " * opening balances");
        }
        for (; row != null; row = rows.next()) {
            reading.expect(posting(row.cell(0), row.number(2), row.cell(1)));
        }
    }

    private void postings(Reading reading) throws IOException {
        Rows rows = books.rows("table posting", LedgerAgreements.POSTINGS);
        String entry = "";
        for (Row row = rows.next(); row != null; row = rows.next()) {
            if (!row.cell(0).equals(entry)) {
                entry = row.cell(0);
                reading.expect("");
                String words = row.cell(7) == null
                        ? ""
                        : row.cell(7).replaceAll("[;|\\s]+", " ").strip();
                reading.expect(date + " * (" + entry + ") " + words);
            }
            reading.expect(posting(row.cell(2), row.number(3) - row.number(4), row.cell(5)));
        }
    }

    private static String posting(String account, long minor, String currency) {
        return "    " + account + "  " + Amounts.format(minor, OutputCells.digits(currency)) + " " + currency;
    }

    /** One line after the other; the first that differs ends the comparison. */
    private static final class Reading {
        private final BufferedReader lines;
        private final Proof proof;
        private String line;
        private long number = 1;
        private boolean over;

        Reading(BufferedReader lines, Proof proof) throws IOException {
            this.lines = lines;
            this.proof = proof;
            this.line = lines.readLine();
        }

        String line() {
            return line;
        }

        void expect(String wanted) throws IOException {
            if (!over) {
                proof.same("journal.ledger:" + number, "line (by tables journal_entry and posting)", line, wanted);
                over = !wanted.equals(line);
                line = lines.readLine();
                number++;
            }
        }

        void end() {
            if (!over) {
                proof.same("journal.ledger:" + number, "line after the last", line, null);
            }
        }
    }
}

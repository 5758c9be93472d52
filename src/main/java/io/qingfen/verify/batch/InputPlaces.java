package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.InputQueries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the records of input files went, by file and line, and what the proof adds up while it reads the files. */
final class InputPlaces {
    private final Claims captures;
    private final Claims authorizations;
    private final Claims rejects;
    private final Claims batches;
    private final Claims duplicates;
    private final Claims failures;
    private final Claims holds;
    private final LinkedAnswers linked;
    private final Map<String, List<Row>> waiting = new HashMap<>();
    private final Tallied night = new Tallied();
    private final Tallied tallies = new Tallied();
    private final Proof proof;
    private BigDecimal accepted = BigDecimal.ZERO;
    private BigDecimal rejected = BigDecimal.ZERO;
    private long rejectedRecords;

    InputPlaces(Books books, Proof proof) {
        this.proof = proof;
        captures = claims(books, "table transactions", InputQueries.CAPTURES);
        authorizations = claims(books, "table transactions", InputQueries.AUTHORIZATIONS);
        rejects = claims(books, "table reject", InputQueries.REJECTS);
        batches = claims(books, "table terminal_batch", InputQueries.BATCHES);
        duplicates = claims(books, "table review_case", InputQueries.DUPLICATE_BATCHES);
        failures = claims(books, "table failure", InputQueries.FAILURES);
        holds = claims(books, "table hold_event", InputQueries.HOLD_EVENTS);
        linked = new LinkedAnswers(books, proof);
        Rows rows = books.rows("table open_item", InputQueries.WAITING);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            remember(row, 'C', row.cell(2));
            remember(row, 'A', row.cell(3));
        }
    }

    private Claims claims(Books books, String table, String sql) {
        return new Claims(table, books.rows(table, sql), proof);
    }

    private void remember(Row row, char kind, String stored) {
        if (stored != null) {
            String[] fields = RecordText.fields(stored);
            String key = fields.length < 3 ? "damaged" : kind + fields[1] + ":" + fields[2];
            waiting.computeIfAbsent(key, none -> new ArrayList<>(1))
                    .add(new Row("table " + row.cell(1), new String[] {row.cell(0), stored}));
        }
    }

    Claims captures() {
        return captures;
    }

    Claims authorizations() {
        return authorizations;
    }

    Claims rejects() {
        return rejects;
    }

    Claims batches() {
        return batches;
    }

    Claims duplicates() {
        return duplicates;
    }

    Claims failures() {
        return failures;
    }

    Claims holds() {
        return holds;
    }

    LinkedAnswers linked() {
        return linked;
    }

    /** Totals of the night by measure and currency. */
    Tallied night() {
        return night;
    }

    /** Totals by file, kind, outcome and decimals. */
    Tallied tallies() {
        return tallies;
    }

    /** @param amount as written, empty when the record has none that can be found, null when its kind has none */
    void tally(InputFacts file, String kind, String outcome, String currency, String amount) {
        String known = RecordText.known(currency);
        boolean readable = amount != null && RecordText.isReadable(amount, currency);
        long minor = readable ? RecordText.minor(amount, currency) : 0;
        int digits = readable ? RecordText.digits(amount, currency) : RecordText.digits("", known);
        String name = file.number() + "|" + kind + "|" + outcome + "|" + digits;
        tallies.add(name, known, minor);
        if (amount != null && !readable) {
            tallies.add(name + "|unreadable", known, 0);
        }
        night.add(kind + "_" + outcome, known, known.equals("XXX") ? 0 : minor);
        night.add(kind + "_PRESENT", known, known.equals("XXX") ? 0 : minor);
    }

    /** A line that is no record of its file. */
    void other(InputFacts file, boolean unknownType) {
        tallies.add(file.number() + (unknownType ? "|UNKNOWN|REJECTED|0" : "|OTHER|IGNORED|0"), "XXX", 0);
    }

    /** A record's amount, for the trailer. */
    void added(String amount, boolean isRejected) {
        boolean readable = amount.matches("(0|[1-9][0-9]{0,9})(\\.[0-9]{1,4})?");
        if (isRejected) {
            rejectedRecords++;
            rejected = readable ? rejected.add(new BigDecimal(amount)) : rejected;
        } else if (readable) {
            accepted = accepted.add(new BigDecimal(amount));
        }
    }

    /** Holds the sum of the file's records against what its trailer states, and begins anew. */
    void trailer(InputFacts file, String stated) {
        BigDecimal total = stated.matches("[0-9]+(\\.[0-9]+)?") ? new BigDecimal(stated) : BigDecimal.ONE.negate();
        boolean exact = rejectedRecords == 0 && accepted.compareTo(total) == 0;
        boolean between = rejectedRecords > 0 && accepted.compareTo(total) <= 0;
        proof.holds(
                exact || between,
                file.name() + ":" + file.trailerLine() + ": trailer states " + stated + ", its accepted records are "
                        + accepted.toPlainString() + ", its rejected ones " + rejected.toPlainString());
        accepted = BigDecimal.ZERO;
        rejected = BigDecimal.ZERO;
        rejectedRecords = 0;
    }

    /** Records that wait must be what stands in the file. */
    void waiting(InputFacts file, long line, char kind, String text) {
        List<Row> rows = waiting.remove(kind + Integer.toString(file.number()) + ":" + line);
        if (rows != null) {
            String column = kind == 'C' ? "capture" : "authorization_record";
            rows.forEach(row -> proof.same(
                    row.place() + " [" + row.cell(0) + "]",
                    column + " (by " + file.name() + ":" + line + ")",
                    RecordText.shown(row.cell(1)),
                    RecordText.shown(text)));
        }
    }

    void end() {
        List.of(captures, authorizations, rejects, batches, duplicates, failures, holds)
                .forEach(Claims::end);
        waiting.values()
                .forEach(rows -> rows.forEach(row -> proof.red(row.place() + " [" + row.cell(0)
                        + "]: its record stands in no input file of the date: " + RecordText.shown(row.cell(1)))));
    }
}

package io.qingfen.verify.batch;

import io.qingfen.verify.Columns;
import io.qingfen.verify.Merge;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.LookAtQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Payouts to look at: found again from payouts and accounts, and the file row by row. A merchant of which an earlier
 * payout was rejected or withdrawn after the date is left out: the night may have run before or after.
 */
final class LookAtProof {
    private static final int MONTH = 30;
    private static final int WEEK = 7;
    private static final int TIMES = 5;
    private final Books books;
    private final Path outbox;
    private final LocalDate date;
    private final Set<String> unsure = new HashSet<>();

    LookAtProof(Books books, Path outbox, LocalDate date) {
        this.books = books;
        this.outbox = outbox;
        this.date = date;
    }

    void prove(Proof proof) throws IOException {
        List<Row> noted = books.all("table payout_look_at", LookAtQueries.NOTED);
        boolean known = Files.isRegularFile(outbox.resolve(LookAtQueries.FILE.file()));
        if (!known && noted.isEmpty()) {
            return; // A date of books that did not have this file yet.
        }
        List<Row> found = found();
        Merge.compare(
                Columns.of(2, "payout_id reason earlier earlier_minor changed_on"),
                new Merge.Side("table payout_look_at", Rows.of(noted).where(row -> !unsure.contains(row.cell(0)))),
                new Merge.Side("tables payout and merchant_account", Rows.of(found)),
                proof);
        new OutputProof(books, outbox, date).prove(LookAtQueries.FILE, proof);
    }

    private List<Row> found() {
        Map<String, String> changed = new HashMap<>();
        books.all("table merchant_account", LookAtQueries.CHANGED, Map.of("weekAgo", date.minusDays(WEEK)))
                .forEach(row -> changed.put(row.cell(0), row.cell(1)));
        List<Row> found = new ArrayList<>();
        Map<String, Object> month = Map.of("monthAgo", date.minusDays(MONTH));
        for (Row row : books.all("table payout", LookAtQueries.PAYOUTS, month)) {
            if (row.number(4) > 0) {
                unsure.add(row.cell(0));
                continue;
            }
            boolean above = row.number(5) > 0
                    && Math.multiplyExact(row.number(2), row.number(5)) > Math.multiplyExact(TIMES, row.number(6));
            if (above) {
                found.add(noted(row, "ABOVE_AVERAGE", row.cell(5), row.cell(6), null));
            }
            if (changed.containsKey(row.cell(1))) {
                found.add(noted(row, "ACCOUNT_CHANGED", "0", "0", changed.get(row.cell(1))));
            }
            if (row.number(3) == 0) {
                found.add(noted(row, "FIRST_PAYOUT", "0", "0", null));
            }
        }
        return found;
    }

    private static Row noted(Row payout, String reason, String earlier, String minor, String changedOn) {
        return new Row("table payout", new String[] {payout.cell(0), reason, earlier, minor, changedOn});
    }
}

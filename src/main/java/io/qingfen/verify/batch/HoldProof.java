package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.HoldAgreements;
import java.time.LocalDate;

/** Every hold has the id of its content, and held on each date from its first to its end, and on no other. */
final class HoldProof {
    private final Books books;
    private final LocalDate date;

    HoldProof(Books books, LocalDate date) {
        this.books = books;
        this.date = date;
    }

    void prove(Proof proof) {
        Rows rows = books.rows("table risk_hold", HoldAgreements.HOLDS);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            String who = "table risk_hold [" + row.cell(0) + "]";
            String content =
                    row.cell(1) + "|" + row.cell(2) + "|" + row.cell(3) + "|" + row.cell(4) + "|" + row.cell(5);
            proof.same(who, "hold_id", row.cell(0), "H" + Digests.of(content).substring(0, 20));
            dates(row, who, proof);
        }
    }

    private void dates(Row row, String who, Proof proof) {
        LocalDate from = LocalDate.parse(row.cell(6));
        LocalDate last = date;
        if (row.has(4)) {
            last = earlier(last, LocalDate.parse(row.cell(4)));
        }
        if (row.has(7)) {
            last = earlier(last, LocalDate.parse(row.cell(7)).minusDays(1));
        }
        boolean never = last.isBefore(from);
        proof.same(who, "business_date: first date in position_hold", row.cell(8), never ? null : from);
        proof.same(who, "until_date, lifted_on: last date in position_hold", row.cell(9), never ? null : last);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

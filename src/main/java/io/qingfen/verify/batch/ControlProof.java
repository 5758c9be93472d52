package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.ControlQueries;
import java.util.HashMap;
import java.util.Map;

/** The control chain: all closed, and its numbers those that the tables themselves give. */
final class ControlProof {
    private final Books books;

    ControlProof(Books books) {
        this.books = books;
    }

    void prove(Proof proof) {
        Map<String, Row> derived = new HashMap<>();
        for (Row row : books.all("tables", ControlQueries.DERIVED)) {
            derived.put(row.cell(0) + "|" + row.cell(1) + "|" + row.cell(2), row);
        }
        int number = 0;
        for (Row row : books.all("table control_total", ControlQueries.CHAIN)) {
            String key = row.cell(1) + "|" + row.cell(2) + "|" + row.cell(3);
            String who = "table control_total [" + row.cell(0) + "|" + key + "]";
            proof.same(who, "position_no", row.number(0), ++number);
            proof.same(who, "closed", row.cell(8), true);
            proof.same(who, "counterpart_count", row.cell(6), row.cell(4));
            proof.same(who, "counterpart_minor", row.cell(7), row.cell(5));
            Row own = derived.remove(key);
            if (own != null) {
                same(row, own, who, proof);
            }
        }
        proof.holds(number > 0, "table control_total: has no row of the date");
        derived.values().stream()
                .filter(own -> own.number(4) != 0 || own.number(3) != 0)
                .forEach(own -> proof.red("table control_total [" + own.cell(0) + "|" + own.cell(1) + "|" + own.cell(2)
                        + "]: is missing, tables give " + own.cell(3) + " and " + own.cell(4)));
    }

    /** A count or an amount that is not part of the control is null on the derived side. */
    private static void same(Row row, Row own, String who, Proof proof) {
        if (own.has(3)) {
            proof.same(who, "item_count (by the tables)", row.cell(4), own.cell(3));
        }
        if (own.has(4)) {
            proof.same(who, "amount_minor (by the tables)", row.cell(5), own.cell(4));
        }
    }
}

package io.qingfen.verify.batch;

import io.qingfen.verify.Columns;
import io.qingfen.verify.Merge;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.InputQueries;

/** Totals that the night counted while it ran, against what the proof added up itself. */
final class NightProof {
    private static final int CAPTURE_AMOUNT = 9;
    private static final int CAPTURE_CURRENCY = 10;
    private static final int AUTHORIZATION_AMOUNT = 14;
    private static final int AUTHORIZATION_CURRENCY = 15;
    private final Books books;
    private final InputPlaces places;

    NightProof(Books books, InputPlaces places) {
        this.books = books;
        this.places = places;
    }

    void prove(Proof proof) {
        Tallied tallies = new Tallied();
        for (Row row : books.all("table intake_tally", InputQueries.TALLIES)) {
            String name = row.cell(0) + "|" + row.cell(1) + "|" + row.cell(2) + "|" + row.cell(3);
            tallies.add(name, row.cell(4), row.number(5), row.number(6));
            tallies.add(name + "|unreadable", row.cell(4), row.number(7), 0);
        }
        compare("table intake_tally", tallies, "archived files", places.tallies(), proof);
        Tallied night = new Tallied();
        for (Row row : books.all("table night_total", InputQueries.NIGHT)) {
            night.add(row.cell(0), row.cell(1), row.number(2), row.number(3));
        }
        Tallied own = places.night();
        for (Row row : books.all("table open_item", InputQueries.WAITING_TOTALS)) {
            own.add(row.cell(0), row.cell(1), row.number(2), row.number(3));
        }
        followed(own);
        compare("table night_total", night, "archived files and tables", own, proof);
    }

    private void followed(Tallied own) {
        Rows rows = books.rows("table follow_up", InputQueries.FOLLOWED);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            String[] capture = RecordText.fields(row.cell(1));
            String[] authorization = RecordText.fields(row.cell(2));
            for (String done : new String[] {"TO_FOLLOW_UP", "FOLLOWED_UP"}) {
                add(own, "CAPTURES_" + done, capture, CAPTURE_AMOUNT, CAPTURE_CURRENCY);
                add(own, "AUTHORIZATIONS_" + done, authorization, AUTHORIZATION_AMOUNT, AUTHORIZATION_CURRENCY);
            }
        }
    }

    private static void add(Tallied own, String name, String[] fields, int amount, int currency) {
        boolean whole = fields.length > currency && fields[amount].matches("[0-9]{1,18}");
        own.add(name, whole ? fields[currency] : "XXX", whole ? Long.parseLong(fields[amount]) : 0);
    }

    private static void compare(String leftName, Tallied left, String rightName, Tallied right, Proof proof) {
        Merge.compare(
                Columns.of(2, "measure currency item_count amount_minor"),
                new Merge.Side(leftName, left.rows()),
                new Merge.Side(rightName, right.rows()),
                proof);
    }
}

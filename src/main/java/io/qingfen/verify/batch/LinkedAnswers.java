package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.Books;
import java.util.HashMap;
import java.util.Map;

/** Authorizations that people linked to a capture of the date: a pair carries the capture's terminal and reference only. */
final class LinkedAnswers {
    private static final String LINKED = """
            select claim_item_id, answer_item_id, merchant_id, answer_terminal_id, answer_rrn from linked_pair
             where business_date = :date
            """;
    private final Map<String, Row> byPair = new HashMap<>();
    private final Proof proof;

    LinkedAnswers(Books books, Proof proof) {
        this.proof = proof;
        books.all("table linked_pair", LINKED).forEach(row -> byPair.put(row.cell(0), row));
    }

    /** @param fields of the authorization's line as the archive keeps it */
    void same(String pair, InputFacts file, long line, String[] fields) {
        Row linked = byPair.get(pair);
        String place = file.name() + ":" + line;
        if (linked == null) {
            proof.red("table linked_pair [" + pair + "]: has no row for the authorization " + place);
            return;
        }
        String who = linked.place() + " [" + pair + "]";
        String by = " (by " + place + ")";
        proof.same(who, "answer_item_id" + by, linked.cell(1), "A" + file.label() + line);
        proof.same(who, "merchant_id" + by, linked.cell(2), fields[2]);
        proof.same(who, "answer_terminal_id" + by, linked.cell(3), fields[3]);
        proof.same(who, "answer_rrn" + by, linked.cell(4), fields[1]);
    }
}

package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.ActAgreements;
import io.qingfen.verify.jdbc.Books;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people did stands in the audit chain, unbroken: who proposed and who approved each decision that the date books. */
final class ActProof {
    private static final String FIRST = "0".repeat(64);
    private final Books books;

    ActProof(Books books) {
        this.books = books;
    }

    /** Every record continues the one before, has the hash of its fields, and the head is the last one. */
    void chain(Proof proof) {
        String number = "0";
        String hash = FIRST;
        var rows = books.rows("table audit_record", ActAgreements.AUDIT);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            String who = "table audit_record [" + row.cell(0) + "]";
            proof.same(who, "record_no", row.cell(0), Long.toString(Long.parseLong(number) + 1));
            proof.same(who, "previous_sha256", row.cell(6), hash);
            proof.same(who, "sha256 (over its fields)", row.cell(7), digest(row));
            number = row.cell(0);
            hash = row.cell(7);
        }
        List<Row> head = books.all("table audit_head", ActAgreements.AUDIT_HEAD);
        proof.same("table audit_head [audit]", "rows", head.size(), 1);
        if (head.size() == 1) {
            proof.same("table audit_head [audit]", "record_no", head.get(0).cell(0), number);
            proof.same("table audit_head [audit]", "sha256", head.get(0).cell(1), hash);
        }
    }

    private static String digest(Row row) {
        StringBuilder text = new StringBuilder("1");
        for (int i = 0; i <= 6; i++) {
            String field = i == 1 ? instant(row.cell(i)) : row.cell(i);
            text.append('|').append(field.length()).append(':').append(field);
        }
        return Digests.of(text.toString());
    }

    /** As the record was hashed: UTC, {@code 2026-03-02T19:00:00.123456Z}. */
    private static String instant(String stored) {
        try {
            String zone = stored.matches(".*[+-][0-9]{2}$") ? stored + ":00" : stored;
            return OffsetDateTime.parse(zone.replaceFirst(" ", "T")).toInstant().toString();
        } catch (DateTimeParseException unreadable) {
            return stored;
        }
    }

    /** Two persons, and the resolution that both of them named. */
    void decisions(Proof proof) {
        Map<String, List<String>> acts = new HashMap<>();
        for (Row row : books.all("table audit_record", ActAgreements.ACTS)) {
            String act = row.cell(0) + " of " + row.cell(1) + " by " + row.cell(2);
            acts.computeIfAbsent(act, none -> new ArrayList<>()).add(row.cell(3));
        }
        for (Row row : books.all("table case_proposal", ActAgreements.PROPOSALS)) {
            String who = "table case_proposal [" + row.cell(0) + "|" + row.cell(1) + "]";
            String maker = row.cell(5);
            String checker = row.cell(6);
            proof.holds(
                    checker != null && !checker.toLowerCase(Locale.ROOT).equals(maker.toLowerCase(Locale.ROOT)),
                    who + " checker: is " + checker + ", maker is " + maker);
            String words = row.cell(2)
                    + (row.has(3) ? " with " + row.cell(3) : "")
                    + (row.has(4) ? " until " + row.cell(4) : "");
            List.of(
                            "cases.proposed of " + row.cell(0) + " by " + maker,
                            "cases.approved of " + row.cell(0) + " by " + checker)
                    .forEach(act -> {
                        String end = act.startsWith("cases.proposed") ? row.cell(7) : ", proposed by " + maker;
                        boolean found = acts.getOrDefault(act, List.of()).stream()
                                .anyMatch(detail -> detail.startsWith(words) && detail.endsWith(end));
                        proof.holds(found, who + ": the audit chain has no " + act + ": " + words);
                    });
        }
    }
}

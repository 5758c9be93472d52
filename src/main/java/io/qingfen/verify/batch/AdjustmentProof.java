package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.AdjustmentAgreements;
import io.qingfen.verify.jdbc.Books;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Every adjustment that the date booked is the one that one person proposed and another approved, figure by figure. */
final class AdjustmentProof {
    private static final int ID = 0;
    private static final int NUMBER = 1;
    private static final int TO = 3;
    private static final int PLAN_SHA256 = 5;
    private static final int PLAN = 6;
    private static final int DIGEST = 8;
    private static final int REASON = 9;
    private static final int MAKER = 10;
    private static final int CHECKER = 11;
    private final Books books;
    private final LocalDate date;

    AdjustmentProof(Books books, LocalDate date) {
        this.books = books;
        this.date = date;
    }

    void prove(Proof proof) {
        for (Row row : books.all("table adjustment", AdjustmentAgreements.ADJUSTMENTS)) {
            String who = "table adjustment [" + row.cell(ID) + "]";
            String id = String.join("|", row.cell(NUMBER), row.cell(MAKER), row.cell(REASON), row.cell(DIGEST));
            proof.same(who, "adjustment_id", row.cell(ID), "J" + Digests.of(id).substring(0, 20));
            String plan = Digests.of(row.cell(PLAN).getBytes(StandardCharsets.ISO_8859_1));
            proof.same(who, "plan_sha256 (of plan_content)", row.cell(PLAN_SHA256), plan);
            proof.same(who, "digest (over the rows of adjustment_line)", row.cell(DIGEST), digest(row));
            proof.holds(LocalDate.parse(row.cell(TO)).isBefore(date), who + " to_date: is not before " + date);
            actor(who, "adjustments.propose", row.cell(DIGEST), row.cell(MAKER), proof);
            actor(who, "adjustments.approve", row.cell(ID), row.cell(CHECKER), proof);
            proof.same(who, "ended_at", row.cell(CHECKER + 1), null);
            proof.same(who, "end_reason", row.cell(CHECKER + 2), null);
        }
    }

    /** The same figures may have been proposed by several people, one after the other. */
    private void actor(String who, String action, String subject, String actor, Proof proof) {
        List<Row> found = books.all(
                "table audit_record", AdjustmentAgreements.ACTORS, Map.of("action", action, "subject", subject));
        proof.holds(
                found.stream().anyMatch(row -> row.cell(0).equals(actor)),
                who + ": the audit chain has no " + action + " of " + subject + " by " + actor);
    }

    private String digest(Row row) {
        MessageDigest digest = Digests.sha256();
        add(digest, String.join("|", row.cell(2), row.cell(TO), row.cell(4), row.cell(PLAN_SHA256), row.cell(7)));
        Rows lines = books.rows("table adjustment_line", AdjustmentAgreements.LINES, Map.of("id", row.cell(ID)));
        for (Row line = lines.next(); line != null; line = lines.next()) {
            add(digest, String.join("|", line.cells()));
        }
        return Digests.hex(digest);
    }

    private static void add(MessageDigest digest, String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

package io.qingfen.verify.batch;

import io.qingfen.verify.DateFacts;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.Verdicts;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.ItemQueries;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Items that began or ended to wait on the date, each by its own records; and the cases that stand for them. */
final class ItemProof {
    private static final List<String> OPEN_STATES = List.of("OPEN", "PROPOSED", "APPROVED");
    private final Books books;
    private final DateFacts facts;
    private final Map<String, String> labels = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    ItemProof(Books books, DateFacts facts) {
        this.books = books;
        this.facts = facts;
    }

    void prove(Proof proof) {
        Rows rows = books.rows("table open_item", ItemQueries.ITEMS);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            String who = "table open_item [" + row.cell(0) + "|" + row.cell(1) + "]";
            if (row.number(21) == 1) {
                new WaitingItem(row, facts, who, proof).prove(labelOf(row), true);
            } else {
                new WaitingItem(row, facts, who, proof).prove(labelOf(row), false);
                ended(row, who, proof);
            }
        }
        for (Row row : books.all("table open_item", ItemQueries.REMOVED_NEVER)) {
            proof.red("table open_item [" + row.cell(0) + "|" + row.cell(1) + "] removed_on: is " + row.cell(2)
                    + ", which is no date of the books after it");
        }
        earlier(proof);
        cases(proof);
    }

    private String labelOf(Row row) {
        String[] capture = row.has(18) ? RecordText.fields(row.cell(18)) : new String[0];
        String[] record = capture.length > 2 ? capture : RecordText.fields(row.has(19) ? row.cell(19) : "");
        if (record.length < 3 || !record[1].matches("[0-9]{1,9}")) {
            return "";
        }
        String label = labels.computeIfAbsent(
                record[1],
                number -> books
                        .all(
                                "table input_file",
                                "select " + InputFacts.COLUMNS + " from input_file where file_no = :no",
                                Map.of("no", Integer.valueOf(number)))
                        .stream()
                        .map(file -> InputFacts.of(file).label())
                        .findFirst()
                        .orElse(""));
        return (capture.length > 2 ? "C" : "A") + label + record[2];
    }

    /** What no longer waits stands in a transaction of the date, was reversed, or was decided. */
    private void ended(Row row, String who, Proof proof) {
        remember(row, 18, "C");
        remember(row, 19, "A");
        boolean single = row.cell(2).equals("AUTHORIZATION");
        String resolution = row.has(24) ? row.cell(24) : "";
        if (row.cell(2).equals("REVERSAL") || single && !resolution.isEmpty()) {
            proof.looked();
            return;
        }
        boolean judged = !single
                && !books.all("table transactions", ItemQueries.TRANSACTION, Map.of("id", row.cell(0)))
                        .isEmpty();
        boolean decided = row.number(25) > 0;
        proof.holds(
                judged || decided,
                who + " removed_on: is " + row.cell(20) + ", but no transaction of that date has it");
    }

    private void remember(Row row, int index, String kind) {
        String[] fields = row.has(index) ? RecordText.fields(row.cell(index)) : new String[0];
        if (fields.length > 2) {
            ended.add(kind + fields[1] + ":" + fields[2]);
        }
    }

    private void earlier(Proof proof) {
        Rows rows = books.rows("table transactions", ItemQueries.FROM_EARLIER);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            if (row.number(5) == 1) {
                waited(row, "C" + row.cell(1) + ":" + row.cell(2), proof);
            }
            if (row.number(6) == 1) {
                waited(row, "A" + row.cell(3) + ":" + row.cell(4), proof);
            }
        }
    }

    private void waited(Row row, String record, Proof proof) {
        proof.holds(
                ended.contains(record),
                "table open_item: no item with the record of table transactions [" + row.cell(0)
                        + "] (input file and line " + record.substring(1) + ") was removed on " + facts.date());
    }

    private void cases(Proof proof) {
        Rows rows = books.rows("table review_case", ItemQueries.CASES);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            String who = "table review_case [" + row.cell(0) + "]";
            String id = caseId(LocalDate.parse(row.cell(1)), row.cell(2), row.cell(3));
            proof.same(who, "case_id (by opened_on, kind and subject)", row.cell(0), id);
            sources(row, who, proof);
            boolean open = row.cell(6) == null;
            proof.holds(
                    open == OPEN_STATES.contains(row.cell(4)),
                    who + " state, closed_on: are " + row.cell(4) + " and " + row.cell(6)
                            + ", which do not go together");
            proof.holds(
                    open == row.cell(5).isEmpty(),
                    who + " resolution: is '" + row.cell(5) + "' in state " + row.cell(4));
        }
    }

    private static void sources(Row row, String who, Proof proof) {
        proof.holds(
                row.has(9) == row.has(10) && row.has(11) == row.has(12),
                who + " capture_line, authorization_line: a file without line, or a line without file");
    }

    static String caseId(LocalDate date, String kind, String subject) {
        return "K" + Digests.of(date + "|" + kind + "|" + subject).substring(0, 20);
    }

    /** One item that began to wait on the date. */
    private record WaitingItem(Row row, DateFacts facts, String who, Proof proof) {
        private static final int CAPTURE = 18;
        private static final int AUTHORIZATION = 19;

        /** @param today whether it began to wait today; of older ones only the record is known */
        void prove(String id, boolean today) {
            String[] capture = row.has(CAPTURE) ? RecordText.fields(row.cell(CAPTURE)) : null;
            String[] answer = row.has(AUTHORIZATION) ? RecordText.fields(row.cell(AUTHORIZATION)) : null;
            boolean whole = (capture == null || capture.length == 18) && (answer == null || answer.length == 21);
            if (!whole || capture == null && answer == null) {
                proof.red(who + " capture, authorization_record: are no whole records");
                return;
            }
            same("item_id (by its record)", 0, id);
            boolean reversal = row.cell(3).startsWith("REVERSAL_");
            String kind =
                    reversal ? "REVERSAL" : answer == null ? "CAPTURE" : capture == null ? "AUTHORIZATION" : "PAIR";
            same("kind", 2, kind);
            if (!kind.equals("PAIR")) {
                same("matched_by", 4, "");
            }
            record(capture, answer);
            if (!today) {
                return;
            }
            proof.holds(
                    !row.has(20) || LocalDate.parse(row.cell(20)).isAfter(facts.date()),
                    who + " removed_on: is " + row.cell(20) + ", the date on which it began to wait");
            money(answer, reversal);
            same(
                    "case_id",
                    16,
                    row.cell(3).equals("REVERSAL_WITHOUT_ORIGINAL")
                            ? null
                            : caseId(facts.date(), row.cell(3), row.cell(0)));
            joins();
        }

        private void record(String[] capture, String[] answer) {
            boolean claimed = capture != null;
            String[] own = claimed ? capture : answer;
            same("merchant_id", 5, own[4]);
            same("terminal_id", 6, own[5]);
            same("txn_type", 7, claimed ? capture[8] : answer[9]);
            String rrn = claimed && (answer == null || !capture[13].equals("-1")) ? capture[13] : answer[6];
            same("rrn", 8, rrn.equals("-1") ? "" : "0".repeat(Math.max(0, 12 - rrn.length())) + rrn);
            same("currency", 9, claimed ? capture[10] : answer[15]);
            same("captured_minor", 10, claimed ? capture[9] : null);
            same("authorized_minor", 11, answer == null ? null : answer[14]);
            same("suspense_currency", 14, answer == null ? capture[10] : answer[15]);
            same("channel", 15, answer == null ? "" : answer[10]);
        }

        /** Approved money that is not cleared stands in suspense; a promised credit is kept out of the position. */
        private void money(String[] answer, boolean reversal) {
            boolean promised = answer != null && !reversal && facts.isApproved(answer[17]);
            boolean credit = promised && Verdicts.isCredit(answer[9]);
            String amount = promised ? answer[14] : "0";
            boolean after = row.cell(3).equals("REVERSAL_AFTER_CLEARING");
            same("suspense_minor", 12, credit ? "-" + amount : amount);
            same("withheld_minor", 13, after ? row.cell(23) : credit ? amount : "0");
        }

        /** Whoever decided to wait lets it join for longer: until then, instead of what the rule of the carry says. */
        private void joins() {
            if (row.has(26)) {
                same("joins_until (by the decision to wait)", 17, row.cell(27));
                proof.same(who, "prolonged_item.joins_until_before", row.cell(26), joinsUntil());
            } else {
                same("joins_until", 17, joinsUntil());
            }
        }

        private String joinsUntil() {
            boolean after = row.cell(3).equals("REVERSAL_AFTER_CLEARING");
            int carry = after ? 0 : Integer.parseInt(facts.setting("carryDays", "3"));
            return row.has(22) ? row.cell(22) : facts.date().plusDays(carry).toString();
        }

        private void same(String column, int index, String should) {
            proof.same(who, column, row.cell(index), should);
        }
    }
}

package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Verdicts;
import java.util.List;

/** Lines of terminal-batch files: each batch and each capture must have gone to exactly one place. */
final class CaptureLines {
    private static final int FIELDS_OF_BATCH = 10;
    private static final int FIELDS_OF_DETAIL = 12;
    private final InputPlaces places;
    private final Proof proof;
    private InputFacts file;
    private boolean own;
    private String[] batch;
    private boolean duplicate;
    private boolean rejectedBatch;

    CaptureLines(InputPlaces places, Proof proof) {
        this.places = places;
        this.proof = proof;
    }

    /** @param own whether the date used the file; of older files only the records judged today are looked at */
    void begin(InputFacts of, boolean own) {
        this.file = of;
        this.own = own;
        this.batch = null;
        this.duplicate = false;
        this.rejectedBatch = false;
    }

    void batch(long line, String[] fields) {
        batch = fields != null && fields.length == FIELDS_OF_BATCH ? fields : null;
        if (!own) {
            return;
        }
        List<Row> rejects = places.rejects().of(file.number(), line);
        List<Row> counted = places.batches().of(file.number(), line);
        List<Row> again = places.duplicates().of(file.number(), line);
        String which = batch == null ? "" : " (batch " + batch[3] + " of terminal " + batch[2] + ")";
        once(
                line,
                rejects.size() + counted.size() + again.size(),
                "table reject, terminal_batch or review_case" + which);
        rejectedBatch = !rejects.isEmpty();
        duplicate = !again.isEmpty();
        String currency = batch == null ? "XXX" : batch[5];
        places.tally(file, "BATCHES", rejectedBatch ? "REJECTED" : "ACCEPTED", currency, null);
        counted.forEach(row -> same(row, line));
    }

    private void same(Row row, long line) {
        if (batch == null) {
            proof.red(place(line) + ": table terminal_batch has it, but it is no whole batch header");
            return;
        }
        String who = "table terminal_batch [" + row.cell(2) + "]";
        check(who, "terminal_id", row.cell(3), batch[2], line);
        check(who, "batch_no", row.cell(4), batch[3], line);
        check(who, "closed_at", row.cell(5), RecordText.seconds(batch[4]), line);
        check(who, "merchant_id", row.cell(6), batch[1], line);
    }

    void detail(long line, String[] fields) {
        List<Row> transactions = places.captures().of(file.number(), line);
        if (own) {
            place(line, fields, transactions);
        } else {
            proof.holds(transactions.size() <= 1, place(line) + ": stands in " + transactions.size() + " transactions");
        }
        boolean whole = fields != null && fields.length == FIELDS_OF_DETAIL && batch != null;
        for (Row row : transactions) {
            if (whole) {
                same(row, fields, line);
            } else {
                proof.red(place(line) + ": table transactions [" + row.cell(2) + "] has it, but it is no whole record");
            }
        }
        if (whole) {
            places.waiting(file, line, 'C', RecordText.capture(file.number(), line, file.usedOn(), batch, fields));
        }
    }

    private void place(long line, String[] fields, List<Row> transactions) {
        List<Row> rejects = places.rejects().of(file.number(), line);
        int found = transactions.size() + rejects.size() + (duplicate && rejects.isEmpty() ? 1 : 0);
        once(line, found, "table transactions, reject or a duplicate batch");
        boolean readable = fields != null && fields.length == FIELDS_OF_DETAIL && batch != null;
        String currency = batch == null ? "XXX" : batch[5];
        long minor = readable ? RecordText.minor(fields[5], currency) : 0;
        String amount = fields != null && fields.length == FIELDS_OF_DETAIL ? fields[5] : "";
        places.tally(file, "CAPTURES", rejects.isEmpty() ? "ACCEPTED" : "REJECTED", currency, amount);
        places.added(fields != null && fields.length > 5 ? fields[5] : "", !rejects.isEmpty());
        if (rejects.isEmpty()) {
            proof.holds(!rejectedBatch, place(line) + ": is used although its batch was rejected");
            places.night().add(duplicate ? "CAPTURES_DUPLICATE_BATCH" : "CAPTURES_IN", currency, minor);
            if (duplicate) {
                places.night().add("CAPTURES_IN", currency, minor);
            }
        }
    }

    private void same(Row row, String[] detail, long line) {
        String who = "table transactions [" + row.cell(2) + "]";
        check(who, "transaction_id", row.cell(2), "C" + file.label() + line, line);
        check(who, "merchant_id", row.cell(3), batch[1], line);
        check(who, "terminal_id", row.cell(4), batch[2], line);
        check(who, "batch_no", row.cell(5), batch[3], line);
        check(who, "trace_no", row.cell(6), detail[1], line);
        boolean byReference = !detail[7].isEmpty();
        if (byReference || row.cell(20) == null) {
            check(who, "rrn", row.cell(7), detail[7], line);
        }
        check(who, "txn_type", row.cell(8), detail[2], line);
        long minor = RecordText.minor(detail[5], batch[5]);
        check(who, "amount_minor", row.cell(9), Long.toString(minor), line);
        check(who, "currency", row.cell(10), batch[5], line);
        check(who, "txn_time", row.cell(11), RecordText.seconds(detail[6]), line);
        check(who, "entry_mode", row.cell(12), detail[9], line);
        boolean paired = row.cell(20) != null;
        String passes = paired ? byReference ? "K1 LK" : "K2 K3 LK" : "";
        boolean rightPass = passes.isEmpty()
                ? row.cell(13).isEmpty()
                : List.of(passes.split(" ")).contains(row.cell(13));
        proof.holds(
                rightPass, who + " matched_by: is '" + row.cell(13) + "', should be " + passes + ", by " + place(line));
        outcome(row, who, minor, line);
    }

    private void outcome(Row row, String who, long minor, long line) {
        String disposition = Verdicts.disposition(row.cell(14));
        check(who, "disposition", row.cell(15), disposition, line);
        boolean settled = disposition.equals("SETTLED");
        long signed = Verdicts.isCredit(row.cell(8)) ? -minor : minor;
        check(who, "net_minor", row.cell(17), settled ? Long.toString(signed - row.number(16)) : null, line);
        if (!settled) {
            boolean unpriced = !row.has(16) && !row.has(18) && !row.has(19);
            proof.holds(unpriced, who + " fee_minor, fee_rule, scheme_cost_minor: must be empty, it was not settled");
        }
        String place = settled ? "CAPTURES_SETTLED" : disposition.equals("NOT_SETTLED") ? "CAPTURES_NOT_SETTLED" : "";
        if (!place.isEmpty()) {
            places.night().add(place, row.cell(10), minor);
        }
    }

    private void once(long line, int found, String where) {
        proof.holds(found == 1, place(line) + ": stands in " + found + " places of " + where + ", should stand in 1");
    }

    private void check(String who, String column, String says, String should, long line) {
        proof.same(who, column + " (by " + place(line) + ")", says, should);
    }

    private String place(long line) {
        return file.name() + ":" + line;
    }
}

package io.qingfen.verify.batch;

import io.qingfen.verify.DateFacts;
import io.qingfen.verify.FeeReckoning;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Verdicts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines of authorization files: each must have gone to exactly one place; the fee of what cleared is reckoned again. */
final class AuthorizationLines {
    private static final int FIELDS = 20;
    private static final Set<String> SALES = Set.of("SALE", "OFFLINE_SALE", "PREAUTH_COMPLETION");
    private static final Set<String> NEVER_CAPTURED = Set.of("PREAUTH", "PREAUTH_VOID");
    private final InputPlaces places;
    private final DateFacts facts;
    private final FeeReckoning fees;
    private final Proof proof;
    private final Proof feeProof;
    private final Set<String> reversed = new HashSet<>();
    private final List<String[]> unclaimed = new ArrayList<>();
    private InputFacts file;
    private boolean own;

    AuthorizationLines(InputPlaces places, DateFacts facts, FeeReckoning fees, Proof proof, Proof feeProof) {
        this.places = places;
        this.facts = facts;
        this.fees = fees;
        this.proof = proof;
        this.feeProof = feeProof;
    }

    void begin(InputFacts of, boolean isOwn) {
        this.file = of;
        this.own = isOwn;
    }

    /** A reversal that waited since an earlier date. */
    void waitingReversal(String terminal, String rrn) {
        reversed.add(terminal + "|" + rrn);
    }

    void record(long line, String[] fields) {
        List<Row> transactions = places.authorizations().of(file.number(), line);
        boolean whole = fields != null && fields.length == FIELDS;
        if (own) {
            place(line, fields, whole, transactions);
        } else {
            proof.holds(transactions.size() <= 1, place(line) + ": stands in " + transactions.size() + " transactions");
        }
        for (Row row : transactions) {
            if (whole) {
                same(row, fields, line);
            } else {
                proof.red(place(line) + ": table transactions [" + row.cell(2) + "] has it, but it is no whole record");
            }
        }
        if (whole) {
            String text = RecordText.authorization(file.number(), line, file.usedOn(), fields);
            places.waiting(file, line, 'A', text);
        }
    }

    private void place(long line, String[] fields, boolean whole, List<Row> transactions) {
        List<Row> rejects = places.rejects().of(file.number(), line);
        List<Row> failures = places.failures().of(file.number(), line);
        List<Row> holds = places.holds().of(file.number(), line);
        int found = transactions.size() + rejects.size() + failures.size();
        proof.holds(
                found <= 1,
                place(line) + ": stands in " + found
                        + " places of table transactions, reject or failure, should stand in 1");
        String currency = whole ? fields[13] : "XXX";
        long minor = whole ? RecordText.minor(fields[12], currency) : 0;
        places.tally(
                file, "AUTHORIZATIONS", rejects.isEmpty() ? "ACCEPTED" : "REJECTED", currency, whole ? fields[12] : "");
        places.added(fields != null && fields.length > 12 ? fields[12] : "", !rejects.isEmpty());
        if (rejects.isEmpty() && whole) {
            places.night().add("AUTHORIZATIONS_IN", currency, minor);
            used(line, fields, transactions, failures);
            holds.forEach(row -> hold(row, fields, line));
            if (found == 0) {
                notFinancial(line, fields, holds);
            }
        } else if (rejects.isEmpty()) {
            proof.red(place(line) + ": is no whole record and was not rejected");
        }
    }

    private void used(long line, String[] fields, List<Row> transactions, List<Row> failures) {
        String type = fields[6];
        if (type.equals("REVERSAL")) {
            reversed.add(fields[3] + "|" + (fields[18].isEmpty() ? fields[1] : fields[18]));
        }
        boolean duplicate = transactions.stream().anyMatch(row -> row.cell(16).equals("DUPLICATE_AUTHORIZATION"));
        boolean asked = !type.equals("REVERSAL") && !type.equals("BALANCE_INQUIRY") && !duplicate;
        if (asked && !facts.outcomes().containsKey(fields[15])) {
            places.night().add("UNMAPPED:" + fields[15], "XXX", 0);
        }
        failures.forEach(row -> failure(row, fields, line));
    }

    /** What moved no money; what was reversed is looked at when all reversals are known. */
    private void notFinancial(long line, String[] fields, List<Row> holds) {
        String type = fields[6];
        places.night().add("AUTHORIZATIONS_NOT_FINANCIAL", fields[13], RecordText.minor(fields[12], fields[13]));
        if (type.equals("BALANCE_INQUIRY") || type.equals("REVERSAL")) {
            proof.looked();
            return;
        }
        boolean held = NEVER_CAPTURED.contains(type) && facts.isApproved(fields[15]) && !holds.isEmpty();
        if (!held) {
            unclaimed.add(new String[] {place(line), fields[3] + "|" + fields[1], type});
        }
    }

    private void hold(Row row, String[] fields, long line) {
        String who = "table hold_event [" + row.cell(2) + "]";
        boolean opens = row.cell(5).equals("OPEN");
        check(who, "kind", opens ? "PREAUTH" : row.cell(5), fields[6], line);
        check(who, "merchant_id", row.cell(3), fields[2], line);
        String named = fields[18].isEmpty() ? fields[1] : fields[18];
        check(who, "rrn", row.cell(4), opens ? fields[1] : named, line);
        check(who, "terminal_id", row.cell(6), fields[3], line);
        check(who, "amount_minor", row.cell(7), RecordText.minor(fields[12], fields[13]), line);
        check(who, "currency", row.cell(8), fields[13], line);
    }

    private void failure(Row row, String[] fields, long line) {
        String who = "table failure [" + row.cell(2) + "]";
        check(who, "merchant_id", row.cell(3), fields[2], line);
        check(who, "terminal_id", row.cell(4), fields[3], line);
        check(who, "trace_no", row.cell(5), fields[5], line);
        check(who, "rrn", row.cell(6), fields[1], line);
        check(who, "txn_type", row.cell(7), fields[6], line);
        check(who, "channel", row.cell(8), fields[7], line);
        check(who, "card_type", row.cell(9), fields[10], line);
        check(who, "amount_minor", row.cell(10), RecordText.minor(fields[12], fields[13]), line);
        check(who, "currency", row.cell(11), fields[13], line);
        check(who, "txn_time", row.cell(12), RecordText.seconds(fields[14]), line);
        check(who, "response_code", row.cell(13), fields[15], line);
        check(who, "outcome", row.cell(14), facts.outcome(fields[15]), line);
        proof.holds(!facts.isApproved(fields[15]), who + ": is approved by " + place(line) + ", so it did not fail");
    }

    private void same(Row row, String[] fields, long line) {
        String who = "table transactions [" + row.cell(2) + "]";
        if (row.cell(17).equals("LK")) {
            places.linked().same(row.cell(2), file, line, fields);
        } else {
            check(who, "terminal_id", row.cell(4), fields[3], line);
        }
        check(who, "merchant_id", row.cell(3), fields[2], line);
        check(who, "channel", row.cell(9), fields[7], line);
        check(who, "card_type", row.cell(10), fields[10], line);
        check(who, "response_code", row.cell(14), fields[15], line);
        check(who, "scheme_ref", row.cell(15), fields[19], line);
        boolean single = row.cell(23) == null;
        if (single || row.cell(17).equals("K2") || row.cell(17).equals("K3")) {
            check(who, "rrn", row.cell(7), fields[1], line);
        }
        if (single) {
            single(row, fields, line, who);
        }
        boolean settled = row.cell(18).equals("SETTLED");
        long minor = RecordText.minor(fields[12], fields[13]);
        if (settled) {
            places.night().add("AUTHORIZATIONS_SETTLED", fields[13], minor);
            settled(row, fields, line, who);
        } else if (row.cell(18).equals("NOT_SETTLED")) {
            places.night().add("AUTHORIZATIONS_NOT_SETTLED", fields[13], minor);
        }
    }

    private void single(Row row, String[] fields, long line, String who) {
        check(who, "transaction_id", row.cell(2), "A" + file.label() + line, line);
        check(who, "batch_no", row.cell(5), fields[4], line);
        check(who, "trace_no", row.cell(6), fields[5], line);
        check(who, "txn_type", row.cell(8), fields[6], line);
        check(who, "amount_minor", row.cell(11), RecordText.minor(fields[12], fields[13]), line);
        check(who, "currency", row.cell(12), fields[13], line);
        check(who, "txn_time", row.cell(13), RecordText.seconds(fields[14]), line);
        check(who, "entry_mode", row.cell(22), "", line);
        check(who, "matched_by", row.cell(17), "", line);
        check(who, "disposition", row.cell(18), Verdicts.disposition(row.cell(16)), line);
        boolean unpriced = !row.has(19) && !row.has(20) && !row.has(21) && !row.has(24);
        proof.holds(unpriced, who + " fee_minor, fee_rule, scheme_cost_minor, net_minor: must be empty");
    }

    /** Both sides of what is paid agree, the host approved it, and the price is the tariff's. */
    private void settled(Row row, String[] fields, long line, String who) {
        check(who, "txn_type", row.cell(8), fields[6], line);
        check(who, "amount_minor", row.cell(11), RecordText.minor(fields[12], fields[13]), line);
        check(who, "currency", row.cell(12), fields[13], line);
        proof.holds(facts.isApproved(fields[15]), who + ": is settled, but " + place(line) + " was not approved");
        if (!SALES.contains(row.cell(8))) {
            return;
        }
        Map<String, String> values = new HashMap<>();
        values.put("channel", fields[7]);
        values.put("cardType", fields[10]);
        values.put("cardOrigin", fields[11]);
        values.put("txnType", row.cell(8));
        values.put("entryMode", row.cell(22));
        FeeReckoning.Price price = fees.price(row.cell(3), values, row.number(11), row.cell(12));
        feeProof.same(who, "fee_rule", row.cell(20), price == null ? null : price.rule());
        feeProof.same(who, "fee_minor", row.cell(19), price == null ? null : price.feeMinor());
        feeProof.same(who, "scheme_cost_minor", row.cell(21), price == null ? null : price.costMinor());
    }

    /** What stands nowhere must have been reversed. */
    void end() {
        for (String[] record : unclaimed) {
            boolean undone = reversed.contains(record[1]);
            proof.holds(undone, record[0] + ": stands in no table, and is no " + record[2] + " that was reversed");
        }
    }

    private void check(String who, String column, Object says, Object should, long line) {
        proof.same(who, column + " (by " + place(line) + ")", says, should);
    }

    private String place(long line) {
        return file.name() + ":" + line;
    }
}

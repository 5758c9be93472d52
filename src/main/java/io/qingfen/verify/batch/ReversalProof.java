package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Verdicts;
import io.qingfen.verify.jdbc.Books;
import java.util.List;

/** A reversal after clearing takes back what its original still pays out: the sale that it names, less refunds. */
final class ReversalProof {
    /** Each with its waiting record, and what was cleared, or settled by people, under the id that it names. */
    private static final String TAKEN_BACK = """
            select r.item_id, r.original_id, r.original_date, r.merchant_id, r.amount_minor, r.fee_minor, r.cost_minor,
                   i.authorization_record, t.merchant_id, t.txn_type, t.amount_minor, t.rrn,
                   (select max(l.answer_rrn) from linked_pair l where l.business_date = r.original_date
                       and l.claim_item_id = r.original_id),
                   d.merchant_id, d.txn_type, m.amount_minor, d.rrn,
                   (select max(x.rrn) from decided_item x where x.case_id = d.linked_case_id),
                   (select coalesce(sum(e.amount_minor), 0) from clearing_effect e where e.kind = 'REFUND'
                       and e.original_id = r.original_id and e.original_date = r.original_date
                       and e.business_date < :date),
                   (select count(*) from clearing_effect e where e.kind = 'VOID' and e.original_id = r.original_id
                       and e.original_date = r.original_date and e.business_date < :date),
                   (select count(*) from clearing_effect e where e.kind = 'REVERSAL' and e.original_id = r.original_id
                       and e.original_date = r.original_date and e.business_date <= :date)
              from clearing_effect r
              left join open_item i on i.item_id = r.item_id and i.opened_on = :date and i.kind = 'REVERSAL'
              left join transactions t on t.business_date = r.original_date and t.transaction_id = r.original_id
               and t.disposition = 'SETTLED'
              left join decided_item d on d.business_date = r.original_date and d.item_id = r.original_id
               and d.resolution in ('SETTLE_AUTHORIZED', 'SETTLE_CAPTURED')
              left join money_move m on m.business_date = d.business_date
               and m.move_key = 'CASE|' || d.case_id || '|SETTLED'
             where r.business_date = :date and r.kind = 'REVERSAL' order by r.item_id
            """;

    private static final int CLEARED = 8;
    private static final int DECIDED = 13;
    private final Books books;

    ReversalProof(Books books) {
        this.books = books;
    }

    void prove(Proof proof) {
        for (Row row : books.all("table clearing_effect", TAKEN_BACK)) {
            String who = "table clearing_effect [" + row.cell(0) + "]";
            int original = row.has(DECIDED) ? DECIDED : CLEARED;
            if (!row.has(original)) {
                proof.red(who + " original_id, original_date: " + row.cell(1) + " of " + row.cell(2)
                        + " was neither cleared nor settled by people");
            } else {
                takenBack(row, original, who, proof);
            }
        }
    }

    private static void takenBack(Row row, int original, String who, Proof proof) {
        boolean nothing = original == CLEARED && row.number(19) > 0 || Verdicts.isCredit(row.cell(original + 1));
        long refunded = original == CLEARED ? row.number(18) : 0;
        long left = nothing ? 0 : row.number(original + 2) - refunded;
        proof.same(who, "amount_minor (by its original)", row.cell(4), left);
        proof.same(who, "merchant_id (by its original)", row.cell(3), row.cell(original));
        proof.same(who, "fee_minor, cost_minor", row.cell(5) + ", " + row.cell(6), "0, 0");
        proof.same(who, "reversals of its original", row.cell(20), 1);
        List<String> known = List.of(text(row.cell(original + 3)), text(row.cell(original + 4)));
        String named = named(row);
        proof.holds(
                known.contains(named),
                who + " original_id: " + row.cell(1) + " has the reference " + String.join(" ", known)
                        + ", the reversal names " + named);
    }

    /** The reference that the reversal gives its original: its own when it names none. */
    private static String named(Row row) {
        String[] fields = row.has(7) ? RecordText.fields(row.cell(7)) : new String[0];
        if (fields.length < 20) {
            return "none";
        }
        String rrn = fields[19].equals("-1") ? fields[6] : fields[19];
        return "0".repeat(Math.max(0, 12 - rrn.length())) + rrn;
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}

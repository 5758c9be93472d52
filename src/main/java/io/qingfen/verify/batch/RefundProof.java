package io.qingfen.verify.batch;

import io.qingfen.verify.DateFacts;
import io.qingfen.verify.MerchantFacts;
import io.qingfen.verify.PlanFacts;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.Books;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Voids give back exactly the fee and cost of their original; refunds by parts never more, and together the whole. */
final class RefundProof {
    /** Refunds of one original in the order of their captures, with what earlier dates gave back. */
    private static final String GIVEN_BACK = """
            select t.transaction_id, t.txn_type, t.merchant_id, t.amount_minor, -t.fee_minor, -t.scheme_cost_minor,
                   t.fee_rule, t.original_id, t.original_date, o.amount_minor, o.fee_minor, o.scheme_cost_minor,
                   o.fee_rule, o.currency, t.currency, o.merchant_id, o.disposition,
                   coalesce(e.amount, 0), coalesce(e.fee, 0), coalesce(e.cost, 0), o.txn_type,
                   (select count(*) from clearing_effect v where v.original_id = t.original_id
                      and v.original_date = t.original_date and v.kind <> 'REFUND' and v.business_date < :date)
              from transactions t
              left join transactions o on o.business_date = t.original_date and o.transaction_id = t.original_id
              left join (select original_id, original_date, sum(amount_minor) as amount, sum(fee_minor) as fee,
                                sum(cost_minor) as cost
                           from clearing_effect where kind = 'REFUND' and business_date < :date
                          group by original_id, original_date) e
                on e.original_id = t.original_id and e.original_date = t.original_date
             where t.business_date = :date and t.disposition = 'SETTLED'
               and t.txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND')
             order by t.original_date, t.original_id, t.capture_file, t.capture_line
            """;

    private static final String WITHOUT = """
            select transaction_id, original_id, original_date from transactions
             where business_date = :date and (original_id is not null or original_date is not null)
               and not (disposition = 'SETTLED' and txn_type in ('VOID', 'COMPLETION_VOID', 'REFUND'))
            """;
    private final Books books;
    private final DateFacts facts;
    private String original = "";
    private long amount;
    private long fee;
    private long cost;

    RefundProof(Books books, DateFacts facts) {
        this.books = books;
        this.facts = facts;
    }

    void prove(Proof proof) {
        for (Row row : books.all("table transactions", WITHOUT)) {
            proof.red("table transactions [" + row.cell(0) + "] original_id, original_date: are " + row.cell(1) + ", "
                    + row.cell(2) + ", must be empty");
        }
        Rows rows = books.rows("table transactions", GIVEN_BACK);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            String who = "table transactions [" + row.cell(0) + "]";
            if (row.cell(9) == null || !"SETTLED".equals(row.cell(16))) {
                proof.red(who + " original_id, original_date: " + row.cell(7) + " of " + row.cell(8)
                        + " is no settled transaction");
            } else {
                given(row, who, proof);
            }
        }
    }

    private void given(Row row, String who, Proof proof) {
        proof.same(who, "merchant_id (by its original)", row.cell(2), row.cell(15));
        proof.same(who, "currency (by its original)", row.cell(14), row.cell(13));
        proof.same(who, "fee_rule (by its original)", row.cell(6), row.cell(12));
        proof.same(who, "voids of its original before", row.cell(21), 0);
        String next = row.cell(8) + "|" + row.cell(7);
        if (!next.equals(original)) {
            original = next;
            amount = row.number(17);
            fee = row.number(18);
            cost = row.number(19);
        }
        if (row.cell(1).equals("REFUND")) {
            refund(row, who, proof);
        } else {
            proof.same(who, "amount_minor (by its original)", row.cell(3), row.cell(9));
            proof.same(who, "fee given back", row.cell(4), row.cell(10));
            proof.same(who, "cost given back", row.cell(5), row.cell(11));
        }
    }

    private void refund(Row row, String who, Proof proof) {
        amount = Math.addExact(amount, row.number(3));
        proof.holds(
                amount <= row.number(9),
                who + " amount_minor: refunds of " + row.cell(7) + " are " + amount + " of " + row.cell(9));
        MerchantFacts merchant = facts.merchants().get(row.cell(2));
        PlanFacts plan = merchant == null ? null : facts.plan(merchant.plan());
        boolean keeps = plan != null && plan.keepsFeeOfRefunds();
        long feeBack = keeps ? 0 : part(row.number(10), row.number(9)) - fee;
        long costBack = keeps ? 0 : part(row.number(11), row.number(9)) - cost;
        proof.same(who, "fee given back", row.number(4), feeBack);
        proof.same(who, "cost given back", row.number(5), costBack);
        fee = Math.addExact(fee, feeBack);
        cost = Math.addExact(cost, costBack);
    }

    private long part(long whole, long of) {
        return BigDecimal.valueOf(whole)
                .multiply(BigDecimal.valueOf(amount))
                .divide(BigDecimal.valueOf(of), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}

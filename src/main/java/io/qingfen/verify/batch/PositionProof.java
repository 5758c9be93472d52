package io.qingfen.verify.batch;

import io.qingfen.verify.DateFacts;
import io.qingfen.verify.MerchantFacts;
import io.qingfen.verify.PlanFacts;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.HoldAgreements;
import io.qingfen.verify.jdbc.PositionAgreements;
import java.util.HashSet;
import java.util.Set;

/** Net, surcharge, decision, payout, carried forward and value date of every position, reckoned again. */
final class PositionProof {
    private final Books books;
    private final DateFacts facts;
    private final Set<String> held = new HashSet<>();

    PositionProof(Books books, DateFacts facts) {
        this.books = books;
        this.facts = facts;
    }

    void prove(Proof proof) {
        books.all("table position_hold", HoldAgreements.HELD_MERCHANTS).forEach(row -> held.add(row.cell(0)));
        Rows rows = books.rows("table position", PositionAgreements.DECISIONS);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            String who = "table position [" + facts.date() + "|" + row.cell(0) + "|" + row.cell(1) + "]";
            MerchantFacts merchant = facts.merchants().get(row.cell(0));
            if (merchant == null) {
                proof.red(who + " merchant_id: is not in the frozen merchants.csv");
            } else {
                position(row, merchant, who, proof);
            }
        }
    }

    private void position(Row row, MerchantFacts merchant, String who, Proof proof) {
        boolean home = merchant.currency().equals(row.cell(1));
        long without = row.number(3);
        long fee = surcharge(merchant, home, row.number(2));
        boolean taken = fee != 0 && decision(merchant, home, without - fee).equals("PAYOUT");
        long net = taken ? without - fee : without;
        String decision = decision(merchant, home, net);
        boolean paid = decision.equals("PAYOUT");
        proof.same(who, "instant_fee_minor", row.number(4), taken ? -fee : 0);
        proof.same(who, "net_minor", row.number(5), net);
        proof.same(who, "decision", row.cell(6), decision);
        proof.same(who, "payout_minor", row.number(7), paid ? net : 0);
        proof.same(who, "carried_forward_minor", row.number(8), paid ? 0 : net);
        proof.same(
                who,
                "value_date",
                row.cell(9),
                paid ? facts.calendar().valueDate(merchant.cycle(), facts.date()) : null);
    }

    private String decision(MerchantFacts merchant, boolean home, long net) {
        if (net < 0) {
            return "NEGATIVE";
        }
        if (held.contains(merchant.id())
                || merchant.payoutHold()
                || !merchant.status().equals("ACTIVE")) {
            return "HOLD";
        }
        if (net == 0) {
            return "ZERO";
        }
        return home && net < merchant.minPayoutMinor() ? "BELOW_MINIMUM" : "PAYOUT";
    }

    private long surcharge(MerchantFacts merchant, boolean home, long base) {
        PlanFacts plan = facts.plan(merchant.plan());
        boolean none = !merchant.cycle().equals("D0") || plan == null || plan.instantRate() == null;
        return none || !home && plan.instantFixedMinor() != 0 ? 0 : plan.instantFeeMinor(base);
    }
}

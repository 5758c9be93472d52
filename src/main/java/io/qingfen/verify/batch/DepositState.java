package io.qingfen.verify.batch;

import io.qingfen.verify.DepositReckoning;
import io.qingfen.verify.PolicyFacts;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import java.time.LocalDate;

/** The running state of one deposit, which the next night starts from. */
record DepositState(Row row, PolicyFacts policy, DepositReckoning night, LocalDate date, Proof proof) {

    void prove(boolean complete) {
        LocalDate activated = LocalDate.parse(row.cell(4));
        same("state", 3, night.state());
        same("window_ends_on", 5, policy.windowEnd(activated));
        same("amount_minor", 6, policy.amountMinor());
        same("collected_minor", 8, night.collected());
        same("refunded_minor", 9, night.refunded());
        same("forfeited_minor", 10, night.forfeited());
        same("counted_minor", 11, night.counted());
        same("earned_minor", 12, night.earned());
        if (policy.monthlyMinor() == 0) {
            same("month_minor", 13, 0);
            same("months_met", 14, 0);
        }
        same("history_complete", 15, complete);
        same("case_opened_on", 16, row.cell(19));
        progress();
    }

    private void progress() {
        boolean moved = row.has(20) && (!row.has(21) || row.cell(20).compareTo(row.cell(21)) > 0);
        same("changed_on", 17, moved ? row.cell(20) : row.cell(21));
        boolean past = !LocalDate.parse(row.cell(18)).isAfter(date);
        proof.holds(past, who() + " counted_through: is " + row.cell(18) + ", after " + date);
        same("merchant_id (by deposit_day)", 1, row.cell(22));
        same("currency (by deposit_day)", 7, row.cell(23));
        same("policy (by deposit_day)", 2, row.cell(24));
        same("activated_on (by deposit_day)", 4, row.cell(25));
    }

    private String who() {
        return "table deposit [" + row.cell(0) + "]";
    }

    private void same(String column, int index, Object should) {
        proof.same(who(), column, row.cell(index), should);
    }
}

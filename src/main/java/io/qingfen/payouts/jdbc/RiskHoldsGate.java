package io.qingfen.payouts.jdbc;

import io.qingfen.payouts.ReleaseGate;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A merchant that somebody put on hold, or that a rule found, after the night prepared its payout: nothing of the date
 * leaves before the hold is gone or the payout is taken out. A hold that a person lifted stops nothing from that moment.
 */
@Component
class RiskHoldsGate implements ReleaseGate {
    private static final int LISTED = 50;
    private static final String HELD = """
            select p.payout_id, p.merchant_id, h.terminal_id, h.hold_id, h.reason
              from payout p join risk_hold h on h.merchant_id = p.merchant_id
             where p.business_date = ? and p.state = 'PREPARED' and h.lifted_by is null
               and (h.until_date is null or h.until_date >= (select max(business_date) from business_day))
             order by p.payout_id, h.hold_no
            """;
    private static final String FOUND = """
            select p.payout_id, p.merchant_id, c.case_id, c.subject
              from payout p join risk_hit h on h.merchant_id = p.merchant_id
              join review_case c on c.case_id = h.case_id
             where p.business_date = ? and p.state = 'PREPARED' and h.hold_payout and c.closed_on is null
             order by p.payout_id, c.case_id
            """;

    private final JdbcClient jdbc;

    RiskHoldsGate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> objections(LocalDate businessDate) {
        List<String> objections = new java.util.ArrayList<>();
        jdbc.sql(HELD).param(businessDate).query(row -> {
            String terminal = row.getString(3);
            add(
                    objections,
                    row.getString(1),
                    "merchant " + row.getString(2)
                            + (terminal.isEmpty() ? " is" : "'s terminal " + terminal + " is") + " on hold "
                            + row.getString(4) + " (" + row.getString(5) + "); lift it: qingfen holds lift "
                            + row.getString(4) + " --reason TEXT");
        });
        jdbc.sql(FOUND).param(businessDate).query(row -> {
            add(
                    objections,
                    row.getString(1),
                    "merchant " + row.getString(2) + " is held by case " + row.getString(3) + " (" + row.getString(4)
                            + "); look at it: qingfen cases show " + row.getString(3));
        });
        return objections;
    }

    private static void add(List<String> objections, String payoutId, String why) {
        if (objections.size() < LISTED) {
            objections.add("payout " + payoutId + ": " + why + "; or take the payout out: qingfen payouts withdraw "
                    + payoutId + " --reason \"on hold\"");
        }
    }
}

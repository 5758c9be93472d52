package io.qingfen.risk.jdbc;

import io.qingfen.reference.Snapshot;
import io.qingfen.risk.HeldMerchants;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table position_hold: why payouts are held on a date, from holds of people and from open cases of rules. */
@Component
class StoredHeldMerchants implements HeldMerchants {
    private static final String HELD = """
            insert into position_hold (business_date, merchant_id, cause, cause_id, detail)
            select cast(:date as date), merchant_id, case when terminal_id = '' then 'MERCHANT_HOLD' else 'TERMINAL_HOLD' end,
                   hold_id, reason
              from risk_hold
             where business_date <= :date and (until_date is null or until_date >= :date)
               and (lifted_on is null or lifted_on > :date) and merchant_id >= :from and merchant_id < :to
            union all
            select cast(:date as date), h.merchant_id, 'RISK_RULE', h.case_id, c.subject
              from risk_hit h join review_case c on c.case_id = h.case_id
             where h.hold_payout and c.closed_on is null and h.merchant_id >= :from and h.merchant_id < :to
            """;

    private final JdbcClient jdbc;
    private final FoundByRules rules;

    StoredHeldMerchants(JdbcClient jdbc, FoundByRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    @Override
    public Set<String> of(Snapshot reference, String from, String to) {
        LocalDate date = reference.businessDate();
        rules.look(reference, from, to);
        int held = jdbc.sql(HELD)
                .param("date", date)
                .param("from", from)
                .param("to", to)
                .update();
        return held == 0 ? Set.of() : known(date, from, to);
    }

    @Override
    public Set<String> known(LocalDate businessDate, String from, String to) {
        return new HashSet<>(jdbc.sql("select merchant_id from position_hold where business_date = :date"
                        + " and merchant_id >= :from and merchant_id < :to")
                .param("date", businessDate)
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .list());
    }
}

package io.qingfen.payouts.jdbc;

import io.qingfen.payouts.ReleaseGate;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** No money leaves a date whose controls are open, or were never proved. */
@Component
class ControlsGate implements ReleaseGate {
    private final JdbcClient jdbc;

    ControlsGate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> objections(LocalDate businessDate) {
        List<String> open = jdbc.sql("select boundary || ', ' || side || ', ' || currency from control_total"
                        + " where business_date = ? and not closed order by position_no")
                .param(businessDate)
                .query(String.class)
                .list();
        return open.isEmpty()
                ? unproved(businessDate)
                : open.stream()
                        .map(control -> "control '" + control + "' of " + businessDate
                                + " is open: both numbers are in outbox/" + businessDate
                                + "/control-totals.csv; find the difference first")
                        .toList();
    }

    private List<String> unproved(LocalDate businessDate) {
        long closed = jdbc.sql("select count(*) from control_total where business_date = ?")
                .param(businessDate)
                .query(Long.class)
                .single();
        return closed > 0
                ? List.of()
                : List.of(
                        "the books of " + businessDate + " were never proved; qingfen restart --date " + businessDate);
    }
}

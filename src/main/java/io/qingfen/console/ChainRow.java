package io.qingfen.console;

import io.qingfen.overview.Flow;
import io.qingfen.overview.NightAccount.Control;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of the control chain of a night in one currency: what came in, and the one place where each record ended.
 *
 * @param measure key of its words
 * @param total whether it begins a sum
 */
record ChainRow(String currency, String measure, boolean total, Flow.Measured slips, Flow.Measured host) {
    private static final List<String> OUTCOMES =
            List.of("SETTLED", "NOT_SETTLED", "OPEN", "FAILED", "NOT_FINANCIAL", "DUPLICATE_BATCH");

    /** Controls over one boundary. */
    record Boundary(String name, long closed, long open) {}

    /** Lines that are empty on both sides are left out. */
    static List<ChainRow> of(Flow flow) {
        List<ChainRow> rows = new ArrayList<>();
        for (String currency : flow.currencies()) {
            add(rows, flow, currency, "PRESENT", true);
            add(rows, flow, currency, "ACCEPTED", false);
            add(rows, flow, currency, "REJECTED", false);
            if (carriedIn(flow, currency)) {
                add(rows, flow, currency, "IN", true);
                add(rows, flow, currency, "CARRIED_IN", false);
            }
            OUTCOMES.forEach(outcome -> add(rows, flow, currency, outcome, false));
        }
        return rows;
    }

    private static boolean carriedIn(Flow flow, String currency) {
        return flow.of("CAPTURES_CARRIED_IN", currency).count()
                        + flow.of("AUTHORIZATIONS_CARRIED_IN", currency).count()
                > 0;
    }

    private static void add(List<ChainRow> rows, Flow flow, String currency, String measure, boolean total) {
        Flow.Measured slips = flow.of("CAPTURES_" + measure, currency);
        Flow.Measured host = flow.of("AUTHORIZATIONS_" + measure, currency);
        if (slips.count() > 0 || host.count() > 0) {
            rows.add(new ChainRow(currency, measure, total, slips, host));
        }
    }

    /** In the order of the chain. */
    static List<Boundary> boundaries(List<Control> controls) {
        Map<String, Boundary> boundaries = new LinkedHashMap<>();
        for (Control control : controls) {
            boundaries.merge(
                    control.boundary(),
                    new Boundary(control.boundary(), control.closed() ? 1 : 0, control.closed() ? 0 : 1),
                    (one, more) -> new Boundary(one.name(), one.closed() + more.closed(), one.open() + more.open()));
        }
        return List.copyOf(boundaries.values());
    }
}

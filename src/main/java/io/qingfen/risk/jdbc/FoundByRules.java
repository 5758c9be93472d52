package io.qingfen.risk.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.RiskRule;
import io.qingfen.reference.Snapshot;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import io.qingfen.review.Cases;
import io.qingfen.risk.Measure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges a range of merchants by the rules of the date: cases, and table risk_hit with what was measured. */
@Component
class FoundByRules {
    private final JdbcClient jdbc;
    private final BulkLoad bulk;
    private final Cases cases;

    FoundByRules(JdbcClient jdbc, BulkLoad bulk, Cases cases) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.cases = cases;
    }

    private record Hit(RiskRule rule, Measure measure, Case opened) {}

    void look(Snapshot reference, String from, String to) {
        if (reference.riskRules().isEmpty()) {
            return;
        }
        Set<String> open = open(from, to);
        Measures measures = new Measures(jdbc, reference.businessDate(), from, to);
        List<Hit> hits = new ArrayList<>();
        for (RiskRule rule : reference.riskRules()) {
            for (Measure measure : measures.of(rule)) {
                Merchant merchant = reference.merchant(measure.merchantId());
                boolean seen = open.contains(rule.id() + " " + measure.merchantId());
                if (!seen && merchant != null && rule.concerns(merchant) && measure.isAbove(rule)) {
                    hits.add(new Hit(rule, measure, opened(reference, rule, measure)));
                }
            }
        }
        if (!hits.isEmpty()) {
            cases.open(hits.stream().map(Hit::opened).toList());
            write(hits);
        }
    }

    /** What waits for a person already: the same rule does not ask twice about one merchant. */
    private Set<String> open(String from, String to) {
        return new HashSet<>(jdbc.sql("select h.rule_id || ' ' || h.merchant_id from risk_hit h join review_case c"
                        + " on c.case_id = h.case_id where c.closed_on is null and h.merchant_id >= ?"
                        + " and h.merchant_id < ?")
                .params(from, to)
                .query(String.class)
                .list());
    }

    private static Case opened(Snapshot reference, RiskRule rule, Measure measure) {
        return new Case(
                reference.businessDate(),
                CaseKind.RISK_RULE,
                measure.text(rule),
                measure.merchantId(),
                "",
                "",
                "",
                "",
                null,
                null,
                rule.currency().code(),
                "",
                measure.stakeMinor(),
                0,
                0,
                0,
                0);
    }

    private void write(List<Hit> hits) {
        try (BulkRows rows = bulk.into(
                "risk_hit",
                "case_id",
                "business_date",
                "merchant_id",
                "rule_id",
                "rule_kind",
                "hold_payout",
                "currency",
                "part",
                "whole",
                "dates")) {
            hits.forEach(hit -> write(rows, hit));
        }
    }

    private static void write(BulkRows rows, Hit hit) {
        RiskRule rule = hit.rule();
        rows.text(hit.opened().id())
                .date(hit.opened().openedOn())
                .text(hit.measure().merchantId())
                .text(rule.id())
                .text(rule.kind().name())
                .text(Boolean.toString(rule.holdPayout()))
                .text(rule.currency().code())
                .number(hit.measure().part())
                .number(hit.measure().whole())
                .number(hit.measure().dates())
                .end();
    }
}

package io.qingfen.verify.batch;

import io.qingfen.verify.DateFacts;
import io.qingfen.verify.MerchantFacts;
import io.qingfen.verify.Proof;
import io.qingfen.verify.RiskMeasure;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.RiskQueries;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Measures every merchant again by the frozen rules of risk: each finding has its row and its case, and no other has. */
final class RiskProof {
    private static final int DATES = 30;
    private static final Set<String> RISK_REASONS = Set.of("银行风控", "Bank risk control");
    private final Books books;
    private final DateFacts facts;
    private final FrozenReference frozen;
    private final Map<String, Row> cases = new HashMap<>();

    RiskProof(Books books, DateFacts facts, FrozenReference frozen) {
        this.books = books;
        this.facts = facts;
        this.frozen = frozen;
    }

    private record Found(YamlFacts rule, RiskMeasure measure) {}

    void prove(Proof proof) throws java.io.IOException {
        Set<String> open = new HashSet<>();
        books.all("table risk_hit", RiskQueries.OPEN).forEach(row -> open.add(row.cell(0) + " " + row.cell(1)));
        Map<String, Found> expected = new TreeMap<>();
        for (YamlFacts rule : rules()) {
            for (RiskMeasure measure : measures(rule)) {
                String key = rule.text("id", "") + " " + measure.merchant();
                if (!open.contains(key) && concerns(rule, measure.merchant()) && isAbove(rule, measure)) {
                    expected.put(key, new Found(rule, measure));
                }
            }
        }
        books.all("table review_case", RiskQueries.CASES).forEach(row -> cases.put(row.cell(0), row));
        for (Row hit : books.all("table risk_hit", RiskQueries.HITS)) {
            hit(hit, expected.remove(hit.cell(2) + " " + hit.cell(1)), proof);
        }
        expected.forEach((key, found) -> proof.red("table risk_hit " + named(key) + ": no row, although rule "
                + found.rule().text("id", "") + " found merchant "
                + found.measure().merchant()));
        cases.keySet().forEach(id -> proof.red("table review_case [" + id + "]: no row of table risk_hit names it"));
    }

    /** The case of a rule and a merchant, by how its subject begins. */
    private String named(String key) {
        return cases.values().stream()
                .filter(row -> row.cell(1).startsWith(key + ": "))
                .map(row -> row.cell(0))
                .toList()
                .toString();
    }

    private void hit(Row hit, Found found, Proof proof) {
        String who = "table risk_hit [" + hit.cell(0) + "]";
        Row opened = cases.remove(hit.cell(0));
        if (found == null) {
            proof.red(who + ": rule " + hit.cell(2) + " does not find merchant " + hit.cell(1));
            return;
        }
        YamlFacts rule = found.rule();
        RiskMeasure measure = found.measure();
        proof.same(who, "rule_kind", hit.cell(3), rule.text("kind", ""));
        proof.same(who, "hold_payout", hit.cell(4), rule.text("holdPayout", ""));
        proof.same(who, "currency", hit.cell(5), currency(rule));
        proof.same(who, "part", hit.cell(6), measure.part());
        proof.same(who, "whole", hit.cell(7), measure.whole());
        proof.same(who, "dates", hit.cell(8), measure.dates());
        if (opened == null) {
            proof.red("table review_case [" + hit.cell(0) + "]: is missing, table risk_hit names it");
            return;
        }
        String place = "table review_case [" + hit.cell(0) + "]";
        proof.holds(
                opened.cell(1).startsWith(hit.cell(2) + " " + hit.cell(1) + ": "),
                place + " subject: is " + opened.cell(1));
        proof.same(place, "merchant_id", opened.cell(2), measure.merchant());
        proof.same(place, "currency", opened.cell(3), currency(rule));
        proof.same(place, "exposure_minor", opened.cell(4), measure.stakeMinor());
        proof.same(place, "terminal, batch, records", opened.cell(5), "");
    }

    /** Of each id the version in force. */
    private List<YamlFacts> rules() {
        Map<String, YamlFacts> inForce = new TreeMap<>();
        for (YamlFacts rule : YamlFacts.read(frozen.text("risk-rules.yml")).blocks("rules")) {
            String from = rule.text("effectiveFrom", "0001-01-01");
            YamlFacts other = inForce.get(rule.text("id", ""));
            boolean later = other == null || from.compareTo(other.text("effectiveFrom", "0001-01-01")) > 0;
            if (later && from.compareTo(facts.date().toString()) <= 0) {
                inForce.put(rule.text("id", ""), rule);
            }
        }
        return List.copyOf(inForce.values());
    }

    private boolean concerns(YamlFacts rule, String merchantId) {
        MerchantFacts merchant = facts.merchants().get(merchantId);
        List<String> mccs = rule.block("when").texts("mcc");
        List<String> classes = rule.block("when").texts("merchantClass");
        return merchant != null
                && (mccs.isEmpty() || mccs.contains(merchant.mcc()))
                && (classes.isEmpty() || classes.contains(merchant.merchantClass()));
    }

    private String currency(YamlFacts rule) {
        return rule.text("currency", facts.settings().getOrDefault("currency", "CNY"));
    }

    private long floor(YamlFacts rule) {
        boolean single = rule.text("kind", "").equals("SINGLE_AMOUNT");
        Long minor = rule.minor(single ? "limit" : "floor", OutputCells.digits(currency(rule)));
        return minor == null ? 0 : minor;
    }

    private boolean isAbove(YamlFacts rule, RiskMeasure measure) {
        String kind = rule.text("kind", "");
        BigDecimal limit =
                switch (kind) {
                    case "SINGLE_AMOUNT", "SAME_CARD" -> BigDecimal.ZERO;
                    case "DAILY_AMOUNT" -> new BigDecimal(rule.text("factor", "0"));
                    default -> rule.rate("limit");
                };
        String least = Map.of("DAILY_AMOUNT", "minDays", "SAME_CARD", "times").getOrDefault(kind, "minCount");
        return measure.isAbove(kind, floor(rule), limit, rule.whole(least));
    }

    private List<RiskMeasure> measures(YamlFacts rule) throws java.io.IOException {
        Map<String, Object> given = new HashMap<>(Map.of("currency", currency(rule)));
        return switch (rule.text("kind", "")) {
            case "SINGLE_AMOUNT" -> {
                given.put("amount", floor(rule));
                yield read(RiskQueries.SINGLE_AMOUNT, given);
            }
            case "DAILY_AMOUNT" -> {
                given.put("since", facts.date().minusDays(DATES));
                yield read(RiskQueries.DAILY_AMOUNT, given);
            }
            case "REFUND_RATIO" -> read(RiskQueries.REFUND_RATIO, given);
            case "SAME_CARD" -> {
                given.put("times", rule.whole("times"));
                yield read(RiskQueries.SAME_CARD, given);
            }
            case "RISK_DECLINES" -> declines(riskCodes(rule), given);
            default -> {
                LocalTime begin = LocalTime.parse(rule.text("from", ""));
                LocalTime end = LocalTime.parse(rule.text("to", ""));
                given.put("begin", begin.toSecondOfDay());
                given.put("end", end.toSecondOfDay());
                boolean byAmount = rule.text("of", "").equals("AMOUNT");
                yield read(RiskQueries.nightShare(begin.isBefore(end) ? "and" : "or", byAmount), given);
            }
        };
    }

    private List<RiskMeasure> read(String sql, Map<String, Object> given) {
        List<RiskMeasure> measures = new ArrayList<>();
        var rows = books.rows("records of the date", sql, given);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            measures.add(new RiskMeasure(row.cell(0), row.number(1), row.number(2), row.number(3), row.number(4)));
        }
        return measures;
    }

    private List<RiskMeasure> declines(Set<String> codes, Map<String, Object> given) {
        Map<String, long[]> counts = new TreeMap<>();
        var rows = books.rows("table failure", RiskQueries.FAILURES, given);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            long[] count = counts.computeIfAbsent(row.cell(0), id -> new long[2]);
            count[0] += codes.contains(row.cell(1)) ? row.number(2) : 0;
            count[1] += row.number(2);
        }
        List<RiskMeasure> measures = new ArrayList<>();
        counts.forEach((merchant, count) -> measures.add(new RiskMeasure(merchant, count[0], count[1], 0, 0)));
        return measures;
    }

    private Set<String> riskCodes(YamlFacts rule) throws java.io.IOException {
        Set<String> codes = new HashSet<>(rule.texts("codes"));
        if (codes.isEmpty()) {
            for (Map<String, String> row : frozen.table("response-codes.csv")) {
                if (RISK_REASONS.contains(row.get("reason"))
                        || RISK_REASONS.contains(row.getOrDefault("reason_en", ""))) {
                    codes.add(row.get("code"));
                }
            }
        }
        return codes;
    }
}

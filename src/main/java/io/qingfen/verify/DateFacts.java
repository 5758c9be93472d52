package io.qingfen.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the frozen reference files of one date say, read by the proof's own reader.
 *
 * @param outcomes by response code
 * @param plans by id, versions in rising order; policies and costs alike
 * @param openings rows of deposit-openings.csv by terminal: as_of, collected, refunded, counted volume (decimal text)
 * @param openingBalances account, currency, minor units
 */
public record DateFacts(
        LocalDate date,
        Map<String, MerchantFacts> merchants,
        Map<String, TerminalFacts> terminals,
        Map<String, List<PlanFacts>> plans,
        Map<String, List<CostFacts>> costs,
        Map<String, List<PolicyFacts>> policies,
        Map<String, String> outcomes,
        WorkingDays calendar,
        Map<String, List<String>> openings,
        List<Row> openingBalances,
        Agreed agreed,
        Map<String, String> settings) {

    /** One version of a component of the scheme cost. */
    public record CostFacts(String id, LocalDate effectiveFrom, List<RuleFacts> rules) {}

    /** The version in force on the date; null when there is none. */
    public PlanFacts plan(String id) {
        PlanFacts inForce = null;
        for (PlanFacts plan : plans.getOrDefault(id, List.of())) {
            inForce = plan.effectiveFrom().isAfter(date) ? inForce : plan;
        }
        return inForce;
    }

    /** The version in force when the terminal was activated; the first one for anything older. Null without. */
    public PolicyFacts policy(String id, LocalDate activatedOn) {
        List<PolicyFacts> versions = policies.getOrDefault(id, List.of());
        PolicyFacts inForce = versions.isEmpty() ? null : versions.get(0);
        for (PolicyFacts policy : versions) {
            inForce = policy.effectiveFrom().isAfter(activatedOn) ? inForce : policy;
        }
        return inForce;
    }

    /** Components of the scheme cost, each with the rules in force on the date. */
    public List<List<RuleFacts>> costsInForce() {
        return costs.values().stream()
                .map(versions -> versions.stream()
                        .filter(version -> !version.effectiveFrom().isAfter(date))
                        .reduce((earlier, later) -> later))
                .flatMap(java.util.Optional::stream)
                .map(CostFacts::rules)
                .toList();
    }

    /** A code that the table lacks is of unknown outcome. */
    public String outcome(String responseCode) {
        return outcomes.getOrDefault(responseCode, "UNKNOWN");
    }

    public boolean isApproved(String responseCode) {
        return outcome(responseCode).startsWith("APPROVED");
    }

    public String setting(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }
}

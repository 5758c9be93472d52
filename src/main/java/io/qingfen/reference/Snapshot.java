package io.qingfen.reference;

import io.qingfen.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reference data of one business date, valid as a whole and never changed afterwards.
 *
 * @param merchants in byte order of id; {@code merchants.get(i).no() == i}
 * @param terminals in byte order of merchant id, then terminal id; {@code terminals.get(i).no() == i}
 * @param plans all versions, by id then effectiveFrom
 * @param costs all versions, by id then effectiveFrom
 * @param policies all versions, by id then effectiveFrom
 * @param agreements reserves of merchants and terms of agents
 * @param sha256 over all files of the snapshot, hex
 * @param riskRules in force on the date, by id
 */
public record Snapshot(
        LocalDate businessDate,
        Settings settings,
        List<Merchant> merchants,
        List<Terminal> terminals,
        List<FeePlan> plans,
        List<CostComponent> costs,
        List<DepositPolicy> policies,
        BusinessCalendar calendar,
        Map<String, ResponseCode> responseCodes,
        Map<String, DepositOpening> depositOpenings,
        List<OpeningBalance> openingBalances,
        Agreements agreements,
        String sha256,
        Index index,
        List<RiskRule> riskRules) {

    /** Look-ups by id, built once; slim, because there may be millions. */
    public record Index(IdIndex merchants, IdIndex terminals) {
        static Index of(List<Merchant> merchants, List<Terminal> terminals) {
            return new Index(
                    new IdIndex(merchants.size(), no -> merchants.get(no).id()),
                    new IdIndex(terminals.size(), no -> terminals.get(no).id()));
        }
    }

    /** Without reserves, agents and rules of risk. */
    public Snapshot(
            LocalDate businessDate,
            Settings settings,
            List<Merchant> merchants,
            List<Terminal> terminals,
            List<FeePlan> plans,
            List<CostComponent> costs,
            List<DepositPolicy> policies,
            BusinessCalendar calendar,
            Map<String, ResponseCode> responseCodes,
            Map<String, DepositOpening> depositOpenings,
            List<OpeningBalance> openingBalances,
            String sha256) {
        this(
                businessDate,
                settings,
                merchants,
                terminals,
                plans,
                costs,
                policies,
                calendar,
                responseCodes,
                depositOpenings,
                openingBalances,
                Agreements.NONE,
                sha256,
                Index.of(merchants, terminals),
                List.of());
    }

    /** The same reference data with these agreements. */
    public Snapshot with(Agreements others) {
        return new Snapshot(
                businessDate,
                settings,
                merchants,
                terminals,
                plans,
                costs,
                policies,
                calendar,
                responseCodes,
                depositOpenings,
                openingBalances,
                others,
                sha256,
                index,
                riskRules);
    }

    /** The same reference data with these rules. */
    public Snapshot withRiskRules(List<RiskRule> rules) {
        return new Snapshot(
                businessDate,
                settings,
                merchants,
                terminals,
                plans,
                costs,
                policies,
                calendar,
                responseCodes,
                depositOpenings,
                openingBalances,
                agreements,
                sha256,
                index,
                List.copyOf(rules));
    }

    /** The same data with other fee plans in place of the date's own. */
    public Snapshot withPlans(List<FeePlan> others) {
        return new Snapshot(
                businessDate,
                settings,
                merchants,
                terminals,
                others,
                costs,
                policies,
                calendar,
                responseCodes,
                depositOpenings,
                openingBalances,
                agreements,
                sha256,
                index,
                riskRules);
    }

    /** Whether a rule asks how often cards are used. */
    public boolean watchesCards() {
        return riskRules.stream().anyMatch(rule -> rule.kind() == RiskRule.Kind.SAME_CARD);
    }

    /** Null when unknown. */
    public Merchant merchant(String id) {
        int no = index.merchants().find(id);
        return no < 0 ? null : merchants.get(no);
    }

    /** Null when unknown. */
    public Terminal terminal(String id) {
        int no = index.terminals().find(id);
        return no < 0 ? null : terminals.get(no);
    }

    /** The version of a fee plan in force on this date; plans are versioned, the latest {@code effectiveFrom ≤ date}. */
    public Optional<FeePlan> plan(String id, LocalDate date) {
        FeePlan found = null;
        for (FeePlan plan : plans) {
            if (plan.id().equals(id) && !plan.effectiveFrom().isAfter(date)) {
                found = plan;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The version of a deposit policy in force on this date. */
    public Optional<DepositPolicy> policy(String id, LocalDate date) {
        DepositPolicy found = null;
        for (DepositPolicy policy : policies) {
            if (policy.id().equals(id) && !policy.effectiveFrom().isAfter(date)) {
                found = policy;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The row of a response code, or null when the table lacks it. */
    public ResponseCode responseCode(String code) {
        return responseCodes.get(code);
    }
}

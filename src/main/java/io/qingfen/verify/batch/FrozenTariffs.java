package io.qingfen.verify.batch;

import io.qingfen.verify.DateFacts.CostFacts;
import io.qingfen.verify.PlanFacts;
import io.qingfen.verify.PolicyFacts;
import io.qingfen.verify.RuleFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The frozen fee plans, scheme costs and deposit policies, read by the proof's own reader. */
final class FrozenTariffs {
    private static final List<String> CONDITIONS =
            List.of("channel", "cardType", "cardOrigin", "txnType", "mcc", "merchantClass", "entryMode");
    private final String home;

    /** @param home currency of amounts where a plan names none */
    FrozenTariffs(String home) {
        this.home = home;
    }

    Map<String, List<PlanFacts>> plans(String text) {
        Map<String, List<PlanFacts>> plans = new LinkedHashMap<>();
        for (YamlFacts plan : YamlFacts.read(text).blocks("plans")) {
            int digits = digits(plan);
            YamlFacts instant = plan.block("instant");
            PlanFacts read = new PlanFacts(
                    plan.text("id", ""),
                    from(plan),
                    plan.text("refundFee", "").equals("KEEP"),
                    plan.has("instant") ? instant.rate("rate") : null,
                    instant.has("fixed") ? instant.minor("fixed", digits) : 0,
                    tiers(plan, digits),
                    lists(plan, digits));
            plans.computeIfAbsent(read.id(), id -> new ArrayList<>()).add(read);
        }
        plans.values().forEach(versions -> versions.sort(Comparator.comparing(PlanFacts::effectiveFrom)));
        return plans;
    }

    private static List<PlanFacts.Tier> tiers(YamlFacts plan, int digits) {
        return plan.blocks("tiers").stream()
                .map(tier -> new PlanFacts.Tier(tier.minor("upTo", digits), tier.text("rules", "")))
                .toList();
    }

    private static Map<String, List<RuleFacts>> lists(YamlFacts plan, int digits) {
        Map<String, List<RuleFacts>> lists = new HashMap<>();
        if (plan.hasBlock("rules")) {
            YamlFacts named = plan.block("rules");
            named.keys().forEach(name -> lists.put(name, rules(named, name, digits)));
        } else {
            lists.put("", rules(plan, "rules", digits));
        }
        return lists;
    }

    private static List<RuleFacts> rules(YamlFacts block, String key, int digits) {
        return block.blocks(key).stream().map(rule -> rule(rule, digits)).toList();
    }

    private static RuleFacts rule(YamlFacts rule, int digits) {
        YamlFacts when = rule.block("when");
        Map<String, List<String>> conditions = new HashMap<>();
        CONDITIONS.stream().filter(when::has).forEach(name -> conditions.put(name, when.texts(name)));
        Long fixed = rule.minor("fixed", digits);
        return new RuleFacts(
                rule.text("id", ""),
                conditions,
                rule.rate("rate"),
                fixed == null ? 0 : fixed,
                rule.minor("min", digits),
                rule.minor("cap", digits),
                when.minor("minAmount", digits),
                when.minor("maxAmount", digits));
    }

    Map<String, List<CostFacts>> costs(String text) {
        Map<String, List<CostFacts>> costs = new LinkedHashMap<>();
        for (YamlFacts component : YamlFacts.read(text).blocks("components")) {
            CostFacts read = new CostFacts(
                    component.text("id", ""), from(component), rules(component, "rules", OutputCells.digits(home)));
            costs.computeIfAbsent(read.id(), id -> new ArrayList<>()).add(read);
        }
        costs.values().forEach(versions -> versions.sort(Comparator.comparing(CostFacts::effectiveFrom)));
        return costs;
    }

    Map<String, List<PolicyFacts>> policies(String text) {
        Map<String, List<PolicyFacts>> policies = new LinkedHashMap<>();
        for (YamlFacts policy : YamlFacts.read(text).blocks("policies")) {
            PolicyFacts read = policy(policy, digits(policy));
            policies.computeIfAbsent(read.id(), id -> new ArrayList<>()).add(read);
        }
        policies.values().forEach(versions -> versions.sort(Comparator.comparing(PolicyFacts::effectiveFrom)));
        return policies;
    }

    private static PolicyFacts policy(YamlFacts policy, int digits) {
        YamlFacts window = policy.block("window");
        YamlFacts counts = policy.block("counts");
        YamlFacts measure = policy.block("measure");
        Long monthly = measure.minor("monthly", digits);
        return new PolicyFacts(
                policy.text("id", ""),
                from(policy),
                policy.text("kind", "").equals("PURCHASE"),
                policy.text("collect", "").equals("FROM_SETTLEMENT"),
                policy.minor("amount", digits),
                window.whole("months"),
                window.whole("days"),
                counts.texts("channel"),
                counts.texts("cardType"),
                monthly == null ? 0 : monthly,
                measure.whole("months"),
                policy.blocks("stages").stream()
                        .map(stage ->
                                new PolicyFacts.Stage(stage.minor("threshold", digits), stage.minor("refund", digits)))
                        .toList(),
                policy.text("onExpiry", "KEEP"),
                policy.block("onReturn").text("refund", "true").equals("true"));
    }

    private int digits(YamlFacts block) {
        return OutputCells.digits(block.text("currency", home));
    }

    private static LocalDate from(YamlFacts block) {
        return LocalDate.parse(block.text("effectiveFrom", "0001-01-01"));
    }
}

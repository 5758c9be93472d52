package io.qingfen.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fee and scheme cost of cleared transactions by the frozen tariffs of the date. Not for several threads. */
public final class FeeReckoning {
    private final DateFacts facts;
    private final Map<String, Long> salesOfLastMonth;
    private final List<List<RuleFacts>> costs;
    private final Map<String, List<RuleFacts>> rules = new HashMap<>();

    /** @param salesOfLastMonth by merchant, home currency, minor units; absent without history */
    public FeeReckoning(DateFacts facts, Map<String, Long> salesOfLastMonth) {
        this.facts = facts;
        this.salesOfLastMonth = salesOfLastMonth;
        this.costs = facts.costsInForce();
    }

    /** Minor units; the rule that gave the fee. */
    public record Price(long feeMinor, String rule, long costMinor) {}

    /** @param values by condition: channel, cardType, cardOrigin, txnType, entryMode; null when no rule applies */
    public Price price(String merchantId, Map<String, String> values, long amountMinor, String currency) {
        MerchantFacts merchant = facts.merchants().get(merchantId);
        if (merchant == null) {
            return null;
        }
        Map<String, String> all = new HashMap<>(values);
        all.put("mcc", merchant.mcc());
        all.put("merchantClass", merchant.merchantClass());
        RuleFacts.Item item = new RuleFacts.Item(all, amountMinor, currency.equals(merchant.currency()));
        RuleFacts rule = first(rulesOf(merchant), item);
        if (rule == null) {
            return null;
        }
        long cost = 0;
        for (List<RuleFacts> component : costs) {
            RuleFacts applies = first(component, item);
            cost = Math.addExact(cost, applies == null ? 0 : applies.feeMinor(amountMinor));
        }
        return new Price(rule.feeMinor(amountMinor), rule.id(), cost);
    }

    private static RuleFacts first(List<RuleFacts> rules, RuleFacts.Item item) {
        return rules.stream().filter(rule -> rule.applies(item)).findFirst().orElse(null);
    }

    private List<RuleFacts> rulesOf(MerchantFacts merchant) {
        return rules.computeIfAbsent(merchant.id(), id -> {
            PlanFacts plan = facts.plan(merchant.plan());
            return plan == null ? List.of() : plan.rulesFor(salesOfLastMonth.getOrDefault(id, 0L));
        });
    }
}

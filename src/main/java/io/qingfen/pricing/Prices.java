package io.qingfen.pricing;

import io.qingfen.reference.CostComponent;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.FeeRule;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Merchant fee and scheme cost of cleared transactions on one business date, by the versions in force on it.
 *
 * <p>Not safe for several threads: one instance per partition.
 */
public final class Prices {
    private final LocalDate businessDate;
    private final Snapshot snapshot;
    private final List<List<FeeRule>> costs;
    private final ToLongFunction<Merchant> salesOfLastMonth;
    /** By merchant id, whose hash is known; a merchant's own would be reckoned from all its parts for every item. */
    private final Map<String, List<FeeRule>> rules = new HashMap<>();

    /**
     * @param salesOfLastMonth cleared net sales of a merchant in the previous calendar month, minor units, 0 without
     *     history; asked only for plans with tiers
     */
    public Prices(LocalDate businessDate, Snapshot snapshot, ToLongFunction<Merchant> salesOfLastMonth) {
        this.businessDate = businessDate;
        this.snapshot = snapshot;
        this.salesOfLastMonth = salesOfLastMonth;
        this.costs = costsInForce(businessDate, snapshot);
    }

    private static List<List<FeeRule>> costsInForce(LocalDate businessDate, Snapshot snapshot) {
        Map<String, List<FeeRule>> inForce = new LinkedHashMap<>();
        for (CostComponent component : snapshot.costs()) {
            if (!component.effectiveFrom().isAfter(businessDate)) {
                inForce.put(component.id(), component.rules());
            }
        }
        return List.copyOf(inForce.values());
    }

    /** Fee and cost, or null when no rule of the merchant's plan applies (verdict UNPRICED). */
    public Price price(Priceable item) {
        FeeRule rule = Tariff.find(rulesOf(item.merchant()), item);
        if (rule == null) {
            return null;
        }
        return new Price(FeeArithmetic.fee(rule, item.amountMinor()), rule.id(), costOf(item));
    }

    /** Each component is rounded and limited by itself; 0 where none of its rules applies. */
    private long costOf(Priceable item) {
        long cost = 0;
        for (List<FeeRule> component : costs) {
            FeeRule rule = Tariff.find(component, item);
            if (rule != null) {
                cost = Math.addExact(cost, FeeArithmetic.fee(rule, item.amountMinor()));
            }
        }
        return cost;
    }

    private List<FeeRule> rulesOf(Merchant merchant) {
        List<FeeRule> known = rules.get(merchant.id());
        if (known == null) {
            known = planOf(merchant).map(plan -> choose(plan, merchant)).orElse(List.of());
            rules.put(merchant.id(), known);
        }
        return known;
    }

    /** What a refund of this merchant does to the fee today. */
    public FeePlan.RefundFee refundFee(Merchant merchant) {
        return planOf(merchant).map(FeePlan::refundFee).orElse(FeePlan.RefundFee.PROPORTIONAL);
    }

    private java.util.Optional<FeePlan> planOf(Merchant merchant) {
        return snapshot.plan(merchant.feePlan(), businessDate);
    }

    private List<FeeRule> choose(FeePlan plan, Merchant merchant) {
        if (plan.tiers().isEmpty()) {
            return plan.rules().get(FeePlan.ONLY_LIST);
        }
        long sales = salesOfLastMonth.applyAsLong(merchant);
        for (FeePlan.Tier tier : plan.tiers()) {
            if (sales <= tier.upToMinor()) {
                return plan.rules().get(tier.rules());
            }
        }
        return List.of();
    }

    /** Minor units, 0 or more; signs are the caller's. */
    public record Price(long feeMinor, String rule, long costMinor) {}
}
